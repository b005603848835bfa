import type { Selectable } from 'kysely';
import { lookup, rows, selectFrom } from '../ledger/query.ts';
import type { MoveTable, OfferTable } from '../ledger/schema/cases.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { CaseKind } from './case.ts';

/** A move as the history keeps it. */
export type MoveRow = Selectable<MoveTable>;
export type OfferRow = Selectable<OfferTable>;

export function movesOf(db: Db, caseId: number): MoveRow[] {
  return rows(db, selectFrom('move').selectAll().where('case_id', '=', caseId).orderBy('id'));
}

export function offersOf(db: Db, caseId: number): OfferRow[] {
  return rows(db, selectFrom('offer').selectAll().where('case_id', '=', caseId).orderBy('id'));
}

/** Returns what says the number of the next move: that of a voided move is not given again. */
export function moveNumberer(db: Db): () => number {
  const last = lookup(db, () => selectFrom('move').select('id').orderBy('id', 'desc').limit(1));
  const voided = lookup(db, () =>
    selectFrom('voided_move').select('move_id as id').orderBy('move_id', 'desc').limit(1),
  );
  return () => Math.max(last({})?.id ?? 0, voided({})?.id ?? 0) + 1;
}

export function movesOfKind(db: Db, kind: CaseKind): Map<number, MoveRow[]> {
  const ofKind = selectFrom('move').innerJoin('cases', 'cases.id', 'move.case_id').where('cases.kind', '=', kind);
  return byCase(rows(db, ofKind.selectAll('move').orderBy('move.id')));
}

export function offersOfKind(db: Db, kind: CaseKind): Map<number, OfferRow[]> {
  const ofKind = selectFrom('offer').innerJoin('cases', 'cases.id', 'offer.case_id').where('cases.kind', '=', kind);
  return byCase(rows(db, ofKind.selectAll('offer').orderBy('offer.id')));
}

/** Rows of many cases, by case and in the same order. */
export function byCase<R extends { readonly case_id: number }>(all: readonly R[]): Map<number, R[]> {
  const groups = new Map<number, R[]>();
  for (const row of all) {
    const group = groups.get(row.case_id);
    if (group) group.push(row);
    else groups.set(row.case_id, [row]);
  }
  return groups;
}
