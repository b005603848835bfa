import type { AreaTree } from './area-tree.ts';

/** How a ledger begins. */
export const BEGIN: AreaTree = {
  init: {
    zh: '建账',
    summary: { zh: '建立新台账', en: 'create a new ledger' },
    solo: true,
    load: async () => [(await import('../admin/init.ts')).init],
  },
  me: {
    zh: '本人',
    summary: { zh: '本人的单位和姓名', en: 'your unit and name' },
    solo: true,
    load: async () => [(await import('../admin/me.ts')).me],
  },
  config: {
    zh: '设置',
    summary: { zh: '本人的设置', en: 'your settings' },
    load: async () => (await import('../admin/config.ts')).configCommands,
  },
  demo: {
    zh: '演示',
    summary: {
      zh: '生成一个旗的演示台账并打印主要报表',
      en: 'create a demo ledger of one banner and print the main reports',
    },
    solo: true,
    load: async () => [(await import('../demo/command.ts')).demo],
  },
  completion: {
    zh: '补全',
    summary: { zh: '让终端按 Tab 补全命令、选项、编号', en: 'let a shell complete commands, options and numbers' },
    solo: true,
    load: async () => [(await import('../completion/command.ts')).completion],
  },
};
