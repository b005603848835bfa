import { addDays, lengthOfMonth } from '../../kernel/day.ts';
import type { Period } from '../../kernel/period.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { keptTally, visitedFlags } from '../../ledger/visit-tallies.ts';

/** How many home visits a household had in a period; counting stops at as many as are enough. */
export type VisitCounts = (household: number, period: Period, enough: number) => number;

/** A month that a period touches, and whether all of its days are in it. */
interface Month {
  readonly name: string;
  readonly isWhole: boolean;
}

const FLAGGED = 1;

/**
 * Visits are counted by the months that the ledger keeps counted: a household with as many visited months as visits are
 * asked for is done, one without any has none. Only those in between are counted in the visits themselves.
 */
export function visitCounts(db: Db): VisitCounts {
  const exact = db
    .prepare(
      `select count(*) from (select 1 from visit where household_id = ? and visited_on between ? and ? and mode = 'home'
       limit ?)`,
    )
    .pluck();
  const flagsOf = remembered((month: string) => visitedFlags(keptTally(db, [month])));
  const monthsIn = remembered(
    (period: Period) => monthsOf(period),
    ({ from, to }) => `${from} ${to}`,
  );
  return (household, period, enough) => {
    let [sure, possible] = [0, 0];
    for (const { name, isWhole } of monthsIn(period)) {
      if (flagsOf(name)[household] !== FLAGGED) continue;
      possible++;
      if (isWhole) sure++;
    }
    if (possible === 0) return 0;
    if (sure >= enough) return enough;
    return exact.get(household, period.from, period.to, enough) as number;
  };
}

function monthsOf({ from, to }: Period): Month[] {
  const months: Month[] = [];
  for (let day = from; day <= to; ) {
    const last = `${day.slice(0, 7)}-${lengthOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)))}`;
    months.push({ name: day.slice(0, 7), isWhole: day.endsWith('-01') && last <= to });
    day = addDays(last, 1);
  }
  return months;
}

function remembered<A, R>(make: (of: A) => R, keyOf: (of: A) => unknown = of => of): (of: A) => R {
  const known = new Map<unknown, R>();
  return of => {
    const key = keyOf(of);
    const found = known.get(key) ?? make(of);
    known.set(key, found);
    return found;
  };
}
