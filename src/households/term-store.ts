import { type Day, OPEN_END, type Span } from '../kernel/day.ts';
import { deleteFrom, inserter, insertInto, rows, run, selectFrom, updateTable } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';

/** A household's time in a village: it was in the register from the first day up to the day before the end. */
export interface HouseholdTerm extends Span {
  readonly unit_id: number;
}

/** Households, each with all its terms. */
function withTerms() {
  return selectFrom('household as h').innerJoin('household_term as t', 't.household_id', 'h.id');
}

/** Households, each with its last term: where it is, or where it was last. */
export function withLastTerm() {
  return withTerms().where(({ eb, or, not, exists, selectFrom }) =>
    or([
      eb('t.to_on', '=', OPEN_END),
      not(
        exists(
          selectFrom('household_term as l')
            .select('l.from_on')
            .whereRef('l.household_id', '=', 't.household_id')
            .whereRef('l.from_on', '>', 't.from_on'),
        ),
      ),
    ]),
  );
}

/** The households that are in the register on a day, each with its term of that day. */
export function withTermOn(day: Day) {
  return withTerms().where('t.from_on', '<=', day).where('t.to_on', '>', day);
}

/**
 * Of each household the last term that has begun by a day: where it is, or where it was last. For lists of what concerns
 * households, to be joined by `household_id`.
 */
export function lastTermsBy(day: Day) {
  return selectFrom('household_term as term')
    .select(['term.household_id', 'term.unit_id', 'term.from_on', 'term.to_on'])
    .where('term.from_on', '<=', day)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('household_term as next')
            .select('next.from_on')
            .whereRef('next.household_id', '=', 'term.household_id')
            .whereRef('next.from_on', '>', 'term.from_on')
            .where('next.from_on', '<=', day),
        ),
      ),
    );
}

/** The terms of a household, the first first. */
export function termsOf(db: Db, householdId: number): HouseholdTerm[] {
  const terms = selectFrom('household_term').select(['unit_id', 'from_on', 'to_on']).orderBy('from_on');
  return rows(db, terms.where('household_id', '=', householdId));
}

/** The terms that ended, of all households or of one: few, even where households are many. */
export function endedTerms(db: Db, householdId?: number) {
  const columns = ['household_id', 'unit_id', 'from_on', 'to_on'] as const;
  let terms = selectFrom('household_term').select(columns).where('to_on', '<>', OPEN_END).orderBy('from_on');
  if (householdId !== undefined) terms = terms.where('household_id', '=', householdId);
  return rows(db, terms);
}

export function termWriter(db: Db) {
  return inserter(db, 'household_term', ['household_id', 'from_on', 'to_on', 'unit_id']);
}

/** A household that comes back begins another term. */
export function addTerm(db: Db, household_id: number, { unit_id, from_on, to_on }: HouseholdTerm): void {
  run(db, insertInto('household_term').values({ household_id, unit_id, from_on, to_on }));
}

/** Changes the ends of a household's last term. */
export function changeLastTerm(db: Db, householdId: number, { from_on, to_on }: Span): void {
  const [last] = latestFirst(db, householdId);
  if (last.from_on !== from_on || last.to_on !== to_on) setEnds(db, householdId, last, { from_on, to_on });
}

/**
 * Moves a household to another village on a day of its last term. On the first day of that term the village was a mistake:
 * it is replaced, and where the household was in the new one until then, the time there goes on.
 */
export function placeHousehold(db: Db, householdId: number, { unit_id, from_on, to_on }: HouseholdTerm): void {
  const [last, before] = latestFirst(db, householdId);
  if (from_on > last.from_on) setEnds(db, householdId, last, { to_on: from_on });
  else removeTerm(db, householdId, last);
  if (from_on === last.from_on && before?.to_on === from_on && before.unit_id === unit_id)
    setEnds(db, householdId, before, { to_on });
  else addTerm(db, householdId, { unit_id, from_on, to_on });
}

function latestFirst(db: Db, householdId: number): [last: HouseholdTerm, before?: HouseholdTerm] {
  const [last, before] = termsOf(db, householdId).reverse();
  if (!last) throw new Error(`household ${householdId} has no term`);
  return before ? [last, before] : [last];
}

function setEnds(db: Db, householdId: number, { from_on }: HouseholdTerm, ends: Partial<Span>): void {
  const changed = updateTable('household_term').set(ends).where('household_id', '=', householdId);
  run(db, changed.where('from_on', '=', from_on));
}

function removeTerm(db: Db, householdId: number, { from_on }: HouseholdTerm): void {
  run(db, deleteFrom('household_term').where('household_id', '=', householdId).where('from_on', '=', from_on));
}
