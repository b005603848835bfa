import { mapped } from '../kernel/mapped.ts';
import type { Text } from '../kernel/text.ts';
import { PLACES } from '../operators/places.ts';

/** A table whose rows belong to a record and travel with it. */
export interface Part {
  readonly table: string;
  /** The column that leads to the record; undefined where `of` does. */
  readonly by?: string;
  /** A condition over the row `t` for those of the record `@id`. */
  readonly of: string;
  /** An expression over the row `t` for the record, where no column leads to it. */
  readonly owner?: string;
  /** The columns that name a row within its record; without them rows are counted in the order in which they were made. */
  readonly key?: readonly string[];
}

/** A kind of record that travels whole: the unit of what one office writes. */
export interface Kind {
  /** The word in editions. */
  readonly noun: string;
  readonly title: Text;
  readonly table: string;
  /** The column of its row that the ledger counts rows by. */
  readonly id: string;
  /** An expression over its row `t` for what names it in every ledger. */
  readonly key: string;
  /** An expression over its row `t` for the unit that writes it; without one the banner does. */
  readonly writer?: string;
  /** An expression over its row `t` for the unit that makes it, where another may write it afterwards. */
  readonly origin?: string;
  /** A query for the units that it concerns, by its number `@id`; without one it concerns everybody. */
  readonly concerns?: string;
  readonly parts: readonly Part[];
  /** Nouns of the history, each with the table whose rows it is about; its own noun, if nothing is said. */
  readonly history: Readonly<Record<string, string>>;
  /** Only these rows travel. */
  readonly where?: string;
  /** Whether its key is its number, which means something by itself. */
  readonly isNumbered?: boolean;
  /** Columns that each ledger has for itself. */
  readonly local?: readonly string[];
}

const part = (table: string, by: string, key?: readonly string[]): Part => ({
  table,
  by,
  of: `t.${by} = @id`,
  ...(key ? { key } : {}),
});

type Details = Partial<Omit<Kind, 'noun' | 'title' | 'table'>>;

function kind(noun: string, title: Text, table: string, details: Details = {}): Kind {
  return { noun, title, table, id: 'id', key: 't.code', parts: [], history: { [noun]: table }, ...details };
}

/** A record of a unit: its office writes it, and it concerns that unit. */
function ofUnit(noun: string, title: Text, table = noun, details: Details = {}): Kind {
  const writer = details.writer ?? mapped(new Map(Object.entries(PLACES)), noun).unit;
  return kind(noun, title, table, { writer, concerns: concernsBy(table, writer), ...details });
}

const concernsBy = (table: string, unit: string) => `select ${unit} from ${table} t where t.id = @id`;

const INDICATOR = `(select s.code || '|' || i.code from indicator i join scheme s on s.id = i.scheme_id where i.id = t.indicator_id)`;

/** What everybody needs to understand the rest: only the banner writes it. */
const BASE: readonly Kind[] = [
  kind('unit', { zh: '机构', en: 'units' }, 'unit', {
    key: `(select code || iif(from_on = '0001-01-01', '', '@' || from_on) from unit_term where unit_id = t.id order by from_on limit 1)`,
    parts: [part('unit_term', 'unit_id', ['from_on'])],
  }),
  kind('office', { zh: '单位台账', en: 'offices' }, 'office', {
    key: `(select code || iif(from_on = '0001-01-01', '', '@' || from_on) from unit_term where unit_id = t.unit_id order by from_on limit 1)`,
    local: ['is_own'],
  }),
  kind('campaign', { zh: '行动', en: 'the campaign' }, 'setting', {
    ...{ id: 'key', key: 't.key', where: `t.key = 'campaign_from'`, history: {} },
  }),
  kind('category', { zh: '纠纷类别', en: 'categories of disputes' }, 'category'),
  kind('source', { zh: '纠纷来源', en: 'sources of disputes' }, 'source'),
  kind('petition-category', { zh: '信访类别', en: 'categories of petitions' }, 'petition_category'),
  // A visit names its domains by a bit for each of their numbers.
  kind('domain', { zh: '工作领域', en: 'task domains' }, 'domain', { key: 'cast(t.id as text)', isNumbered: true }),
  kind('standard', { zh: '走访标准', en: 'visit standards' }, 'visit_standard'),
  kind('deadline', { zh: '时限', en: 'deadlines' }, 'deadline_rule', {
    key: `t.code || '@' || t.from_on`,
    parts: [part('confirmation', 'rule_id')],
  }),
  kind('holiday', { zh: '节假日', en: 'holidays' }, 'holiday', { key: 't.day' }),
  kind('allowance-rate', { zh: '补贴标准', en: 'rates of allowances' }, 'allowance_rate'),
  kind('return-kind', { zh: '报表种类', en: 'kinds of returns' }, 'return_kind'),
  kind('department', { zh: '部门', en: 'departments' }, 'department'),
  kind('expert', { zh: '专家', en: 'experts' }, 'expert'),
  kind('guidance', { zh: '指导组', en: 'guidance groups' }, 'guidance'),
  kind('guidance-unit', { zh: '指导组联系机构', en: 'units of guidance groups' }, 'guidance_unit'),
  kind('linked-leader', { zh: '包联领导', en: 'linked leaders' }, 'linked_leader'),
  kind('scheme', { zh: '考核方案', en: 'assessment schemes' }, 'scheme'),
  kind('indicator', { zh: '考核指标', en: 'indicators' }, 'indicator', {
    key: `(select code from scheme where id = t.scheme_id) || '|' || t.code`,
  }),
  kind('manual-value', { zh: '手工填报值', en: 'manual values' }, 'manual_value', {
    key: `${INDICATOR} || '|' || t.subject_code || '|' || t.quarter`,
  }),
  kind('result', { zh: '考核结果', en: 'assessment results' }, 'result', {
    key: `t.quarter || '|' || t.subject_code || '|' || ${INDICATOR}`,
  }),
  kind('outcome', { zh: '结果运用', en: 'outcomes of assessments' }, 'outcome', {
    key: `t.subject_code || '|' || t.year || '|' || t.text`,
  }),
];

const OF_HOUSEHOLD = `t.visit_id in (select id from visit where household_id = @id
  union all select id from withdrawn_visit where household_id = @id)`;

const HOUSEHOLD = `coalesce((select household_id from visit where id = t.visit_id),
  (select household_id from withdrawn_visit where id = t.visit_id))`;

/** People, households and their visits, and what else a unit keeps. */
const OF_UNITS: readonly Kind[] = [
  ofUnit('cadre', { zh: '干部', en: 'cadres' }, 'cadre', {
    concerns: `select unit_id from team_member where cadre_id = @id`,
    parts: [part('team_member', 'cadre_id', ['from_on']), part('team_leader', 'cadre_id', ['unit_id', 'from_on'])],
  }),
  ofUnit('pair', { zh: '结对', en: 'pairs' }),
  ofUnit('agent', { zh: '代办员', en: 'agents' }),
  ofUnit('mediator', { zh: '调解员', en: 'mediators' }),
  ofUnit('site', { zh: '场所', en: 'sites' }),
  ofUnit('establishment', { zh: '编制', en: 'establishments' }, 'establishment', {
    writer: '(select unit_id from site where id = t.site_id)',
    concerns: 'select s.unit_id from establishment t join site s on s.id = t.site_id where t.id = @id',
  }),
  ofUnit('post', { zh: '职务', en: 'posts' }),
  ofUnit('room', { zh: '功能室', en: 'rooms' }),
  ofUnit('window', { zh: '窗口', en: 'windows' }),
  ofUnit('stationing', { zh: '进驻', en: 'stationings' }),
  ofUnit('household', { zh: '户', en: 'households' }, 'household', {
    concerns: 'select unit_id from household_term where household_id = @id',
    parts: [
      part('household_term', 'household_id', ['from_on']),
      part('household_kind', 'household_id', ['from_on', 'standard_id']),
      part('assignment', 'household_id', ['pair_id', 'from_on']),
      part('visit', 'household_id', ['visited_on', 'mode', 'pair_id']),
      part('withdrawn_visit', 'household_id', ['visited_on', 'mode', 'pair_id', 'withdrawn_on']),
      { table: 'diary', of: OF_HOUSEHOLD, owner: HOUSEHOLD, key: ['visit_id', 'number'] },
      { table: 'reading', of: OF_HOUSEHOLD, owner: HOUSEHOLD, key: ['code'] },
    ],
    history: {
      household: 'household',
      assignment: 'assignment',
      visit: 'visit',
      diary: 'diary',
      reading: 'reading',
    },
  }),
];

const CASE_PARTS = [
  ...['move', 'party', 'offer', 'stay', 'deadline', 'pause', 'agreement', 'referral', 'supervision', 'session_place'],
  ...['task', 'notice', 'invitation', 'appointment', 'former_number', 'voided_move'],
];

/** Whose turn it is: a unit that was offered the case, else its holder. */
const TURN = `coalesce((select to_unit from offer where case_id = t.id and ending = ''), t.holder_id)`;

const CASE = kind('case', { zh: '案件', en: 'cases' }, 'cases', {
  // A number that a case had stays its own.
  key: 'coalesce((select number from former_number where case_id = t.id order by id limit 1), t.number)',
  writer: TURN,
  origin: 't.unit_id',
  concerns: `select unit_id from cases where id = @id union select holder_id from cases where id = @id
    union select unit_id from move where case_id = @id union select holder_id from move where case_id = @id
    union select from_unit from offer where case_id = @id union select to_unit from offer where case_id = @id`,
  parts: [
    part('dispute', 'id'),
    part('petition', 'id'),
    ...CASE_PARTS.map(table => part(table, 'case_id')),
    {
      table: 'signature',
      of: 't.agreement_id in (select id from agreement where case_id = @id)',
      owner: '(select case_id from agreement where id = t.agreement_id)',
    },
  ],
  history: { dispute: 'cases', petition: 'cases', party: 'party', invitation: 'invitation' },
});

/** What refers to households and cases. */
const LATER: readonly Kind[] = [
  ofUnit('need', { zh: '需求', en: 'needs' }),
  ofUnit('benefit', { zh: '惠民', en: 'benefits' }),
  ofUnit('service', { zh: '服务记录', en: 'services' }),
  ofUnit('village-rule', { zh: '村规民约', en: 'village rules' }, 'village_rule'),
  ofUnit('village-rule-step', { zh: '村规制定步骤', en: 'steps of village rules' }, 'village_rule_step'),
  ofUnit('outreach', { zh: '宣传', en: 'outreach' }),
  ofUnit('meeting', { zh: '会议', en: 'meetings' }, 'meeting', { parts: [part('meeting_report', 'meeting_id')] }),
  ofUnit('action-item', { zh: '议定事项', en: 'action items' }, 'action_item'),
  // A return concerns the unit that delivers it, and is entered by the unit above.
  ofUnit('receipt', { zh: '报表收报', en: 'receipts of returns' }, 'receipt', {
    concerns: 'select unit_id from receipt where id = @id',
  }),
  kind('guidance-visit', { zh: '指导组走访', en: 'visits of guidance groups' }, 'guidance_visit', {
    concerns: 'select unit_id from guidance_visit where id = @id',
  }),
  kind('guidance-problem', { zh: '指导组发现的问题', en: 'problems that guidance groups found' }, 'guidance_problem', {
    concerns: `select unit_id from guidance_problem where id = @id
      union select owner_unit_id from guidance_problem where id = @id and owner_unit_id is not null`,
  }),
];

/** Every kind of record that travels, in the order in which a ledger takes them: what is referred to goes first. */
export const CATALOG: readonly Kind[] = [...BASE, ...OF_UNITS, CASE, ...LATER];

const byNoun = new Map(CATALOG.map(one => [one.noun, one]));

/** The kind of a noun in a bundle or an edition; undefined for one that this version does not know. */
export const kindOf = (noun: string): Kind | undefined => byNoun.get(noun);

/** Whether everybody gets it and only the banner writes it. */
export const isBase = (one: Kind): boolean => BASE.includes(one);

/** Tables whose rows stay in their ledger, each with the reason. */
export const STAYS: Readonly<Record<string, string>> = {
  journal: 'what was done in this ledger',
  seal: 'seals of this journal',
  seal_block: 'seals of this journal',
  import: 'files that were imported here',
  undone_event: 'history that went with an undone import',
  visited_tally: 'counted anew',
  made_tally: 'counted anew',
  notice_series: 'follows from the notices',
  case_status: 'the same in every ledger',
  operator: 'who may write in this ledger',
  column_name: 'how files that are imported here call their columns',
  edition: 'the state of the other ledgers',
  bundle: 'the state of the other ledgers',
};
