import type { MoveRow } from '../cases/move-store.ts';
import type { Day } from '../kernel/day.ts';
import { deleteFrom, insertInto, row, rows, run, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Signing } from './acts.ts';

/** Keeps a party's signature, or another day for it. */
export function insertSignature(db: Db, agreement_id: number, party_id: number, signed_on: Day): void {
  run(
    db,
    insertInto('signature')
      .values({ agreement_id, party_id, signed_on })
      .onConflict(same => same.columns(['agreement_id', 'party_id']).doUpdateSet({ signed_on })),
  );
}

/** Deletes the signatures of a signing that is stepped back: those that no earlier one brought. */
export function deleteSignatures(db: Db, caseId: number, kept: ReadonlyMap<number, Day>): void {
  const agreement = selectFrom('agreement').select('id').where('case_id', '=', caseId).orderBy('id', 'desc').limit(1);
  const ofAgreement = deleteFrom('signature').where('agreement_id', '=', agreement);
  run(db, kept.size === 0 ? ofAgreement : ofAgreement.where('party_id', 'not in', [...kept.keys()]));
}

/**
 * Who signed by the dates of a signing that an earlier version wrote: "all parties" meant those who were parties then. Their
 * signatures are in their table; the day of effect came with the last signing of the agreement.
 */
export function signaturesOf(db: Db, signing: MoveRow): Pick<Signing, 'signed' | 'effectiveOn'> {
  const ofCase = selectFrom('agreement').where('case_id', '=', signing.case_id);
  const agreement = row(
    db,
    ofCase.select(['id', 'effective_on']).where('move_id', '<', signing.id).orderBy('id', 'desc').limit(1),
  );
  if (!agreement) throw new Error(`the signing ${signing.id} has no agreement`);
  const said = JSON.parse(signing.details) as { parties?: Day; party?: Signing['signed'] };
  const kept = rows(db, selectFrom('signature').selectAll().where('agreement_id', '=', agreement.id));
  const signed = kept.flatMap(({ party_id, signed_on }) =>
    signed_on === said.parties ? [[party_id, signed_on] as const] : [],
  );
  return {
    signed: [...signed, ...(said.party ?? [])],
    effectiveOn: isLast(db, signing) ? (agreement.effective_on ?? undefined) : undefined,
  };
}

/** Whether no further signing of the same agreement follows. */
function isLast(db: Db, { id, case_id }: MoveRow): boolean {
  const later = selectFrom('move').select('name').where('case_id', '=', case_id).where('id', '>', id);
  const next = rows(db, later.where('name', 'in', ['sign', 'settle']).orderBy('id'));
  return next[0]?.name !== 'sign';
}
