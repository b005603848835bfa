import type { AreaTree } from './area-tree.ts';

/** Assessment, settings, reports, and the ledger itself. */
export const LEDGER: AreaTree = {
  assessment: {
    zh: '考核',
    summary: { zh: '考核方案和考核结果', en: 'assessment schemes and frozen results' },
    load: async () =>
      (await import('../assessment/commands/assessment.ts')).assessmentCommands(
        (await import('../reports/scorecard/figures.ts')).scorecardFigures,
      ),
  },
  campaign: {
    zh: '行动',
    summary: { zh: '千百万行动的启动日期', en: 'the day on which the campaign starts' },
    load: async () => (await import('../admin/campaign.ts')).campaignCommands,
  },
  todo: {
    zh: '待办',
    summary: { zh: '待办事项', en: 'open tasks of a unit or an agent' },
    solo: true,
    load: async () => [(await import('../desk/todo/command.ts')).todo],
  },
  do: {
    zh: '办',
    summary: { zh: '办理待办中的一项', en: 'do a line of the to-do list' },
    solo: true,
    load: async () => [(await import('../desk/todo/do.ts')).doLine],
  },
  find: {
    zh: '查找',
    summary: {
      zh: '查找户、纠纷、信访、日记',
      en: 'look for households, disputes, petitions, diaries by any words',
    },
    solo: true,
    load: async () => [(await import('../desk/find/command.ts')).find],
  },
  deadline: {
    zh: '时限',
    summary: { zh: '时限及其依据', en: 'deadlines with their articles' },
    load: async () => (await import('../deadlines/commands/deadline.ts')).deadlineCommands,
  },
  holiday: {
    zh: '节假日',
    summary: { zh: '放假和调休', en: 'free days and swapped working days' },
    load: async () => (await import('../deadlines/commands/holiday.ts')).holidayCommands,
  },
  domain: {
    zh: '领域',
    summary: { zh: '工作领域目录', en: 'the task domains' },
    load: async () => (await import('../visits/commands/domain.ts')).domainCommands,
  },
  report: {
    zh: '报表',
    summary: {
      zh: '报表：覆盖、未访、领域、化解、月报表、逾期、信访、工作量、总览、简报等',
      en: 'reports: coverage, missed, domains, resolution, matrix, overdue, petitions, workload, headline …',
    },
    load: async verb => (await import('../reports/all.ts')).reportCommands(verb),
  },
  operator: {
    zh: '操作员',
    summary: { zh: '操作员：谁可以写入，以什么角色', en: 'operators: who may write, in which role' },
    load: async () => (await import('../operators/commands/operator.ts')).operatorCommands,
  },
  privacy: {
    zh: '个人信息',
    summary: {
      zh: '个人信息：有什么、保存多久、到期清除',
      en: 'personal data: what is held, for how long, and its purging',
    },
    load: async () => (await import('../privacy/commands/privacy.ts')).privacyCommands,
  },
  bundle: {
    zh: '交换',
    summary: {
      zh: '各单位台账之间的数据包：导出、导入、名片、往来状态',
      en: 'bundles between the ledgers of several offices, without a network',
    },
    load: async () => (await import('../exchange/commands/all.ts')).bundleCommands,
  },
  region: {
    zh: '汇总',
    summary: {
      zh: '盟市、全区的汇总：把各旗县的数据装入 PostgreSQL，按旗县、盟市、全区出报表',
      en: 'leagues and the region: load counties into PostgreSQL and report on them',
    },
    load: async verb => (await import('../region/commands/all.ts')).regionCommands(verb),
  },
  check: {
    zh: '核对',
    summary: { zh: '核对整个台账', en: 'verify the whole ledger' },
    solo: true,
    load: async () => [(await import('../admin/checks.ts')).checkCommand],
  },
  backup: {
    zh: '备份',
    summary: { zh: '备份台账', en: 'back the ledger up' },
    solo: true,
    load: async () => [(await import('../backups/backup-command.ts')).backupCommand],
  },
  restore: {
    zh: '恢复',
    summary: { zh: '用备份恢复台账', en: 'restore the ledger from a backup' },
    solo: true,
    load: async () => [(await import('../backups/restore-command.ts')).restoreCommand],
  },
  recover: {
    zh: '抢救',
    summary: { zh: '抢救损坏的台账', en: 'save what a damaged ledger still holds' },
    solo: true,
    load: async () => [(await import('../backups/recover-command.ts')).recoverCommand],
  },
  encrypt: {
    zh: '加密',
    summary: { zh: '加密台账文件', en: 'encrypt the ledger' },
    solo: true,
    load: async () => [(await import('../backups/encrypt-command.ts')).encryptCommand],
  },
  decrypt: {
    zh: '解密',
    summary: { zh: '取消台账文件的加密', en: 'take the encryption from the ledger' },
    solo: true,
    load: async () => [(await import('../backups/decrypt-command.ts')).decryptCommand],
  },
  log: {
    zh: '日志',
    summary: { zh: '操作日志', en: 'the journal' },
    load: async () => (await import('../admin/log/commands.ts')).logCommands,
  },
};
