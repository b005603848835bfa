import type { Db } from '../ledger/kysely.ts';
import type { OpenWork } from '../units/open-work.ts';

/** Open cases of a kind keep a unit open: those that it holds, and those that are offered to it. */
export function caseWork(
  kind: 'dispute' | 'petition',
  open: readonly string[],
  words: Pick<OpenWork, 'what' | 'one'>,
): OpenWork {
  return {
    ...words,
    count: async (db: Db, unitId) => {
      const held = await db
        .selectFrom('matter')
        .select('id')
        .where('kind', '=', kind)
        .where('holder_id', '=', unitId)
        .where('status', 'in', [...open])
        .execute();
      const offered = await db
        .selectFrom('offer')
        .innerJoin('matter', 'matter.id', 'offer.matter_id')
        .select('offer.id')
        .where('matter.kind', '=', kind)
        .where('offer.to_unit', '=', unitId)
        .where('offer.ending', '=', '')
        .execute();
      return held.length + offered.length;
    },
  };
}
