import { readDay } from '../intake/day-text.ts';
import { plain, trimmed, unguarded } from '../intake/field.ts';
import type { Problem } from '../intake/sheet.ts';
import { type Day, dayNumber } from '../kernel/day.ts';
import { remembered } from '../kernel/remembered.ts';
import { DIARY_FIELD_LIST, type DiaryFields, givenFields } from './diary.ts';
import { maskOf } from './domain.ts';
import { cadresKey, holds, type KnownDay, type KnownPair, type Lookups } from './known.ts';
import { type ReadVisit, visitProblems } from './rules.ts';
import { MODE_LIST, MODES, type Mode, type Visit, type VisitRow } from './visit.ts';

/** Judges visits one after the other: the visit as the table keeps it, or everything that is wrong with its row. */
export function visitJudge(look: Lookups, today: Day): (row: VisitRow) => Visit | readonly Problem[] {
  const read = visitReading(look, today);
  return row => {
    const visit = read(row);
    const problems = visitProblems(visit, row, today);
    return problems.length > 0 ? problems : kept(visit, row);
  };
}

/** Whether a row was judged to be wrong. */
export function isWrong(judged: Visit | readonly Problem[]): judged is readonly Problem[] {
  return Array.isArray(judged);
}

/** A visit with which nothing is wrong: every part of it was understood. */
function kept(visit: ReadVisit, row: VisitRow): Visit {
  const { day, household, pair, mode, substitute, domains, diaryBy } = visit;
  if (!day || !household || !pair || substitute === undefined || diaryBy === undefined || typeof domains === 'string')
    throw new Error('no rule objects to a visit that was not understood');
  return {
    household_id: household.id,
    visited_on: day.day,
    mode: mode as Mode,
    pair_id: pair.id,
    substitute,
    domains,
    diary_by: diaryBy,
    diary: diaryText(row.diary),
    fields: fieldsOf(row),
  };
}

/** Reads rows by what the ledger has; answers about the few values that come again and again are remembered. */
function visitReading(look: Lookups, today: Day): (row: VisitRow) => ReadVisit {
  const dayIn = remembered((text: string) => {
    const day = readDay(plain(text));
    return day === undefined ? null : knownDay(day, look);
  });
  const unknownDay = knownDay(today, look);
  return row => {
    const day = dayIn(row.visited_on) ?? undefined;
    const household = look.households.get(row.household_code) ?? look.households.get(plain(row.household_code));
    // As a rule the two visitors are the pair that is expected at the household.
    const expected = household?.assigned[0]?.pair;
    const cadreA = cadreIn(look, row.cadre_a, expected);
    const cadreB = cadreIn(look, row.cadre_b, expected);
    return {
      day,
      household,
      cadreA,
      cadreB,
      pair: day && pairOf(look, cadreA, cadreB, day.number, expected),
      mode: modeIn(row.mode),
      substitute: yesNoIn(row.substitute),
      domains: (day ?? unknownDay).domainsIn(row.domains),
      diaryBy: diaryByIn(look, row, cadreA, cadreB),
    };
  };
}

/** A day, and how domains are read that are written on it. */
function knownDay(day: Day, { domains }: Lookups): KnownDay {
  const domainsIn = remembered((text: string) => maskOf(trimmed(text.normalize('NFKC')), domains, day));
  return { day, number: dayNumber(day), domainsIn };
}

function cadreIn(look: Lookups, code: string, expected: KnownPair | undefined): number | undefined {
  if (expected && code === expected.codeA) return expected.a;
  if (expected && code === expected.codeB) return expected.b;
  return look.cadres.get(code) ?? look.cadres.get(plain(code));
}

function pairOf(
  look: Lookups,
  a: number | undefined,
  b: number | undefined,
  day: number,
  expected: KnownPair | undefined,
): KnownPair | undefined {
  if (a === undefined || b === undefined) return undefined;
  const key = cadresKey(a, b);
  if (expected && key === cadresKey(expected.a, expected.b) && holds(expected, day)) return expected;
  return look.pairs.get(key)?.find(pair => holds(pair, day));
}

/** Where no writer is named, the first visitor wrote the diary. */
function diaryByIn(look: Lookups, row: VisitRow, a: number | undefined, b: number | undefined): number | undefined {
  const writer = row.diary_by ? plain(row.diary_by) : '';
  if (writer === '' || writer === row.cadre_a) return a;
  return writer === row.cadre_b ? b : look.cadres.get(writer);
}

/** What files have for the modes besides their names. */
const OTHER_WORDS: Readonly<Record<Mode, readonly string[]>> = {
  home: ['上门', '入户走访', '实地走访', '实地', '面谈', '当面'],
  phone: ['电话走访', '电话联系', '电访', '微信', '视频'],
  absent: ['无人', '不在家', '家里没人', '未见面'],
};
const MODE_WORDS: ReadonlyMap<string, Mode> = new Map(
  MODE_LIST.flatMap(mode => [mode, MODES[mode].zh, ...OTHER_WORDS[mode]].map(word => [word, mode] as const)),
);

function modeIn(text: string | undefined): Mode | undefined {
  if (!text) return 'home';
  return MODE_WORDS.get(text) ?? (plain(text) === '' ? 'home' : MODE_WORDS.get(plain(text).toLowerCase()));
}

const YES_NO: ReadonlyMap<string, 0 | 1> = new Map([
  ...['', 'no', 'n', '否', '0', 'false', '×', '✗'].map(word => [word, 0] as const),
  ...['yes', 'y', '是', '1', 'true', '√', '✓', '✔', '☑'].map(word => [word, 1] as const),
]);

function yesNoIn(text: string | undefined): 0 | 1 | undefined {
  if (!text) return 0;
  return YES_NO.get(text) ?? YES_NO.get(plain(text).toLowerCase());
}

/** The fields of the diary, where the file has any. */
function fieldsOf(row: VisitRow): DiaryFields | undefined {
  if (DIARY_FIELD_LIST.every(field => !row[field])) return undefined;
  return givenFields(field => trimmed(diaryText(row[field])));
}

/** A diary keeps its words and its line breaks; only the apostrophe that guards formulas is removed. */
function diaryText(text: string | undefined): string {
  if (!text) return '';
  const diary = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return unguarded(diary);
}
