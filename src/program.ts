import type { Area, Program } from './cli/command.ts';

/** The command tree, one entry an area. An area's code is loaded when it is called: no command waits for another's. */
const TREE: Readonly<Record<string, Omit<Area, 'name'>>> = {
  init: {
    zh: '建账',
    summary: { zh: '建立新台账', en: 'create a new ledger' },
    solo: true,
    load: async () => [(await import('./admin/init.ts')).init],
  },
  demo: {
    zh: '演示',
    summary: { zh: '生成一个旗的演示台账', en: 'create a demo ledger of one banner and print the main reports' },
    solo: true,
    load: async () => [(await import('./demo/command.ts')).demo],
  },
  unit: {
    zh: '机构',
    summary: { zh: '机构：旗、乡镇、村、社区', en: 'units: banner, townships, villages, communities' },
    load: async () => {
      const { OPEN_WORK, LEVEL_RULES } = await import('./admin/open-work.ts');
      return (await import('./units/commands/unit.ts')).unitCommands(OPEN_WORK, LEVEL_RULES);
    },
  },
  team: {
    zh: '服务队',
    summary: { zh: '村（社区）服务队', en: 'service teams of villages and communities' },
    load: async () => (await import('./teams/commands/team.ts')).teamCommands,
  },
  cadre: {
    zh: '干部',
    summary: { zh: '走访干部', en: 'the cadres who visit' },
    load: async () => (await import('./teams/commands/cadre.ts')).cadreCommands,
  },
  pair: {
    zh: '结对',
    summary: { zh: '结对：两名干部一组', en: 'pairs: two cadres who visit together' },
    load: async () => [
      ...(await import('./teams/commands/pair.ts')).pairCommands,
      ...(await import('./households/commands/pair.ts')).pairHouseholdCommands,
    ],
  },
  household: {
    zh: '户',
    summary: { zh: '户', en: 'households' },
    load: async () =>
      (await import('./households/commands/household.ts')).householdCommands(
        (await import('./desk/household-account.ts')).householdAccount,
      ),
  },
  standard: {
    zh: '走访标准',
    summary: { zh: '走访标准：各类户多久入户一次', en: 'visit standards: how often each kind of household is visited' },
    load: async () => (await import('./standards/commands.ts')).standardCommands,
  },
  assignment: {
    zh: '包户',
    summary: { zh: '包户：各户的责任结对和干部', en: 'assignments: the pair and cadre responsible for each household' },
    load: async () => (await import('./households/commands/assignment.ts')).assignmentCommands,
  },
  handover: {
    zh: '交接',
    summary: { zh: '将一名干部包的户移交另一名', en: 'hand one cadre’s households to another' },
    solo: true,
    load: async () => [(await import('./households/commands/handover.ts')).handover],
  },
  visit: {
    zh: '走访',
    summary: { zh: '入户走访和民情日记', en: 'household visits and diaries' },
    load: async () =>
      (await import('./visits/commands/visit.ts')).visitCommands(
        (await import('./desk/visit-findings.ts')).visitFindings,
        (await import('./desk/visit-uses.ts')).visitUses,
      ),
  },
  dispute: {
    zh: '纠纷',
    summary: { zh: '矛盾纠纷：三级调处', en: 'disputes in three tiers' },
    load: async () => [
      ...(await import('./disputes/commands/all.ts')).disputeCommands,
      ...(await import('./experts/commands/invite.ts')).inviteCommands,
    ],
  },
  petition: {
    zh: '信访',
    summary: { zh: '信访和代办', en: 'petitions and their agents' },
    load: async () => (await import('./petitions/commands/all.ts')).petitionCommands,
  },
  agent: {
    zh: '代办员',
    summary: { zh: '信访代办员', en: 'petition agents' },
    load: async () =>
      (await import('./agents/commands.ts')).agentCommands(
        (await import('./reports/workload.ts')).workload,
        (await import('./petitions/open-work-store.ts')).agentWork,
      ),
  },
  department: {
    zh: '部门',
    summary: { zh: '承办部门', en: 'departments that tasks go to' },
    load: async () =>
      (await import('./departments/commands.ts')).departmentCommands(
        (await import('./admin/open-work.ts')).departmentWork,
      ),
  },
  meeting: {
    zh: '调度',
    summary: { zh: '调度会和会议事项', en: 'dispatch meetings and their decisions' },
    load: async () =>
      (await import('./meetings/commands/meeting.ts')).meetingCommands(
        (await import('./desk/half-month/command.ts')).agenda,
      ),
  },
  'linked-leader': {
    zh: '包联领导',
    summary: { zh: '包联各乡镇的处级领导', en: 'the leaders of the banner who are linked with townships' },
    load: async () => (await import('./linked-leaders/commands.ts')).linkedLeaderCommands,
  },
  site: {
    zh: '场所',
    summary: { zh: '指挥中心、工作站、工作小组、领导小组', en: 'command centre, stations, groups' },
    load: async () => (await import('./sites/commands.ts')).siteCommands,
  },
  post: {
    zh: '职务',
    summary: { zh: '各场所的负责人和成员', en: 'who holds which post at a site' },
    load: async () => (await import('./sites/commands.ts')).postCommands,
  },
  establishment: {
    zh: '编制',
    summary: { zh: '各场所的编制：核定、已用、空缺', en: 'how many posts a site may have, filled and vacant' },
    load: async () => (await import('./sites/commands.ts')).establishmentCommands,
  },
  room: {
    zh: '功能室',
    summary: { zh: '各场所的功能室', en: 'the rooms of sites' },
    load: async () => (await import('./sites/commands.ts')).roomCommands,
  },
  window: {
    zh: '窗口',
    summary: { zh: '中心的调解窗口', en: 'the centre’s mediation windows' },
    load: async () => (await import('./centre/commands.ts')).windowCommands,
  },
  stationing: {
    zh: '进驻',
    summary: { zh: '各窗口的进驻部门', en: 'which department serves at which window' },
    load: async () => (await import('./centre/commands.ts')).stationingCommands,
  },
  service: {
    zh: '服务',
    summary: { zh: '窗口的服务记录', en: 'services at the windows' },
    load: async () => [
      ...(await import('./centre/commands.ts')).serviceCommands,
      { ...(await import('./reports/service-count.ts')).serviceCount, name: 'count', zh: '统计' },
    ],
  },
  expert: {
    zh: '专家',
    summary: { zh: '专家库', en: 'the pool of experts' },
    load: async () => (await import('./experts/commands/expert.ts')).expertCommands,
  },
  mediator: {
    zh: '调解员',
    summary: { zh: '各调委会的调解员名册', en: 'the mediators on the rosters of the committees' },
    load: async () => (await import('./mediators/commands.ts')).mediatorCommands,
  },
  'allowance-rate': {
    zh: '补贴标准',
    summary: { zh: '以案定补的补贴标准', en: 'what mediators are paid for a case' },
    load: async () => (await import('./allowance/commands.ts')).allowanceCommands,
  },
  guidance: {
    zh: '指导组',
    summary: { zh: '调研指导组', en: 'guidance groups' },
    load: async () => (await import('./guidance/commands/guidance.ts')).guidanceCommands,
  },
  'guidance-unit': {
    zh: '指导范围',
    summary: { zh: '各指导组负责的机构', en: 'which units are in which group' },
    load: async () => (await import('./guidance/commands/guidance.ts')).guidanceUnitCommands,
  },
  'guidance-visit': {
    zh: '指导走访',
    summary: { zh: '指导组的走访', en: 'the visits of guidance groups' },
    load: async () => (await import('./guidance/commands/visit.ts')).guidanceVisitCommands,
  },
  'guidance-problem': {
    zh: '指导问题',
    summary: { zh: '指导组发现的问题、责任方和期限', en: 'what guidance groups found, with owner and due day' },
    load: async () => (await import('./guidance/commands/problem.ts')).guidanceProblemCommands,
  },
  need: {
    zh: '需求',
    summary: { zh: '群众需求和办理结果', en: 'what households need, and what was done' },
    load: async () => (await import('./needs/commands.ts')).needCommands,
  },
  benefit: {
    zh: '惠民',
    summary: { zh: '惠民政策告知和补贴发放', en: 'policies and subsidies brought to households' },
    load: async () => (await import('./benefits/commands.ts')).benefitCommands,
  },
  'village-rule': {
    zh: '村规',
    summary: { zh: '村规民约和居民公约', en: 'village rules, residents’ compacts' },
    load: async () => (await import('./village-rules/commands.ts')).villageRuleCommands,
  },
  'village-rule-step': {
    zh: '村规步骤',
    summary: { zh: '村规的制定步骤', en: 'how village rules came about' },
    load: async () => (await import('./village-rules/commands.ts')).villageRuleStepCommands,
  },
  outreach: {
    zh: '宣传',
    summary: { zh: '政策法规宣传活动', en: 'outreach on laws and policies' },
    load: async () => (await import('./outreach/commands.ts')).outreachCommands,
  },
  'return-kind': {
    zh: '报表种类',
    summary: { zh: '每月应报的报表：谁报送、次月几日前', en: 'what is to be returned every month, by whom and when' },
    load: async () => (await import('./returns/commands.ts')).returnKindCommands,
  },
  receipt: {
    zh: '收报',
    summary: {
      zh: '收报登记：哪个单位哪个月的报表哪天收到',
      en: 'returns that were received: from whom, for which month, when',
    },
    load: async () => (await import('./returns/commands.ts')).receiptCommands,
  },
  assessment: {
    zh: '考核',
    summary: { zh: '考核方案和考核结果', en: 'assessment schemes and frozen results' },
    load: async () =>
      (await import('./assessment/commands/assessment.ts')).assessmentCommands(
        (await import('./reports/scorecard/figures.ts')).scorecardFigures,
      ),
  },
  campaign: {
    zh: '行动',
    summary: { zh: '千百万行动的启动日期', en: 'the day on which the campaign starts' },
    load: async () => (await import('./admin/campaign.ts')).campaignCommands,
  },
  todo: {
    zh: '待办',
    summary: { zh: '待办事项', en: 'open tasks of a unit or an agent' },
    solo: true,
    load: async () => [(await import('./desk/todo/command.ts')).todo],
  },
  deadline: {
    zh: '时限',
    summary: { zh: '时限及其依据', en: 'deadlines with their articles' },
    load: async () => (await import('./deadlines/commands/deadline.ts')).deadlineCommands,
  },
  holiday: {
    zh: '节假日',
    summary: { zh: '放假和调休', en: 'free days and swapped working days' },
    load: async () => (await import('./deadlines/commands/holiday.ts')).holidayCommands,
  },
  domain: {
    zh: '领域',
    summary: { zh: '工作领域目录', en: 'the task domains' },
    load: async () => (await import('./visits/commands/domain.ts')).domainCommands,
  },
  report: {
    zh: '报表',
    summary: {
      zh: '报表：覆盖、未访、领域、化解、月报表、逾期、信访、工作量、总览、简报等',
      en: 'reports: coverage, missed, domains, resolution, matrix, overdue, petitions, workload, headline …',
    },
    load: async verb => (await import('./reports/all.ts')).reportCommands(verb),
  },
  import: {
    zh: '导入',
    summary: { zh: '导入记录：查看、撤销', en: 'past imports: list, undo' },
    load: async () => (await import('./admin/imports.ts')).importCommands,
  },
  check: {
    zh: '核对',
    summary: { zh: '核对整个台账', en: 'verify the whole ledger' },
    solo: true,
    load: async () => [(await import('./admin/checks.ts')).checkCommand],
  },
  log: {
    zh: '日志',
    summary: { zh: '操作日志', en: 'the journal' },
    solo: true,
    load: async () => [(await import('./admin/log.ts')).log],
  },
};

export const AREAS: readonly Area[] = Object.entries(TREE).map(([name, area]) => ({ name, ...area }));

export const PROGRAM: Program = {
  areas: AREAS,
  peopleOf: async () => (await import('./households/people-store.ts')).peopleBehind,
};
