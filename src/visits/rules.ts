import { BadValue, NO_DAY, plain, readCode } from '../intake/field.ts';
import { covers, type Day, type Span } from '../kernel/day.ts';
import { LONGEST, lengthProblem } from '../kernel/length.ts';
import type { Text } from '../kernel/text.ts';
import { holds, type KnownDay, type KnownHousehold, type KnownPair } from './known.ts';
import { type VisitRow, visitSheet } from './visit.ts';

/** What is wrong with a visit, in the words that the summary counts. */
export const WRONG = {
  empty: { zh: '不能为空', en: 'must not be empty' },
  day: NO_DAY,
  future: { zh: '在今天之后', en: 'is after today' },
  household: { zh: '没有这一户', en: 'is not a known household' },
  inactive: { zh: '这一户当天不在册', en: 'is not active on that day' },
  cadre: { zh: '没有这名干部', en: 'is not a known cadre' },
  sameCadre: { zh: '两名走访人是同一人', en: 'is the first visitor again' },
  pair: { zh: '两名走访人当天不是登记的结对', en: 'is not in a registered pair with the first visitor on that day' },
  assigned: {
    zh: '当天不由这个结对包户（代他人走访时，代访列写「是」）',
    en: 'was not assigned to this pair on that day (write substitute = yes for a stand-in visit)',
  },
  domain: {
    zh: '不在工作领域目录中（用 tiaochu domain list 查看）',
    en: 'names no task domain in force (see tiaochu domain list)',
  },
  noDomain: { zh: '至少要写一个', en: 'needs at least one task domain' },
  mode: { zh: '应为 入户、电话、家中无人 之一', en: 'must be home, phone or absent' },
  substitute: { zh: '应为 是 或 否', en: 'must be yes or no' },
  diaryBy: { zh: '不是两名走访人之一', en: 'is neither of the two visitors' },
  conflictInFile: {
    zh: '与本文件前面同日、同户、同两人、同方式的一行内容不同',
    en: 'is the day of an earlier row of this file with the same household, pair and mode but other contents',
  },
  conflict: {
    zh: '同日、同户、同两人、同方式的走访已有记录，但内容不同（更正用 tiaochu visit correct）',
    en: 'is the day of a visit in the ledger with the same household, pair and mode but other contents (tiaochu visit correct changes it)',
  },
} as const satisfies Record<string, Text>;

/** A visit as far as its row is understood; what is undefined was not. */
export interface ReadVisit {
  readonly day: KnownDay | undefined;
  readonly household: KnownHousehold | undefined;
  readonly cadreA: number | undefined;
  readonly cadreB: number | undefined;
  /** The pair of the two on that day. */
  readonly pair: KnownPair | undefined;
  readonly mode: string | undefined;
  readonly substitute: 0 | 1 | undefined;
  /** A mask, or the first word that is no domain. */
  readonly domains: number | string;
  readonly diaryBy: number | undefined;
}

/** A rule about one column of a row: what is wrong with it, if anything. */
type Rule = (visit: ReadVisit, row: VisitRow, today: Day) => Text | undefined;

const realDay: Rule = ({ day }, row) => (day ? undefined : row.visited_on.trim() === '' ? WRONG.empty : WRONG.day);

const notInFuture: Rule = ({ day }, _, today) => (day && day.day > today ? WRONG.future : undefined);

const knownHousehold: Rule = ({ household }, row) =>
  household ? undefined : unknown(row.household_code, WRONG.household, visitSheet.household_code.read);

/** A household is visited while it is active. */
const activeHousehold: Rule = visit => (visit.day && visit.household && !isActive(visit) ? WRONG.inactive : undefined);

const knownCadreA: Rule = ({ cadreA }, row) =>
  cadreA === undefined ? unknown(row.cadre_a, WRONG.cadre, readCode) : undefined;

const knownCadreB: Rule = ({ cadreB }, row) =>
  cadreB === undefined ? unknown(row.cadre_b, WRONG.cadre, readCode) : undefined;

const knownMode: Rule = ({ mode }) => (mode === undefined ? WRONG.mode : undefined);

const knownSubstitute: Rule = ({ substitute }) => (substitute === undefined ? WRONG.substitute : undefined);

/** A visit is about at least one task domain in force on its day (S-20, S-29). */
export function domainProblem(domains: number | string): Text | undefined {
  if (typeof domains === 'string') return WRONG.domain;
  return domains === 0 ? WRONG.noDomain : undefined;
}

/** Two cadres visit together, who are a registered pair on that day ("2人一组", S-27). */
const registeredPair: Rule = ({ day, cadreA, cadreB, pair }) => {
  if (cadreA === undefined || cadreB === undefined) return undefined;
  if (cadreA === cadreB) return WRONG.sameCadre;
  return day && !pair ? WRONG.pair : undefined;
};

/** A household is visited by the pair assigned to it; another pair’s visit is a stand-in and says so. */
const assignedPair: Rule = visit => {
  const { day, household, pair, substitute } = visit;
  if (!day || !household || !pair || substitute !== 0 || !isActive(visit)) return undefined;
  return household.assigned.some(assigned => assigned.pair === pair && holds(assigned, day.number))
    ? undefined
    : WRONG.assigned;
};

/** A visit can lose its stand-in mark only if its pair was assigned to the household on that day. */
export function standInProblem(
  visit: { readonly pair_id: number; readonly visited_on: Day },
  assignments: readonly (Span & { readonly pair_id: number })[],
): Text | undefined {
  return assignments.some(a => a.pair_id === visit.pair_id && covers(a, visit.visited_on)) ? undefined : WRONG.assigned;
}

/** A diary is written by one of the two visitors. */
const diaryByVisitor: Rule = ({ cadreA, cadreB, diaryBy }, row) => {
  if (!row.diary_by || plain(row.diary_by) === '' || cadreA === undefined || cadreB === undefined) return undefined;
  return diaryBy === cadreA || diaryBy === cadreB ? undefined : WRONG.diaryBy;
};

const shortDiary: Rule = (_, { diary = '' }) => lengthProblem(diary, LONGEST.text);

/** Every rule of a visit’s row with the column that it speaks about, in the order in which a complaint names them. */
export const VISIT_RULES: readonly (readonly [column: keyof VisitRow, rule: Rule])[] = [
  ['visited_on', realDay],
  ['visited_on', notInFuture],
  ['household_code', knownHousehold],
  ['household_code', activeHousehold],
  ['cadre_a', knownCadreA],
  ['cadre_b', knownCadreB],
  ['mode', knownMode],
  ['substitute', knownSubstitute],
  ['domains', visit => domainProblem(visit.domains)],
  ['cadre_b', registeredPair],
  ['household_code', assignedPair],
  ['diary_by', diaryByVisitor],
  ['diary', shortDiary],
];

function isActive({ day, household }: ReadVisit): boolean {
  return day !== undefined && household !== undefined && holds(household, day.number);
}

/** Why a code is not known: it is no code at all, or nobody has it. */
function unknown(text: string, reason: Text, read: (text: string) => string): Text {
  try {
    readCode(text);
    read(text);
    return reason;
  } catch (error) {
    if (error instanceof BadValue) return error.text;
    throw error;
  }
}
