import { VOID } from '../../cases/case.ts';
import type { Text } from '../../kernel/text.ts';
import { type Column, column, type Row } from '../../kernel/view.ts';
import { fileValue, valueOn } from '../../register/simple-store.ts';
import { siteRecord } from '../../sites/simple-records.ts';
import type { SiteKind } from '../../sites/site.ts';
import { type Level, TIER } from '../../units/level.ts';
import { activeOn, countedTerm, IN_PERIOD } from '../days.ts';
import type { Scope } from '../scope.ts';
import { EVIDENCE_COLUMNS, evidenceIn, evidenceRow } from '../screening/evidence.ts';
import { SETTLED_FINDS } from '../screening/finds.ts';

/** A condition on a column of units: that it is one of those that were asked for. */
export type Within = (column: string) => string;

/** One figure of the headline: the rows that it counts, so that the figure and its explanation cannot differ. */
export interface HeadlineFigure {
  readonly key: string;
  readonly title: Text;
  /** What it counts, in a clause. */
  readonly rule: Text;
  /** The lowest level that has it: windows are the banner's, stations its townships'. */
  readonly level: Level;
  /**
   * Lists what is counted, where a column of units is within those that were asked for; @from and @to are the period's
   * days, dated things count as on @to.
   */
  readonly sql: (within: Within) => string;
  readonly columns: readonly Column[];
  /** The day on which something happened, by which a period counts it; what is counted as on @to has none. */
  readonly day?: string;
  /** The same rows with what stands behind each, where the query alone does not say it. */
  readonly rows?: (scope: Scope, reveal: boolean) => readonly Row[];
}

const code = column('code', '代码', 'Code', 'code');
const name = column('name', '名称', 'Name');
const person = column('name', '姓名', 'Name', 'name');

/** The rule of all that a roster holds, and nothing more to say. */
const ON_ROSTER: Text = { zh: '期末在册的', en: 'those on the roster on the last day' };

/** Whatever units have of a table on the last day, under a condition. */
function roster(
  key: string,
  zh: string,
  en: string,
  table: string,
  columns: readonly Column[],
  condition = 'true',
  unit = 't.unit_id',
) {
  const selected = columns.map(({ key }) => `t.${key}`).join(', ');
  const sql = (within: Within) => `select ${selected} from ${table} t
    where ${activeOn('t', '@to')} and ${condition} and ${within(unit)} order by t.code`;
  return { key, title: { zh, en }, rule: ON_ROSTER, level: 'village', sql, columns } as const;
}

/** Windows are the centre's unless they name a site of their own (S-07). */
const IN_THE_CENTRE = `(t.site_id is null or t.site_id in (select id from site where kind = 'command_centre'))`;

/** What the banner has for all its units. */
function banners(key: string, zh: string, en: string, table: string, condition = 'true') {
  const sql = () =>
    `select t.code, t.name from ${table} t where ${activeOn('t', '@to')} and ${condition} order by t.code`;
  return { key, title: { zh, en }, rule: ON_ROSTER, level: 'banner', sql, columns: [code, name] } as const;
}

/** Units of a level; a unit of the level below has none of them. */
function units(key: string, zh: string, en: string, level: Level, above: Level) {
  return { ...roster(key, zh, en, 'unit_term', [code, name], `t.level = '${level}'`), level: above };
}

/** Sites by the names of the last day; one counts from its founding on. */
const sites = (kind: SiteKind, level: Level) => ({
  level,
  sql: (within: Within) => `select code, ${valueOn(siteRecord, 'name', '@to')} as name from site t
    where kind = '${kind}' and ${fileValue(siteRecord, 'from_on')} <= @to and to_on > @to and ${within('t.unit_id')} order by code`,
  columns: [code, name],
});

/** Cadres in a team on the last day. */
const cadres =
  (columns: string, condition = 'true') =>
  (within: Within) =>
    `select distinct c.code, ${columns} from cadre c join team_member m on m.cadre_id = c.id
   where ${activeOn('m', '@to')} and ${condition} and ${within('m.unit_id')} order by c.code`;

const HAS_TEAM = `exists (select 1 from team_member m where m.unit_id = t.unit_id and ${activeOn('m', '@to')})`;

/** The unit of an agent on the last day: that of a merger, or of a change, moves no past figure. */
const AGENT_UNIT = `coalesce((select u.unit_id from unit_term u where u.code = (select old_value from event
    where noun = 'agent' and record_id = t.id and field = 'unit_code' and on_day > @to order by id limit 1) limit 1), t.unit_id)`;

/** The village in which the period counts the household of a visit, as in the report on coverage. */
const VILLAGE = `(select t.unit_id from household_term t where t.household_id = v.household_id and ${countedTerm('t')})`;

/** The figures of the published article, each from data. */
const HEADLINE: readonly HeadlineFigure[] = [
  units('townships', '乡镇', 'Townships', 'township', 'banner'),
  units('villages', '行政村', 'Villages', 'village', 'township'),
  units('communities', '社区', 'Communities', 'community', 'township'),
  {
    key: 'stations',
    title: { zh: '调处工作站', en: 'Mediation stations' },
    rule: { zh: '期末已成立、未停用的乡镇工作站', en: 'township stations founded by the last day and not closed' },
    ...sites('work_station', 'township'),
  },
  {
    key: 'working_groups',
    title: { zh: '调处工作小组', en: 'Working groups' },
    rule: {
      zh: '期末已成立、未停用的村和社区工作小组',
      en: 'working groups of villages and communities founded by the last day and not closed',
    },
    ...sites('working_group', 'village'),
  },
  {
    ...roster('teams', '服务队', 'Service teams', 'unit_term', [code, name], HAS_TEAM),
    rule: { zh: '期末有队员的机构', en: 'units that have team members on the last day' },
  },
  {
    key: 'cadres',
    title: { zh: '干部', en: 'Cadres' },
    rule: { zh: '期末在队的干部，一人只计一次', en: 'cadres in a team on the last day, each once' },
    level: 'village',
    sql: cadres('c.name'),
    columns: [code, person],
  },
  roster('pairs', '结对', 'Pairs', 'pair', [code]),
  {
    key: 'household_visits',
    title: { zh: '入户走访（户次）', en: 'Household visits' },
    rule: {
      zh: '统计期内的入户走访（含代访，不含电话和家中无人），一户走访一次计一户次',
      en: 'home visits in the period (substitute visits count, phone calls and absences do not)',
    },
    level: 'village',
    sql: within => `select v.id as visit, v.visited_on, h.code from visit v join household h on h.id = v.household_id
      where v.mode = 'home' and v.visited_on ${IN_PERIOD} and ${within(VILLAGE)}`,
    day: 'visited_on',
    columns: [
      column('visit', '走访号', 'Visit'),
      column('visited_on', '走访日期', 'Day', 'day'),
      column('code', '户编号', 'Household', 'code'),
    ],
  },
  {
    key: 'disputes_proactive_settled',
    title: { zh: '主动排查化解的矛盾纠纷（件次）', en: 'Disputes found and settled' },
    rule: {
      zh: '来源为主动排查、在统计期内化解的件次，重启后又化解的再计一次',
      en: 'settlements in the period of disputes found by proactive screening; one reopened and settled again counts again',
    },
    level: 'village',
    sql: within => `select * from (${SETTLED_FINDS}) where ${within('unit')}`,
    day: 'settled_on',
    columns: [code, name, column('settled_on', '化解日期', 'Settled', 'day'), ...EVIDENCE_COLUMNS],
    rows: (scope, reveal) => evidenceIn(scope, reveal).map(evidenceRow),
  },
  {
    key: 'village_rules',
    title: { zh: '村规民约', en: 'Village rules' },
    rule: {
      zh: '期末在用的村规民约，不含社区的居民公约',
      en: 'village rules in force on the last day, residents’ compacts left out',
    },
    level: 'village',
    sql: within => `select t.code, t.title as name from village_rule t
      where t.kind = 'rule' and ${activeOn('t', '@to')} and ${within('t.unit_id')} order by t.code`,
    columns: [code, name],
  },
  roster('agents', '信访代办员', 'Petition agents', 'agent', [code, person], 'true', AGENT_UNIT),
  {
    key: 'agency_cases',
    title: { zh: '代办信访事项（件）', en: 'Agency cases' },
    rule: {
      zh: '有委托书和代办员、已受理的信访，三者齐备之日在统计期内的',
      en: 'petitions with a letter of authority and an agent that were accepted, by the day on which all three were there',
    },
    level: 'village',
    sql: within => `select code, name, since from (
        select m.number as code, p.demand as name, max(p.accepted_on, p.authority_on, (select min(v.on_day) from move v
          where v.case_id = m.id and json_extract(v.details, '$.agentId') is not null)) as since
        from petition p join cases m on m.id = p.id where p.agent_id is not null and m.status <> '${VOID}' and ${within('m.unit_id')})
      where since ${IN_PERIOD} order by since, code`,
    day: 'since',
    columns: [code, name, column('since', '代办日期', 'Since', 'day')],
  },
  banners('windows', '调解窗口', 'Windows', 'window', IN_THE_CENTRE),
  {
    key: 'departments',
    title: { zh: '进驻部门', en: 'Stationed departments' },
    rule: {
      zh: '期末有人进驻窗口的部门，一个部门只计一次',
      en: 'departments stationed at a window on the last day, each once',
    },
    level: 'banner',
    sql: () => `select distinct d.code, d.name from stationing s join department d on d.id = s.department_id
      where ${activeOn('s', '@to')} and ${activeOn('d', '@to')} order by d.code`,
    columns: [code, name],
  },
  banners('guidance_groups', '调研指导组', 'Guidance groups', 'guidance'),
  {
    key: 'diaries',
    title: { zh: '民情日记（本）', en: 'Diaries' },
    rule: { zh: '期末在队、有日记编号的干部', en: 'cadres in a team on the last day that have a diary number' },
    level: 'village',
    sql: cadres('c.name, c.diary_no', "c.diary_no <> ''"),
    columns: [code, person, column('diary_no', '日记编号', 'Diary', 'code')],
  },
];

/** The households that coverage shares: visited of all, as the coverage table counts them. */
export const COVERAGE = {
  key: 'coverage',
  title: { zh: '走访覆盖率', en: 'Coverage' },
  rule: {
    zh: '统计期内至少入户一次的户 ÷ 统计期内任何一天在册的户',
    en: 'households with a home visit in the period / households active on any day of it',
  },
} as const;

/** The figures that a unit has: those of the banner are left out below it, those of townships below them. */
export function figuresAt(level: Level): readonly HeadlineFigure[] {
  return HEADLINE.filter(figure => TIER[level] <= TIER[figure.level]);
}

/** What the figures count that are more than a roster, in the order of the figures. */
export function definitionsOf(figures: readonly HeadlineFigure[]): Text {
  const defined = [...figures, COVERAGE].filter(({ rule }) => rule !== ON_ROSTER);
  return {
    zh: defined.map(({ title, rule }) => `${title.zh}：${rule.zh}`).join('；'),
    en: `${defined.map(({ title, rule }) => `${title.en}: ${rule.en}`).join('. ')}.`,
  };
}
