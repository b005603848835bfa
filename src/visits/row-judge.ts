import { readDay } from '../intake/day-text.ts';
import { plain } from '../intake/field.ts';
import type { Header } from '../intake/header.ts';
import type { ReadingChoice } from '../intake/reading.ts';
import { leftEmpty, type Problem, problem } from '../intake/sheet.ts';
import type { Day } from '../kernel/day.ts';
import type { NameKind, Names } from '../naming/names.ts';
import { isWrong, visitJudge } from './judge.ts';
import type { Lookups } from './known.ts';
import { namedRow } from './naming-rules.ts';
import { cellsBy, namesBy, type SaidNames, type Visit, type VisitRow } from './visit.ts';

/** What a visits file is judged and read by. */
export interface VisitReading {
  readonly file: string;
  readonly look: Lookups;
  /** Names are loaded for files that have any. */
  names(): Names;
  readonly today: Day;
  readonly choice: ReadingChoice;
}

/** Hears how rows were understood where that was not by their codes alone. */
export interface UnderstandingTaker {
  byName(kinds: readonly NameKind[]): void;
  leftEmpty(line: number, problem: Problem): void;
}

type Judged = Visit | readonly Problem[];

/** Columns whose codes can be found by names. */
const CODES: ReadonlySet<string> = new Set<keyof VisitRow>(['household_code', 'cadre_a', 'cadre_b', 'diary_by']);
/** Cells that say nothing when they are empty; an empty mode would say that somebody was visited at home. */
const OPTIONAL: ReadonlySet<string> = new Set<keyof VisitRow>(['diary', 'diary_by']);

/**
 * Whether a row may be understood by names: a code is wrong that is no plain number, or the row has names besides. A file can
 * have a million rows with unknown numbers, and all names of a ledger take room.
 */
function namesMayHelp(problems: readonly Problem[], said: SaidNames): boolean {
  const ofCodes = problems.filter(({ column }) => CODES.has(column));
  if (ofCodes.length === 0) return false;
  return ofCodes.some(({ value }) => !/^\s*\d+\s*$/.test(value)) || Object.values(said).some(word => word !== '');
}

/**
 * Judges the rows below a header: as they are written; where a code is missing or unknown, by the names that the row has;
 * with `--lenient` at last without its bad optional cells.
 */
export function rowJudge(header: Header, reading: VisitReading, taker: UnderstandingTaker) {
  const judge = visitJudge(reading.look, reading.today);
  const cells = cellsBy(header.at);
  const said = namesBy(header.at);
  let loaded: Names | undefined;
  const withNames = (row: VisitRow, fields: readonly string[]): readonly [VisitRow, Judged] => {
    loaded ??= reading.names();
    const named = namedRow(loaded, row, said(fields), readDay(plain(row.visited_on)) ?? reading.today);
    const judged = judge(named.row);
    if (named.problems.length > 0) {
      const others = isWrong(judged) ? judged.filter(({ column }) => !CODES.has(column)) : [];
      return [named.row, [...others, ...named.problems]];
    }
    if (named.byName.length > 0 && !isWrong(judged)) taker.byName(named.byName);
    return [named.row, judged];
  };
  const withoutBadCells = (row: VisitRow, judged: readonly Problem[], line: number): Judged => {
    if (!judged.every(({ column }) => OPTIONAL.has(column))) return judged;
    for (const { column, value, reason } of judged) taker.leftEmpty(line, problem(column, value, leftEmpty(reason)));
    return judge({ ...row, ...Object.fromEntries(judged.map(({ column }) => [column, ''])) });
  };
  return (fields: readonly string[], line: number): Judged => {
    let row = cells(fields);
    let judged: Judged = judge(row);
    if (isWrong(judged) && namesMayHelp(judged, said(fields))) [row, judged] = withNames(row, fields);
    return isWrong(judged) && reading.choice.lenient ? withoutBadCells(row, judged, line) : judged;
  };
}
