import type { Area } from './cli/command.ts';

const area = (name: string, zh: string, en: string, chinese: string, load: Area['load']): Area => ({
  name,
  zh,
  summary: { zh: chinese, en },
  load,
});
const solo = (name: string, zh: string, en: string, chinese: string, load: Area['load']): Area => ({
  ...area(name, zh, en, chinese, load),
  solo: true,
});

/** The command tree, one entry an area. An area's code is loaded when it is called: no command waits for another's. */
export const AREAS: readonly Area[] = [
  solo('init', '建账', 'create a new ledger', '建立新台账', async () => [(await import('./admin/init.ts')).init]),
  solo(
    'demo',
    '演示',
    'make the demo banner and print the main tables',
    '生成一个旗的演示台账并打印主要报表',
    async () => [(await import('./demo/command.ts')).demo],
  ),
  area('unit', '机构', 'units: banner, townships, villages, communities', '机构：旗、乡镇、村、社区', async () => {
    const { OPEN_WORK, LEVEL_RULES } = await import('./admin/open-work.ts');
    return (await import('./units/commands/unit.ts')).unitCommands(OPEN_WORK, LEVEL_RULES);
  }),
  area(
    'team',
    '服务队',
    'service teams of villages and communities',
    '村（社区）服务队',
    async () => (await import('./teams/commands/team.ts')).teamCommands,
  ),
  area(
    'cadre',
    '干部',
    'the cadres who visit',
    '走访干部',
    async () => (await import('./teams/commands/cadre.ts')).cadreCommands,
  ),
  area('pair', '结对', 'pairs: two cadres who visit together', '结对：两名干部一组', async () => [
    ...(await import('./teams/commands/pair.ts')).pairCommands,
    ...(await import('./households/commands/pair.ts')).pairHouseholdCommands,
  ]),
  area('household', '户', 'households', '户', async () =>
    (await import('./households/commands/household.ts')).householdCommands(
      (await import('./desk/household-account.ts')).householdAccount,
    ),
  ),
  area(
    'assignment',
    '包户',
    'who looks after which household',
    '包户：谁负责哪一户',
    async () => (await import('./households/commands/assignment.ts')).assignmentCommands,
  ),
  solo('handover', '交接', 'hand one cadre’s households to another', '把一名干部的户交给另一名', async () => [
    (await import('./households/commands/handover.ts')).handover,
  ]),
  area('visit', '走访', 'household visits and diaries', '入户走访和民情日记', async () =>
    (await import('./visits/commands/visit.ts')).visitCommands(
      (await import('./desk/visit-findings.ts')).visitFindings,
    ),
  ),
  area('dispute', '纠纷', 'disputes in three tiers', '矛盾纠纷：三级调处', async () => [
    ...(await import('./disputes/commands/all.ts')).disputeCommands,
    ...(await import('./experts/commands/invite.ts')).inviteCommands,
  ]),
  area(
    'petition',
    '信访',
    'petitions and who carries them',
    '信访和代办',
    async () => (await import('./petitions/commands/all.ts')).petitionCommands,
  ),
  area('agent', '代办员', 'petition agents', '信访代办员', async () =>
    (await import('./agents/commands.ts')).agentCommands(
      (await import('./reports/workload.ts')).workload,
      (await import('./petitions/agent-store.ts')).agentWork,
    ),
  ),
  area('department', '部门', 'departments that tasks go to', '承办部门', async () =>
    (await import('./departments/commands.ts')).departmentCommands(
      (await import('./admin/department-work.ts')).departmentWork,
    ),
  ),
  area('meeting', '调度', 'dispatch meetings and what they decided', '调度会和会议事项', async () =>
    (await import('./meetings/commands/meeting.ts')).meetingCommands((await import('./desk/agenda.ts')).agenda),
  ),
  area(
    'site',
    '场所',
    'command centre, stations, groups',
    '指挥中心、工作站、工作小组、领导小组',
    async () => (await import('./sites/commands/site.ts')).siteCommands,
  ),
  area(
    'post',
    '职务',
    'who holds which post at a site',
    '各场所的负责人和成员',
    async () => (await import('./sites/commands/post.ts')).postCommands,
  ),
  area(
    'room',
    '功能室',
    'the rooms of sites',
    '各场所的功能室',
    async () => (await import('./sites/commands/room.ts')).roomCommands,
  ),
  area(
    'window',
    '窗口',
    'the centre’s mediation windows',
    '中心的调解窗口',
    async () => (await import('./centre/commands.ts')).windowCommands,
  ),
  area(
    'stationing',
    '进驻',
    'which department serves at which window',
    '哪个部门进驻哪个窗口',
    async () => (await import('./centre/commands.ts')).stationingCommands,
  ),
  area('service', '服务', 'what the windows served', '窗口的服务记录', async () => [
    ...(await import('./centre/commands.ts')).serviceCommands,
    (await import('./reports/service-count.ts')).serviceCount,
  ]),
  area(
    'expert',
    '专家',
    'the pool of experts',
    '专家库',
    async () => (await import('./experts/commands/expert.ts')).expertCommands,
  ),
  area(
    'guidance',
    '指导组',
    'guidance groups',
    '调研指导组',
    async () => (await import('./guidance/commands/guidance.ts')).guidanceCommands,
  ),
  area(
    'guidance-unit',
    '指导范围',
    'which units are in which group',
    '哪些机构归哪个指导组',
    async () => (await import('./guidance/commands/guidance.ts')).guidanceUnitCommands,
  ),
  area(
    'need',
    '需求',
    'what households need, and what was done',
    '群众需求和办理结果',
    async () => (await import('./needs/commands.ts')).needCommands,
  ),
  area(
    'benefit',
    '惠民',
    'policies and subsidies brought to households',
    '惠民政策告知和补贴发放',
    async () => (await import('./benefits/commands.ts')).benefitCommands,
  ),
  area(
    'village-rule',
    '村规',
    'village rules, residents’ compacts',
    '村规民约和居民公约',
    async () => (await import('./village-rules/commands.ts')).villageRuleCommands,
  ),
  area(
    'outreach',
    '宣传',
    'laws and policies made known',
    '政策法规宣传活动',
    async () => (await import('./outreach/commands.ts')).outreachCommands,
  ),
  area('assessment', '考核', 'assessment schemes and frozen results', '考核方案和考核结果', async () =>
    (await import('./assessment/commands/assessment.ts')).assessmentCommands(
      (await import('./reports/scorecard/figures.ts')).scorecardFigures,
    ),
  ),
  area(
    'campaign',
    '行动',
    'from when the campaign runs',
    '千百万行动从哪一天启动',
    async () => (await import('./admin/campaign.ts')).campaignCommands,
  ),
  solo('todo', '待办', 'what waits for a unit or an agent', '等着办的事', async () => [
    (await import('./desk/todo/command.ts')).todo,
  ]),
  area(
    'deadline',
    '时限',
    'deadlines with their articles',
    '时限及其依据',
    async () => (await import('./deadlines/commands/deadline.ts')).deadlineCommands,
  ),
  area(
    'holiday',
    '节假日',
    'free days and swapped working days',
    '放假和调休',
    async () => (await import('./deadlines/commands/holiday.ts')).holidayCommands,
  ),
  area(
    'domain',
    '领域',
    'the task domains',
    '工作领域目录',
    async () => (await import('./visits/commands/domain.ts')).domainCommands,
  ),
  area(
    'report',
    '报表',
    'reports: coverage, missed, domains, resolution, matrix, overdue, petitions, workload, headline …',
    '报表：覆盖、未访、领域、化解、月报表、逾期、信访、工作量、总览、简报等',
    async verb => (await import('./reports/all.ts')).reportCommands(verb),
  ),
  area(
    'import',
    '导入',
    'imports that were made: list, undo',
    '做过的导入：查看、撤销',
    async () => (await import('./admin/imports.ts')).importCommands,
  ),
  solo('check', '核对', 'verify the whole ledger', '核对整个台账', async () => [
    (await import('./admin/check.ts')).checkCommand,
  ]),
  solo('log', '日志', 'the journal', '操作日志', async () => [(await import('./admin/log.ts')).log]),
];
