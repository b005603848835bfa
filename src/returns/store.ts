import { covers, type Day, type Span } from '../kernel/day.ts';
import { rows, selectFrom, values } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { simpleRows } from '../register/simple-store.ts';
import type { Level } from '../units/level.ts';
import type { ReturnKindRow } from './return-kind.ts';
import { returnKindRecord } from './return-kind-record.ts';

export type ReturnKind = ReturnKindRow & Span & { readonly id: number };

/** The kinds of return that are expected on a day, by their names and due days of that day. */
export function returnKindsOn(db: Db, day: Day): ReturnKind[] {
  const all = simpleRows(db, returnKindRecord, day) as unknown as ReturnKind[];
  return all.filter(kind => covers(kind, day));
}

/** The level of a unit on a day; undefined where it is not open. */
export function openLevelOn(db: Db, unitId: number, day: Day): Level | undefined {
  const term = selectFrom('unit_term').select('level').where('unit_id', '=', unitId);
  return rows(db, term.where('from_on', '<=', day).where('to_on', '>', day))[0]?.level;
}

/** The codes of the receipts that were withdrawn: they count no more. */
export function withdrawnReceipts(db: Db): ReadonlySet<string> {
  return new Set(values(db, selectFrom('receipt').select('code').where('withdrawn_on', 'is not', null)));
}

/** A return that was received. */
export interface Receipt {
  readonly code: string;
  readonly kind_id: number;
  readonly unit_id: number;
  readonly month: string;
  readonly received_on: Day;
  readonly note: string;
}

/** What was received for the months from one to another, withdrawn receipts left out. */
export function receiptsFor(db: Db, first: string, last: string): Receipt[] {
  const received = selectFrom('receipt')
    .select(['code', 'kind_id', 'unit_id', 'month', 'received_on', 'note'])
    .where('month', '>=', first)
    .where('month', '<=', last)
    .where('withdrawn_on', 'is', null);
  return rows(db, received.orderBy('id'));
}
