import type { AreaTree } from './area-tree.ts';

/** How a ledger begins. */
export const BEGIN: AreaTree = {
  init: {
    zh: '建账',
    summary: { zh: '建立新台账', en: 'create a new ledger' },
    solo: true,
    load: async () => [(await import('../admin/init.ts')).init],
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
};
