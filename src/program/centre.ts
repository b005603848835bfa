import type { AreaTree } from './area-tree.ts';

/** The command centre, its meetings, and the groups that guide. */
export const CENTRE: AreaTree = {
  meeting: {
    zh: '调度',
    duty: 'entry',
    summary: { zh: '调度会和会议事项', en: 'dispatch meetings and their decisions' },
    load: async () =>
      (await import('../meetings/commands/meeting.ts')).meetingCommands(
        (await import('../desk/half-month/command.ts')).agenda,
      ),
  },
  'linked-leader': {
    zh: '包联领导',
    summary: { zh: '包联各乡镇的处级领导', en: 'the leaders of the banner who are linked with townships' },
    load: async () => (await import('../linked-leaders/commands.ts')).linkedLeaderCommands,
  },
  site: {
    zh: '场所',
    duty: 'entry',
    summary: { zh: '指挥中心、工作站、工作小组、领导小组', en: 'command centre, stations, groups' },
    load: async () => (await import('../sites/commands.ts')).siteCommands,
  },
  post: {
    zh: '职务',
    duty: 'entry',
    summary: { zh: '各场所的负责人和成员', en: 'who holds which post at a site' },
    load: async () => (await import('../sites/commands.ts')).postCommands,
  },
  establishment: {
    zh: '编制',
    summary: { zh: '各场所的编制：核定、已用、空缺', en: 'how many posts a site may have, filled and vacant' },
    load: async () => (await import('../sites/commands.ts')).establishmentCommands,
  },
  room: {
    zh: '功能室',
    duty: 'entry',
    summary: { zh: '各场所的功能室', en: 'the rooms of sites' },
    load: async () => (await import('../sites/commands.ts')).roomCommands,
  },
  window: {
    zh: '窗口',
    duty: 'entry',
    summary: { zh: '中心的调解窗口', en: 'the centre’s mediation windows' },
    load: async () => (await import('../centre/commands.ts')).windowCommands,
  },
  stationing: {
    zh: '进驻',
    duty: 'entry',
    summary: { zh: '各窗口的进驻部门', en: 'which department serves at which window' },
    load: async () => (await import('../centre/commands.ts')).stationingCommands,
  },
  service: {
    zh: '服务',
    duty: 'entry',
    summary: { zh: '窗口的服务记录', en: 'services at the windows' },
    load: async () => [
      ...(await import('../centre/commands.ts')).serviceCommands,
      { ...(await import('../reports/service-count.ts')).serviceCount, name: 'count', zh: '统计' },
    ],
  },
  expert: {
    zh: '专家',
    summary: { zh: '专家库', en: 'the pool of experts' },
    load: async () => (await import('../experts/commands/expert.ts')).expertCommands,
  },
  mediator: {
    zh: '调解员',
    duty: 'entry',
    summary: { zh: '各调委会的调解员名册', en: 'the mediators on the rosters of the committees' },
    load: async () => (await import('../mediators/commands.ts')).mediatorCommands,
  },
  'allowance-rate': {
    zh: '补贴标准',
    summary: { zh: '以案定补的补贴标准', en: 'what mediators are paid for a case' },
    load: async () => (await import('../allowance/commands.ts')).allowanceCommands,
  },
  guidance: {
    zh: '指导组',
    summary: { zh: '调研指导组', en: 'guidance groups' },
    load: async () => (await import('../guidance/commands/guidance.ts')).guidanceCommands,
  },
  'guidance-unit': {
    zh: '指导范围',
    summary: { zh: '各指导组负责的机构', en: 'which units are in which group' },
    load: async () => (await import('../guidance/commands/guidance.ts')).guidanceUnitCommands,
  },
  'guidance-visit': {
    zh: '指导走访',
    duty: 'entry',
    summary: { zh: '指导组的走访', en: 'the visits of guidance groups' },
    load: async () => (await import('../guidance/commands/visit.ts')).guidanceVisitCommands,
  },
  'guidance-problem': {
    zh: '指导问题',
    duty: 'entry',
    summary: { zh: '指导组发现的问题、责任方和期限', en: 'what guidance groups found, with owner and due day' },
    load: async () => (await import('../guidance/commands/problem.ts')).guidanceProblemCommands,
  },
};
