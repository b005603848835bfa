import type { Text } from '../kernel/text.ts';
import { changeRow } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import { keyOf, type SimpleRecord } from '../register/simple-record.ts';
import { lastingIn } from '../register/simple-store.ts';
import type { Merger, MergerPart } from './merger.ts';

/** The records of a unit, of a kind that has a span, end on the day on which the unit is merged. */
export function endsAtMerger(record: SimpleRecord, remark?: Text): MergerPart {
  return {
    what: record.title,
    fate: 'ends',
    ...(remark ? { remark } : {}),
    carry: (db, merger) => endUnder(db, record, 'unit_id', merger.from.unit_id, merger),
  };
}

/** Ends what belongs to a record, by the column that leads to it, and names it. What begins later is left as it is. */
export function endUnder(db: Db, record: SimpleRecord, column: string, id: number, { stamp }: Merger): string[] {
  return lastingIn(db, record, column, id, stamp.on).map(row => {
    changeRow(db, record, row.id, [{ field: 'to_on', old: String(row.to_on), new: stamp.on }], stamp);
    return keyOf(record, row);
  });
}
