import { rows, run, selectFrom, updateTable } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { recountYear } from '../ledger/visit-tallies.ts';
import type { Merger, MergerPart } from '../units/merger.ts';

/**
 * A merger is often entered after the day on which it counts. Visits that were entered meanwhile were made by the pairs of
 * the other team, which the same two cadres are from that day on.
 */
export const visitMerger: MergerPart = {
  what: { zh: '合并之日起已录入的走访', en: 'visits entered for that day and later' },
  fate: 'moves',
  carry: moveVisits,
};

function moveVisits(db: Db, { from, into, stamp }: Merger): string[] {
  const late = selectFrom('visit as v')
    .innerJoin('pair as old', 'old.id', 'v.pair_id')
    .innerJoin('pair as next', join =>
      join.onRef('next.cadre_a', '=', 'old.cadre_a').onRef('next.cadre_b', '=', 'old.cadre_b'),
    )
    .select(['v.id', 'v.visited_on', 'next.id as pair_id'])
    .where('old.unit_id', '=', from.unit_id)
    .where('next.unit_id', '=', into.unit_id)
    .where('next.from_on', '=', stamp.on)
    .where('v.visited_on', '>=', stamp.on)
    .orderBy('v.id');
  const found = rows(db, late);
  for (const { id, pair_id } of found) run(db, updateTable('visit').set({ pair_id }).where('id', '=', id));
  for (const year of new Set(found.map(({ visited_on }) => visited_on.slice(0, 4)))) recountYear(db, year);
  return found.map(({ id }) => String(id));
}
