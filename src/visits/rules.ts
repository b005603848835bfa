import { NO_DAY, noDay } from '../intake/day-reasons.ts';
import { BadValue, plain, readCode } from '../intake/field.ts';
import { type Problem, problem } from '../intake/sheet.ts';
import { spoiled } from '../intake/spoiled.ts';
import { covers, type Day, EARLIEST, type Span } from '../kernel/day.ts';
import { LONGEST, lengthProblem } from '../kernel/length.ts';
import type { Text } from '../kernel/text.ts';
import { DIARY_FIELD_LIST } from './diary.ts';
import { holds, type KnownDay, type KnownHousehold, type KnownPair } from './known.ts';
import { type VisitRow, visitSheet } from './visit.ts';

/** What is wrong with a visit, in the words that the summary counts. */
export const WRONG = {
  empty: { zh: '不能为空', en: 'must not be empty' },
  day: NO_DAY,
  future: { zh: '在今天之后', en: 'is after today' },
  early: { zh: '太早，请核对年份', en: 'is too early; check the year' },
  household: { zh: '没有这一户', en: 'is not a known household' },
  rounded: {
    zh: '没有这一户；后三位是 000，像是被表格软件改掉了：请把这一列设为「文本」格式，重新填写编号',
    en: 'is not a known household; its last three digits 000 look like a spreadsheet’s rounding: format the column as text and enter the codes again',
  },
  inactive: { zh: '这一户当天不在册', en: 'is not active on that day' },
  cadre: { zh: '没有这名干部', en: 'is not a known cadre' },
  sameCadre: { zh: '两名走访人是同一人', en: 'repeats the first visitor' },
  pair: { zh: '两名走访人当天不是登记的结对', en: 'is not in a registered pair with the first visitor on that day' },
  assigned: {
    zh: '当天不由这个结对包户（代他人走访时，代访列写「是」）',
    en: 'was not assigned to this pair on that day (write substitute = yes for a substitute visit)',
  },
  domain: {
    zh: '不在工作领域目录中（用 tiaochu domain list 查看）',
    en: 'names no task domain in force (see tiaochu domain list)',
  },
  noDomain: { zh: '至少要写一个', en: 'needs at least one task domain' },
  mode: { zh: '应为 入户、电话、家中无人 之一', en: 'must be home, phone or absent' },
  substitute: { zh: '应为 是 或 否', en: 'must be yes or no' },
  diaryBy: { zh: '不是两名走访人之一', en: 'is neither of the two visitors' },
} as const satisfies Record<string, Text>;

/** A visit as far as its row could be read; undefined values could not. */
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

/** A visit is made on a real day, and none in the future is entered. */
function realDay({ day }: ReadVisit, row: VisitRow, today: Day): Text | undefined {
  if (day) return day.day > today ? WRONG.future : day.day < EARLIEST ? WRONG.early : undefined;
  if (row.visited_on.trim() === '') return WRONG.empty;
  return noDay(plain(row.visited_on));
}

/** Spreadsheets keep 15 digits of a number: of a code of 18 the last three become zeros. */
function unknownHousehold({ household_code }: VisitRow): Text {
  return plain(household_code).endsWith('000') ? WRONG.rounded : WRONG.household;
}

/** A household is visited while it is active. */
function activeHousehold(visit: ReadVisit, row: VisitRow): Text | undefined {
  if (!visit.household) return unknown(row.household_code, unknownHousehold(row), visitSheet.household_code.read);
  return visit.day && !isActive(visit) ? WRONG.inactive : undefined;
}

function knownCadre(cadre: number | undefined, code: string): Text | undefined {
  return cadre === undefined ? unknown(code, WRONG.cadre, readCode) : undefined;
}

/** A visit is about at least one task domain in force on its day (S-20, S-29). */
export function domainProblem(domains: number | string): Text | undefined {
  if (typeof domains === 'string') return WRONG.domain;
  return domains === 0 ? WRONG.noDomain : undefined;
}

/** Two cadres visit together, who are a registered pair on that day ("2人一组", S-27). */
function registeredPair({ day, cadreA, cadreB, pair }: ReadVisit): Text | undefined {
  if (cadreA === undefined || cadreB === undefined) return undefined;
  if (cadreA === cadreB) return WRONG.sameCadre;
  return day && !pair ? WRONG.pair : undefined;
}

/** A household is visited by the pair assigned to it; a visit by another pair must be marked as a substitute visit. */
function assignedPair(visit: ReadVisit): Text | undefined {
  if (!visit.pair || visit.substitute !== 0 || !isActive(visit)) return undefined;
  const { day, household, pair } = visit;
  return household.assigned.some(assigned => assigned.pair === pair && holds(assigned, day.number))
    ? undefined
    : WRONG.assigned;
}

/** The substitute mark of a visit can be removed only if its pair was assigned to the household on that day. */
export function standInProblem(
  visit: { readonly pair_id: number; readonly visited_on: Day },
  assignments: readonly (Span & { readonly pair_id: number })[],
): Text | undefined {
  return assignments.some(a => a.pair_id === visit.pair_id && covers(a, visit.visited_on)) ? undefined : WRONG.assigned;
}

/** A diary is written by one of the two visitors. */
function diaryByVisitor({ cadreA, cadreB, diaryBy }: ReadVisit, row: VisitRow): Text | undefined {
  if (!row.diary_by || plain(row.diary_by) === '' || cadreA === undefined || cadreB === undefined) return undefined;
  return diaryBy === cadreA || diaryBy === cadreB ? undefined : WRONG.diaryBy;
}

/**
 * Everything that is wrong with a visit's row, in the order in which a complaint names it. Written out instead of kept in a
 * list, since it runs for every visit of a campaign.
 */
export function visitProblems(visit: ReadVisit, row: VisitRow, today: Day): readonly Problem[] {
  let found = withReason(NOTHING_WRONG, row, 'visited_on', realDay(visit, row, today));
  found = withReason(found, row, 'household_code', activeHousehold(visit, row));
  found = withReason(found, row, 'cadre_a', knownCadre(visit.cadreA, row.cadre_a));
  found = withReason(found, row, 'cadre_b', knownCadre(visit.cadreB, row.cadre_b));
  found = withReason(found, row, 'mode', visit.mode === undefined ? WRONG.mode : undefined);
  found = withReason(found, row, 'substitute', visit.substitute === undefined ? WRONG.substitute : undefined);
  found = withReason(found, row, 'domains', domainProblem(visit.domains));
  found = withReason(found, row, 'cadre_b', registeredPair(visit));
  found = withReason(found, row, 'household_code', assignedPair(visit));
  found = withReason(found, row, 'diary_by', diaryByVisitor(visit, row));
  for (const field of TEXTS) found = withReason(found, row, field, textProblem(row[field] ?? ''));
  return found;
}

const NOTHING_WRONG: readonly Problem[] = [];
const TEXTS = ['diary', ...DIARY_FIELD_LIST] as const;

function withReason(
  found: readonly Problem[],
  row: VisitRow,
  column: keyof VisitRow,
  reason: Text | undefined,
): readonly Problem[] {
  return reason === undefined ? found : [...found, problem(column, row[column], reason)];
}

function isActive(visit: ReadVisit): visit is ReadVisit & { day: KnownDay; household: KnownHousehold } {
  const { day, household } = visit;
  if (!day || !household) return false;
  return household.terms.some(term => holds(term, day.number));
}

/** What is wrong with a text of the diary: it is too long, masked for display, or an error of a spreadsheet. */
function textProblem(text: string): Text | undefined {
  return text === '' ? undefined : (lengthProblem(text, LONGEST.text) ?? spoiled(text));
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
