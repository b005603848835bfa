import { readDay } from '../intake/day-text.ts';
import { BadValue, plain, readCode, trimmed, unguarded } from '../intake/field.ts';
import { type Problem, problem } from '../intake/sheet.ts';
import { type Day, dayNumber } from '../kernel/day.ts';
import { LONGEST } from '../kernel/length.ts';
import type { Text } from '../kernel/text.ts';
import { maskOf } from './domain.ts';
import { cadresKey, holds, type KnownHousehold, type KnownPair, type Lookups } from './lookups.ts';
import { MODE_LIST, MODES, type VisitRow, visitSheet, WRONG } from './visit.ts';

/** A visit in the ledger's own numbers; `mode` is an index into MODE_LIST. */
export interface JudgedVisit {
  readonly household: number;
  readonly day: Day;
  readonly dayNumber: number;
  readonly mode: number;
  readonly pair: number;
  readonly substitute: 0 | 1;
  readonly domains: number;
  readonly diary: string;
  readonly diaryBy: number;
}

/** A day as written, understood; and the domains written on that day. */
interface KnownDay {
  readonly day: Day;
  readonly number: number;
  readonly masks: Map<string, number | string>;
}

/** Judges visits one after the other; answers about the few values that come back row after row are remembered. */
export function visitJudge(look: Lookups, today: Day) {
  const days = new Map<string, KnownDay | null>();
  const unknownDay: KnownDay = { day: today, number: dayNumber(today), masks: new Map() };

  const dayIn = (text: string) => {
    let known = days.get(text);
    if (known === undefined) {
      const day = readDay(plain(text));
      known = day === undefined ? null : { day, number: dayNumber(day), masks: new Map() };
      days.set(text, known);
    }
    return known;
  };
  const maskIn = (text: string, { day, masks }: KnownDay) => {
    let known = masks.get(text);
    if (known === undefined) {
      const found = maskOf(trimmed(text.normalize('NFKC')), look.domains, day);
      known = 'mask' in found ? found.mask : found.unknown;
      masks.set(text, known);
    }
    return known;
  };
  /** The pair of two cadres on a day: as a rule the one that is expected at the household. */
  const pairOf = (a: number, b: number, day: number, expected: KnownPair | undefined) =>
    expected && cadresKey(a, b) === cadresKey(expected.a, expected.b) && holds(expected, day)
      ? expected
      : look.pairs.get(cadresKey(a, b))?.find(pair => holds(pair, day));

  /** The visit, or everything that speaks against it: one line a rule. */
  return (row: VisitRow): JudgedVisit | Problem[] => {
    const problems: Problem[] = [];
    const wrong = (column: keyof VisitRow, reason: Text) => {
      problems.push(problem(column, row[column], reason));
    };
    const day = dayIn(row.visited_on);
    if (!day) wrong('visited_on', row.visited_on.trim() === '' ? WRONG.empty : WRONG.day);
    else if (day.day > today) wrong('visited_on', WRONG.future);
    const household = householdIn(look, row, problems);
    const active = day && household && holds(household, day.number);
    if (day && household && !active) wrong('household_code', WRONG.inactive);
    const expected = household?.assigned[0]?.pair;
    const a = cadreIn(look, row, 'cadre_a', expected, problems);
    const b = cadreIn(look, row, 'cadre_b', expected, problems);
    const mode = modeIn(row.mode);
    if (mode < 0) wrong('mode', WRONG.mode);
    const substitute = yesNoIn(row.substitute);
    if (substitute === undefined) wrong('substitute', WRONG.substitute);
    const mask = maskIn(row.domains, day ?? unknownDay);
    if (typeof mask === 'string') wrong('domains', WRONG.domain);
    else if (mask === 0) wrong('domains', WRONG.noDomain);
    let pair: KnownPair | undefined;
    if (a !== undefined && a === b) wrong('cadre_b', WRONG.sameCadre);
    else if (day && a !== undefined && b !== undefined) {
      pair = pairOf(a, b, day.number, expected);
      if (pair === undefined) wrong('cadre_b', WRONG.pair);
      else if (
        household &&
        active &&
        substitute === 0 &&
        !household.assigned.some(assigned => assigned.pair === pair && holds(assigned, day.number))
      )
        wrong('household_code', WRONG.assigned);
    }
    const writer = row.diary_by ? plain(row.diary_by) : '';
    const diaryBy = writer === '' || writer === row.cadre_a ? a : writer === row.cadre_b ? b : look.cadres.get(writer);
    if (
      writer !== '' &&
      a !== undefined &&
      b !== undefined &&
      (diaryBy === undefined || (diaryBy !== a && diaryBy !== b))
    )
      wrong('diary_by', WRONG.diaryBy);
    if ((row.diary?.length ?? 0) > LONGEST.text) wrong('diary', WRONG.longDiary);
    if (problems.length > 0 || !day || !household || pair === undefined || diaryBy === undefined) return problems;
    return {
      household: household.id,
      day: day.day,
      dayNumber: day.number,
      mode,
      pair: pair.id,
      substitute: substitute ?? 0,
      domains: mask as number,
      diary: diaryText(row.diary),
      diaryBy,
    };
  };
}

function householdIn(look: Lookups, row: VisitRow, problems: Problem[]): KnownHousehold | undefined {
  const known = look.households.get(row.household_code) ?? look.households.get(plain(row.household_code));
  if (known) return known;
  let reason: Text = WRONG.household;
  try {
    readCode(row.household_code);
    visitSheet.household_code.read(row.household_code);
  } catch (error) {
    if (error instanceof BadValue) reason = error.text;
  }
  problems.push(problem('household_code', row.household_code, reason));
  return undefined;
}

function cadreIn(
  look: Lookups,
  row: VisitRow,
  column: 'cadre_a' | 'cadre_b',
  expected: KnownPair | undefined,
  problems: Problem[],
): number | undefined {
  if (expected && row[column] === expected.codeA) return expected.a;
  if (expected && row[column] === expected.codeB) return expected.b;
  const known = look.cadres.get(row[column]) ?? look.cadres.get(plain(row[column]));
  if (known !== undefined) return known;
  let reason: Text = WRONG.cadre;
  try {
    readCode(row[column]);
  } catch (error) {
    if (error instanceof BadValue) reason = error.text;
  }
  problems.push(problem(column, row[column], reason));
  return undefined;
}

const MODE_WORDS = new Map(
  MODE_LIST.flatMap((mode, i) => [mode, MODES[mode].zh].map(word => [word as string, i] as const)),
);

function modeIn(text: string | undefined): number {
  if (!text) return 0;
  return MODE_WORDS.get(text) ?? (plain(text) === '' ? 0 : (MODE_WORDS.get(plain(text).toLowerCase()) ?? -1));
}

const YES_NO: ReadonlyMap<string, 0 | 1> = new Map([
  ...['', 'no', 'n', '否', '0', 'false'].map(word => [word, 0] as const),
  ...['yes', 'y', '是', '1', 'true'].map(word => [word, 1] as const),
]);

function yesNoIn(text: string | undefined): 0 | 1 | undefined {
  if (!text) return 0;
  return YES_NO.get(text) ?? YES_NO.get(plain(text).toLowerCase());
}

/** A diary keeps its words and its line breaks; only the apostrophe that guards formulas goes. */
function diaryText(text: string | undefined): string {
  if (!text) return '';
  const diary = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return unguarded(diary);
}
