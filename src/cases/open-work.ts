import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { OpenWork } from '../units/open-work.ts';

/** Open cases of a kind keep a unit open: those that it holds, and those that are offered to it. */
export function caseWork(
  kind: 'dispute' | 'petition',
  open: readonly string[],
  words: Pick<OpenWork, 'what' | 'one'>,
): OpenWork {
  return {
    ...words,
    count: (db: Db, unitId) => {
      const held = rows(
        db,
        selectFrom('cases')
          .select('id')
          .where('kind', '=', kind)
          .where('holder_id', '=', unitId)
          .where('status', 'in', [...open]),
      );
      const offered = rows(
        db,
        selectFrom('offer')
          .innerJoin('cases', 'cases.id', 'offer.case_id')
          .select('offer.id')
          .where('cases.kind', '=', kind)
          .where('offer.to_unit', '=', unitId)
          .where('offer.ending', '=', ''),
      );
      return held.length + offered.length;
    },
  };
}
