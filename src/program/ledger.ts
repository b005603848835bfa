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
  check: {
    zh: '核对',
    summary: { zh: '核对整个台账', en: 'verify the whole ledger' },
    solo: true,
    load: async () => [(await import('../admin/checks.ts')).checkCommand],
  },
  log: {
    zh: '日志',
    summary: { zh: '操作日志', en: 'the journal' },
    solo: true,
    load: async () => [(await import('../admin/log.ts')).log],
  },
};
