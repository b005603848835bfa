import type { Day } from '../../kernel/day.ts';
import type { Period } from '../../kernel/period.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { yearsOfVisits } from '../../ledger/visit-tallies.ts';
import type { Part } from '../../standards/duty-rules.ts';
import type { Standard } from '../../standards/standard.ts';
import { type Result, resultOf, type Target, targetsIn } from '../../standards/visit-rules.ts';
import { householdsIn } from './facts.ts';
import { visitCounts } from './visit-counts.ts';

/** A household against its standard in a period. */
export interface JudgedHousehold extends Result {
  readonly id: number;
  readonly unit_id: number;
  /** The standard by which it was judged last; none where no visit fell due in the period. */
  readonly standard: Standard | undefined;
}

/** Every household of a period against its standard, up to today. */
export function* judgedHouseholds(
  db: Db,
  asked: Period,
  today: Day,
  units: ReadonlySet<number> | undefined,
): Generator<JudgedHousehold> {
  const period = sinceVisits(db, asked);
  const end = period.to < today ? period.to : today;
  const counted = visitCounts(db);
  const targets = new Map<readonly Part[], readonly Target[]>();
  for (const { id, unit_id, parts } of householdsIn(db, period, units)) {
    const own = targets.get(parts) ?? targetsIn(parts, period, today);
    targets.set(parts, own);
    const result = resultOf(own, (days, enough) => counted(id, days, enough), end);
    yield { id, unit_id, standard: own.at(-1)?.duty.standard, ...result };
  }
}

/** A period without the years before the first visit: of them nothing is on record. */
function sinceVisits(db: Db, { from, to }: Period): Period {
  const [first] = yearsOfVisits(db) ?? [to.slice(0, 4)];
  const begin = `${first}-01-01`;
  return { from: from < begin && begin <= to ? begin : from, to };
}

/** How many households have a standard that asked for visits in a period, and how many of them it was met for. */
export interface StandardFigures {
  households: number;
  judged: number;
  met: number;
}

export const noHouseholds = (): StandardFigures => ({ households: 0, judged: 0, met: 0 });

export function countIn(figures: StandardFigures, { due, made }: Result): void {
  figures.households++;
  if (due > 0) figures.judged++;
  if (due > 0 && made >= due) figures.met++;
}

/** The figures of each unit that has households of its own: households visited to their standard, of those judged. */
export function standardsByUnit(
  db: Db,
  period: Period,
  today: Day,
  within?: ReadonlySet<number>,
): ReadonlyMap<number, StandardFigures> {
  const units = new Map<number, StandardFigures>();
  for (const household of judgedHouseholds(db, period, today, within)) {
    const figures = units.get(household.unit_id) ?? noHouseholds();
    units.set(household.unit_id, figures);
    countIn(figures, household);
  }
  return units;
}
