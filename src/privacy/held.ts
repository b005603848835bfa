import { type Text, wordList } from '../kernel/text.ts';
import type { RecordClass } from './classes.ts';

/** What kind of personal data a column holds, and what a purge leaves: a token in the place of the words, or nothing. */
export const HELD_KINDS = {
  name: { zh: '姓名', en: 'name', left: 'token' },
  phone: { zh: '电话', en: 'phone', left: 'nothing' },
  id: { zh: '身份证号', en: 'identity number', left: 'nothing' },
  birth: { zh: '出生年份', en: 'year of birth', left: 'nothing' },
  origin: { zh: '民族、语言', en: 'ethnicity, language', left: 'nothing' },
  work: { zh: '职业', en: 'occupation', left: 'token' },
  address: { zh: '住址', en: 'address', left: 'nothing' },
  text: { zh: '文字记载', en: 'what was written', left: 'token' },
  reference: { zh: '国家系统编号', en: 'national number', left: 'nothing' },
  acts: { zh: '办理记载', en: 'what acts say', left: 'token' },
} as const satisfies Record<string, Text & { readonly left: 'token' | 'nothing' }>;

type HeldKind = keyof typeof HELD_KINDS;

/** Whose data it is. */
export const WHOSE = wordList({
  parties: { zh: '当事人、信访人', en: 'parties and petitioners' },
  households: { zh: '户主、住户', en: 'households' },
  staff: { zh: '干部和工作人员', en: 'cadres and staff' },
});

/** One table with personal data: what its columns hold, and how its rows lead to the record that ages. */
export interface Held {
  readonly table: string;
  readonly whose: keyof typeof WHOSE;
  readonly columns: Readonly<Record<string, HeldKind>>;
  /** The class with which it is purged; none where it is kept as long as the ledger, such as who acted. */
  readonly class?: RecordClass;
  /** A condition for the rows that belong to the due records, whose ids are in the table `due`. */
  readonly of?: string;
  /** Where the history keeps earlier values: the noun of its events, and a query for the ids of the rows. */
  readonly history?: readonly [noun: string, ids: string];
  /** What of the table is no personal data, such as the name of an organisation. */
  readonly unless?: string;
}

const DUE = 'select id from due';

const CASES: readonly Held[] = [
  {
    ...{ table: 'party', whose: 'parties', class: 'case', of: `case_id in (${DUE})` },
    columns: {
      ...{ name: 'name', phone: 'phone', id_number: 'id', birth: 'birth', ethnicity: 'origin', language: 'origin' },
      ...{ occupation: 'work', address: 'address', representative: 'name' },
    },
    history: ['party', `select id from party where case_id in (${DUE})`],
    unless: `kind = 'organisation'`,
  },
  {
    ...{ table: 'dispute', whose: 'parties', class: 'case', of: `id in (${DUE})` },
    columns: { title: 'text', facts: 'text', place: 'text' },
    history: ['dispute', DUE],
  },
  {
    ...{ table: 'petition', whose: 'parties', class: 'case', of: `id in (${DUE})` },
    columns: { demand: 'text', external_no: 'reference' },
    history: ['petition', DUE],
  },
  { table: 'agreement', whose: 'parties', class: 'case', of: `case_id in (${DUE})`, columns: { content: 'text' } },
  { table: 'referral', whose: 'parties', class: 'case', of: `case_id in (${DUE})`, columns: { answer: 'text' } },
  {
    ...{ table: 'supervision', whose: 'parties', class: 'case', of: `case_id in (${DUE})` },
    columns: { note: 'text', reply: 'text' },
  },
  { table: 'task', whose: 'parties', class: 'case', of: `case_id in (${DUE})`, columns: { answer: 'text' } },
  {
    ...{ table: 'invitation', whose: 'parties', class: 'case', of: `case_id in (${DUE})` },
    columns: { note: 'text', reply: 'text' },
    history: ['invitation', `select id from invitation where case_id in (${DUE})`],
  },
  {
    ...{ table: 'former_number', whose: 'parties', class: 'case', of: `case_id in (${DUE})` },
    columns: { reason: 'text' },
  },
  {
    ...{ table: 'move', whose: 'parties', class: 'case', of: `case_id in (${DUE})` },
    columns: { reason: 'text', details: 'acts' },
  },
  {
    ...{ table: 'voided_move', whose: 'parties', class: 'case', of: `case_id in (${DUE})` },
    columns: { reason: 'text', details: 'acts', voided_why: 'text' },
  },
];

const DIARY: Held['columns'] = {
  ...{ diary: 'text', place: 'text', family: 'text', difficulties: 'text', requests: 'text', thoughts: 'text' },
  ...{ follow_up: 'text' },
};

const VISITS: readonly Held[] = [
  {
    ...{ table: 'visit', whose: 'households', class: 'visit', of: `id in (${DUE})`, columns: { diary: 'text' } },
    history: ['visit', DUE],
  },
  {
    ...{ table: 'diary', whose: 'households', class: 'visit', of: `visit_id in (${DUE})`, columns: DIARY },
    history: ['diary', `select id from diary where visit_id in (${DUE})`],
  },
  {
    ...{ table: 'withdrawn_visit', whose: 'households', class: 'visit', of: `id in (${DUE})` },
    columns: { diary: 'text' },
  },
  {
    ...{ table: 'reading', whose: 'households', class: 'visit', of: `visit_id in (${DUE})` },
    columns: { remark: 'text' },
    history: ['reading', `select id from reading where visit_id in (${DUE})`],
  },
];

/** The phones of whoever has left; names stay, since records are signed with them. */
const staff = (table: string, noun: string): Held => ({
  ...{ table, whose: 'staff', class: 'staff', of: `id in (select id from due where noun = '${noun}')` },
  columns: { phone: 'phone' },
  history: [noun, `select id from due where noun = '${noun}'`],
});

/** All personal data in the ledger: what `privacy report` lists and what a purge empties. A test compares it with the schema. */
export const HELD: readonly Held[] = [
  ...CASES,
  ...VISITS,
  {
    ...{ table: 'need', whose: 'households', class: 'need', of: `id in (select id from due where noun = 'need')` },
    columns: { content: 'text', result: 'text' },
    history: ['need', `select id from due where noun = 'need'`],
  },
  {
    ...{
      table: 'service',
      whose: 'households',
      class: 'need',
      of: `id in (select id from due where noun = 'service')`,
    },
    columns: { note: 'text' },
    history: ['service', `select id from due where noun = 'service'`],
  },
  {
    ...{ table: 'household', whose: 'households', class: 'household', of: `id in (${DUE})` },
    columns: { head_name: 'name', phone: 'phone', address: 'address' },
    history: ['household', DUE],
  },
  ...['cadre', 'agent', 'mediator', 'expert', 'post'].map(noun => staff(noun, noun)),
  { table: 'cadre', whose: 'staff', columns: { name: 'name' } },
  { table: 'agent', whose: 'staff', columns: { name: 'name' } },
  { table: 'mediator', whose: 'staff', columns: { name: 'name', ethnicity: 'origin', languages: 'origin' } },
  { table: 'expert', whose: 'staff', columns: { name: 'name' } },
  { table: 'post', whose: 'staff', columns: { holder: 'name' } },
  { table: 'linked_leader', whose: 'staff', columns: { name: 'name' } },
  { table: 'guidance', whose: 'staff', columns: { head: 'name', linked_leader: 'name' } },
  { table: 'guidance_visit', whose: 'staff', columns: { visitors: 'name' } },
  { table: 'meeting', whose: 'staff', columns: { chair: 'name', linked_leader: 'name', attendees: 'name' } },
  { table: 'reading', whose: 'staff', columns: { read_by: 'name' } },
  { table: 'dispute', whose: 'staff', columns: { filed_by: 'name' } },
  { table: 'need', whose: 'staff', columns: { owner: 'name' } },
  { table: 'appointment', whose: 'staff', columns: { mediators: 'name' } },
  { table: 'confirmation', whose: 'staff', columns: { confirmed_by: 'name' } },
  { table: 'operator', whose: 'staff', columns: { name: 'name', system_user: 'name' } },
];
