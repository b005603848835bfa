import { VOID } from '../cases/case.ts';
import { rows, run, selectFrom, updateTable } from '../ledger/query.ts';
import type { VisitUses } from '../visits/commands/visit-withdraw.ts';

/** The disputes and needs that came from a visit; those that are void or withdrawn let go of it. */
export const visitUses: VisitUses = {
  from: (db, visitId) => [
    ...rows(
      db,
      selectFrom('dispute')
        .innerJoin('cases', 'cases.id', 'dispute.id')
        .select('cases.number as key')
        .where('dispute.visit_id', '=', visitId)
        .where('cases.status', '<>', VOID)
        .orderBy('cases.id'),
    ).map(({ key }) => ({ noun: 'dispute', key }) as const),
    ...rows(
      db,
      selectFrom('need')
        .select('code as key')
        .where('visit_id', '=', visitId)
        .where('withdrawn_on', 'is', null)
        .orderBy('code'),
    ).map(({ key }) => ({ noun: 'need', key }) as const),
  ],
  release: (db, visitId) => {
    for (const table of ['dispute', 'need'] as const)
      run(
        db,
        updateTable(table as 'need')
          .set({ visit_id: null })
          .where('visit_id', '=', visitId),
      );
  },
};
