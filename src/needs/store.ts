import type { Day } from '../kernel/day.ts';
import { recordChanges, type Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Referent } from '../register/reference.ts';

/** Visits, by the numbers that the ledger gave them. */
export const VISITS: Referent = {
  all: `select id, id as code, '0001-01-01' as from_on, '9999-12-31' as to_on from visit`,
  code: 'cast(% as text)',
};

/** To which household a visit was, and when. */
export function visitMade(db: Db, id: number): { household: number; visited_on: Day } {
  return db.prepare('select household_id as household, visited_on from visit where id = ?').get(id) as {
    household: number;
    visited_on: Day;
  };
}

interface StandingNeed {
  readonly id: number;
  readonly raised_on: Day;
  readonly result: string;
  readonly feedback_on: Day | null;
  readonly withdrawn_on: Day | null;
}

export function needCoded(db: Db, code: string): StandingNeed | undefined {
  return db.prepare('select id, raised_on, result, feedback_on, withdrawn_on from need where code = ?').get(code) as
    | StandingNeed
    | undefined;
}

/** Closes a need with its result and the day on which the household was told. */
export function closeNeed(db: Db, id: number, result: string, feedbackOn: Day, stamp: Stamp): void {
  db.prepare('update need set result = ?, feedback_on = ? where id = ?').run(result, feedbackOn, id);
  const changes = [
    { field: 'result', old: '', new: result },
    { field: 'feedback_on', old: null, new: feedbackOn },
  ];
  recordChanges(db, 'need', id, changes, stamp);
}

/** A need as its household's page shows it. */
export interface OpenNeed {
  readonly code: string;
  readonly category: string;
  readonly content: string;
  readonly raised_on: Day;
  readonly owner: string;
  readonly due_on: Day | null;
}

/** What a household still needs. */
export function openNeedsOf(db: Db, householdId: number): OpenNeed[] {
  return db
    .prepare(
      `select code, category, content, raised_on, owner, due_on from need
       where household_id = ? and feedback_on is null and withdrawn_on is null order by raised_on, code`,
    )
    .all(householdId) as OpenNeed[];
}
