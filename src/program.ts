import { check } from './admin/check.ts';
import { importCommands } from './admin/imports.ts';
import { init } from './admin/init.ts';
import { log } from './admin/log.ts';
import { OPEN_WORK } from './admin/open-work.ts';
import { agentCommands } from './agents/commands.ts';
import { assessmentCommands } from './assessment/commands/all.ts';
import { benefitCommands } from './benefits/commands.ts';
import { serviceCommands, stationingCommands, windowCommands } from './centre/commands.ts';
import type { Area } from './cli/command.ts';
import { deadlineCommands } from './deadlines/commands/deadline.ts';
import { holidayCommands } from './deadlines/commands/holiday.ts';
import { departmentCommands } from './departments/commands.ts';
import { agenda } from './desk/agenda.ts';
import { todo } from './desk/todo.ts';
import { disputeCommands } from './disputes/commands/all.ts';
import { expertCommands } from './experts/commands/expert.ts';
import { inviteCommands } from './experts/commands/invite.ts';
import { guidanceCommands, guidanceUnitCommands } from './guidance/commands.ts';
import { assignmentCommands } from './households/commands/assignment.ts';
import { handover } from './households/commands/handover.ts';
import { householdCommands } from './households/commands/household.ts';
import { pairHouseholdCommands } from './households/commands/pair.ts';
import { meetingCommands } from './meetings/commands/all.ts';
import { needCommands } from './needs/commands.ts';
import { outreachCommands } from './outreach/commands.ts';
import { petitionCommands } from './petitions/commands/all.ts';
import { bulletin } from './reports/bulletin.ts';
import { coverage } from './reports/coverage.ts';
import { gaps } from './reports/gaps.ts';
import { headline } from './reports/headline.ts';
import { matrix } from './reports/matrix.ts';
import { missed } from './reports/missed.ts';
import { oneStop } from './reports/one-stop.ts';
import { overdue } from './reports/overdue.ts';
import { petitions } from './reports/petitions.ts';
import { quality } from './reports/quality.ts';
import { resolution } from './reports/resolution.ts';
import { scorecard } from './reports/scorecard.ts';
import { scorecardFigures } from './reports/scorecard-figures.ts';
import { serviceCount } from './reports/service-count.ts';
import { workload } from './reports/workload.ts';
import { postCommands } from './sites/commands/post.ts';
import { roomCommands } from './sites/commands/room.ts';
import { siteCommands } from './sites/commands/site.ts';
import { cadreCommands } from './teams/commands/cadre.ts';
import { pairCommands } from './teams/commands/pair.ts';
import { teamCommands } from './teams/commands/team.ts';
import { unitCommands } from './units/commands.ts';
import { villageRuleCommands } from './village-rules/commands.ts';
import { domainCommands } from './visits/commands/domain.ts';
import { visitCommands } from './visits/commands/visit.ts';

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

/** The command tree, one line an area. Only what few commands need (the demo, prompts, CSV reading) is loaded when called. */
export const AREAS: readonly Area[] = [
  solo('init', '建账', 'create a new ledger', '建立新台账', async () => [init]),
  solo(
    'demo',
    '演示',
    'make the demo banner and print the main tables',
    '生成一个旗的演示台账并打印主要报表',
    async () => [(await import('./demo/command.ts')).demo],
  ),
  area('unit', '机构', 'units: banner, townships, villages, communities', '机构：旗、乡镇、村、社区', async () =>
    unitCommands(OPEN_WORK),
  ),
  area('team', '服务队', 'service teams of villages and communities', '村（社区）服务队', async () => teamCommands),
  area('cadre', '干部', 'the cadres who visit', '走访干部', async () => cadreCommands),
  area('pair', '结对', 'pairs: two cadres who visit together', '结对：两名干部一组', async () => [
    ...pairCommands,
    ...pairHouseholdCommands,
  ]),
  area('household', '户', 'households', '户', async () => householdCommands),
  area('assignment', '包户', 'who looks after which household', '包户：谁负责哪一户', async () => assignmentCommands),
  solo('handover', '交接', 'hand one cadre’s households to another', '把一名干部的户交给另一名', async () => [
    handover,
  ]),
  area('visit', '走访', 'household visits and diaries', '入户走访和民情日记', async () => visitCommands),
  area('dispute', '纠纷', 'disputes in three tiers', '矛盾纠纷：三级调处', async () => [
    ...disputeCommands,
    ...inviteCommands,
  ]),
  area('petition', '信访', 'petitions and who carries them', '信访和代办', async () => petitionCommands),
  area('agent', '代办员', 'petition agents', '信访代办员', async () => agentCommands(workload)),
  area('department', '部门', 'departments that tasks go to', '承办部门', async () => departmentCommands),
  area('meeting', '调度', 'dispatch meetings and what they decided', '调度会和会议事项', async () =>
    meetingCommands(agenda),
  ),
  area(
    'site',
    '场所',
    'command centre, stations, groups',
    '指挥中心、工作站、工作小组、领导小组',
    async () => siteCommands,
  ),
  area('post', '职务', 'who holds which post at a site', '各场所的负责人和成员', async () => postCommands),
  area('room', '功能室', 'the rooms of sites', '各场所的功能室', async () => roomCommands),
  area('window', '窗口', 'the centre’s mediation windows', '中心的调解窗口', async () => windowCommands),
  area(
    'stationing',
    '进驻',
    'which department serves at which window',
    '哪个部门进驻哪个窗口',
    async () => stationingCommands,
  ),
  area('service', '服务', 'what the windows served', '窗口的服务记录', async () => [...serviceCommands, serviceCount]),
  area('expert', '专家', 'the pool of experts', '专家库', async () => expertCommands),
  area('guidance', '指导组', 'guidance groups', '调研指导组', async () => guidanceCommands),
  area(
    'guidance-unit',
    '指导范围',
    'which units are in which group',
    '哪些机构归哪个指导组',
    async () => guidanceUnitCommands,
  ),
  area('need', '需求', 'what households need, and what was done', '群众需求和办理结果', async () => needCommands),
  area(
    'benefit',
    '惠民',
    'policies and subsidies brought to households',
    '惠民政策告知和补贴发放',
    async () => benefitCommands,
  ),
  area(
    'village-rule',
    '村规',
    'village rules, residents’ compacts',
    '村规民约和居民公约',
    async () => villageRuleCommands,
  ),
  area('outreach', '宣传', 'laws and policies made known', '政策法规宣传活动', async () => outreachCommands),
  area('assessment', '考核', 'assessment schemes and frozen results', '考核方案和考核结果', async () =>
    assessmentCommands(scorecardFigures),
  ),
  solo('todo', '待办', 'what waits for a unit or an agent', '等着办的事', async () => [todo]),
  area('deadline', '时限', 'deadlines with their articles', '时限及其依据', async () => deadlineCommands),
  area('holiday', '节假日', 'free days and swapped working days', '放假和调休', async () => holidayCommands),
  area('domain', '领域', 'the task domains', '工作领域目录', async () => domainCommands),
  area(
    'report',
    '报表',
    'reports: coverage, missed, resolution, matrix, overdue, petitions, workload, headline …',
    '报表：覆盖、未访、化解、月报表、逾期、信访、工作量、总览、简报等',
    async () => [
      coverage,
      missed,
      resolution,
      matrix,
      overdue,
      oneStop,
      petitions,
      workload,
      headline,
      bulletin,
      gaps,
      quality,
      scorecard,
    ],
  ),
  area(
    'import',
    '导入',
    'imports that were made: list, take back',
    '做过的导入：查看、撤回',
    async () => importCommands,
  ),
  solo('check', '核对', 'verify the whole ledger', '核对整个台账', async () => [check]),
  solo('log', '日志', 'the journal', '操作日志', async () => [log]),
];
