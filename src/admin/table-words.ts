import { HOUSEHOLD_TITLE } from '../households/household.ts';
import type { Text } from '../kernel/text.ts';
import { KINDS } from './records.ts';

/** What the rows of a table are called where they refer to imported records. */
export interface TableWords {
  readonly what: Text;
  /** The column that is counted once: several rows of a table may be about one case. */
  readonly counted: string;
}

const CASES: Text = { zh: '案件', en: 'cases' };

/** Tables whose rows are no kind of record of their own; all others are called by their kind's title. */
const OTHERS: Readonly<Record<string, TableWords>> = {
  unit_term: { what: { zh: '下级机构', en: 'units below' }, counted: 'unit_id' },
  household_term: { what: HOUSEHOLD_TITLE, counted: 'household_id' },
  team_member: { what: { zh: '干部', en: 'cadres' }, counted: 'cadre_id' },
  household_kind: { what: HOUSEHOLD_TITLE, counted: 'household_id' },
  cases: { what: CASES, counted: 'id' },
  dispute: { what: CASES, counted: 'id' },
  petition: { what: CASES, counted: 'id' },
  move: { what: CASES, counted: 'case_id' },
  voided_move: { what: CASES, counted: 'case_id' },
  former_number: { what: CASES, counted: 'case_id' },
  offer: { what: CASES, counted: 'case_id' },
  stay: { what: CASES, counted: 'case_id' },
  deadline: { what: CASES, counted: 'case_id' },
  pause: { what: CASES, counted: 'case_id' },
  agreement: { what: CASES, counted: 'case_id' },
  team_leader: { what: { zh: '队长任期', en: 'times of team leaders' }, counted: 'id' },
  session_place: { what: CASES, counted: 'case_id' },
  withdrawn_visit: { what: { zh: '已撤销的走访', en: 'withdrawn visits' }, counted: 'id' },
  signature: { what: { zh: '协议签名', en: 'signatures' }, counted: 'id' },
  notice: { what: { zh: '告知', en: 'notices' }, counted: 'id' },
  notice_series: { what: { zh: '告知编号', en: 'numbers of notices' }, counted: 'id' },
  referral: { what: { zh: '转送', en: 'referrals' }, counted: 'id' },
  supervision: { what: { zh: '督办', en: 'supervisions' }, counted: 'id' },
  appointment: { what: { zh: '预约', en: 'appointments' }, counted: 'id' },
  confirmation: { what: { zh: '时限依据的确认', en: 'confirmations of citations' }, counted: 'id' },
  task: { what: { zh: '分派的任务', en: 'tasks' }, counted: 'id' },
  meeting_report: { what: { zh: '各组汇报', en: 'reports of groups' }, counted: 'id' },
  office: { what: { zh: '有自己台账的单位', en: 'offices' }, counted: 'id' },
  bundle: { what: { zh: '数据包', en: 'bundles' }, counted: 'id' },
  result: { what: { zh: '冻结的考核结果', en: 'frozen results' }, counted: 'id' },
  outcome: { what: { zh: '考核结果的运用', en: 'outcomes of assessments' }, counted: 'id' },
};

/** Throws where a table has no words: it was added without its kind, or without a row above. */
export function wordsOf(table: string): TableWords {
  const kind = KINDS.find(one => one.table === table);
  const found = OTHERS[table] ?? (kind && { what: kind.title, counted: 'id' });
  if (!found) throw new Error(`no words for the table ${table}: give it a kind of record or a row in table-words.ts`);
  return found;
}
