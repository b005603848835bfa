import { deleteFrom, insertInto, rows, run, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { KindSpan } from '../standards/duty-rules.ts';

/** The times in which households were of another kind than the ordinary, of all or of one, the first first. */
export function kindSpans(db: Db, householdId?: number): (KindSpan & { readonly household_id: number })[] {
  const spans = selectFrom('household_kind as k')
    .innerJoin('visit_standard as s', 's.id', 'k.standard_id')
    .select(['k.household_id', 's.code as kind', 'k.from_on', 'k.to_on'])
    .orderBy('k.from_on');
  return rows(db, householdId === undefined ? spans : spans.where('k.household_id', '=', householdId));
}

/** Writes the kinds of a household anew; `standards` has the numbers of the kinds. */
export function saveKinds(
  db: Db,
  household_id: number,
  spans: readonly KindSpan[],
  standards: ReadonlyMap<string, number>,
): void {
  run(db, deleteFrom('household_kind').where('household_id', '=', household_id));
  for (const { kind, from_on, to_on } of spans) {
    const standard_id = standards.get(kind);
    if (standard_id === undefined) throw new Error(`no standard ${kind}`);
    run(db, insertInto('household_kind').values({ household_id, standard_id, from_on, to_on }));
  }
}
