import type { Day } from '../../kernel/day.ts';
import type { Text } from '../../kernel/text.ts';
import type { Db } from '../../ledger/sqlite.ts';
import type { Duty, Part } from '../../standards/duty-rules.ts';
import { nextText, standardText } from '../../standards/text.ts';
import { dutiesFrom, type NextVisit, nextVisit } from '../../standards/visit-rules.ts';
import { householdsIn } from './facts.ts';
import { visitCounts } from './visit-counts.ts';

/** A home visit that is due, with the standard that asks for it. */
export interface DueVisit {
  readonly household: string;
  readonly unit_id: number;
  /** Not yet in December, due by 2023-12-31. */
  readonly what: Text;
  /** Hardship household monthly. */
  readonly standard: Text;
  readonly due_on: Day;
  readonly last_on: Day | null;
  /** How many households of its unit are due by then, of which not all may be listed. */
  readonly due_at_unit: number;
}

/** Which visits are looked for: those due by a day, late ones included, of these units or of all. */
export interface WantedVisits {
  readonly today: Day;
  readonly until: Day;
  readonly units: ReadonlySet<number> | undefined;
}

/**
 * The home visits that are due by a day, the earliest due first, of these the longest not visited. A visit that was not
 * made in its part of the year stays due until the year is over; what was not made by then is in `report missed`.
 */
export function dueVisits(db: Db, wanted: WantedVisits, most: number): DueVisit[] {
  const household = db.prepare(
    `select h.code, (select max(visited_on) from visit where household_id = h.id and mode = 'home' and visited_on <= @today)
       as last_on from household h where h.id = @id`,
  );
  const due = [...nextVisits(db, wanted)].sort((a, b) => (a.next.by < b.next.by ? -1 : a.next.by > b.next.by ? 1 : 0));
  const atUnit = new Map<number, number>();
  for (const { unit_id } of due) atUnit.set(unit_id, (atUnit.get(unit_id) ?? 0) + 1);
  const latest = due.at(most - 1)?.next.by ?? wanted.until;
  return due
    .filter(({ next }) => next.by <= latest)
    .map(({ id, unit_id, next }) => ({
      ...(household.get({ id, today: wanted.today }) as { readonly code: string; readonly last_on: Day | null }),
      unit_id,
      next,
    }))
    .sort(byUrgency)
    .slice(0, most)
    .map(({ code, last_on, unit_id, next }) => ({
      household: code,
      unit_id,
      what: nextText(next, wanted.today),
      standard: standardText(next.duty.standard),
      due_on: next.by,
      last_on,
      due_at_unit: atUnit.get(unit_id) ?? 0,
    }));
}

interface Found {
  readonly id: number;
  readonly unit_id: number;
  readonly next: NextVisit;
}

/** The next visit of each household that is on the register today, where it is due by the day. */
function* nextVisits(db: Db, { today, until, units }: WantedVisits): Generator<Found> {
  const counted = visitCounts(db);
  const duties = new Map<readonly Part[], readonly Duty[]>();
  for (const { id, unit_id, parts } of householdsIn(db, { from: today, to: today }, units)) {
    const own = duties.get(parts) ?? dutiesFrom(parts, today);
    duties.set(parts, own);
    const next = nextVisit(own, (days, enough) => counted(id, days, enough), today);
    if (next && next.by <= until) yield { id, unit_id, next };
  }
}

type Urgent = Pick<Found, 'next'> & { readonly code: string; readonly last_on: Day | null };

function byUrgency(a: Urgent, b: Urgent): number {
  const key = ({ next, last_on, code }: Urgent) => `${next.by} ${last_on ?? ''} ${code}`;
  return key(a) < key(b) ? -1 : 1;
}
