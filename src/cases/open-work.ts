import { selectFrom, values } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { OpenWork } from '../units/open-work.ts';
import type { CaseKind } from './case.ts';

/** Open cases of a kind keep a unit open: those that it holds, and those that are offered to it. */
export function caseWork(kind: CaseKind, open: readonly string[], words: Pick<OpenWork, 'what' | 'one'>): OpenWork {
  return {
    ...words,
    count: (db: Db, unitId) => {
      const ofKind = selectFrom('cases').select('cases.id').where('cases.kind', '=', kind);
      const held = ofKind.where('holder_id', '=', unitId).where('status', 'in', open);
      const toUnit = ofKind.innerJoin('offer', 'offer.case_id', 'cases.id').where('offer.to_unit', '=', unitId);
      return values(db, held).length + values(db, toUnit.where('offer.ending', '=', '')).length;
    },
  };
}
