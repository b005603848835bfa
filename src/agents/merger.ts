import { changeRow } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import { keyOf } from '../register/simple-record.ts';
import { lastingIn } from '../register/simple-store.ts';
import type { Merger, MergerPart } from '../units/merger.ts';
import { agentRecord } from './records.ts';

/** The petition agents of a village that is merged serve the other one, with the petitions that they carry. */
export const agentMerger: MergerPart = {
  what: { zh: '代办员', en: 'petition agents' },
  fate: 'moves',
  carry: moveAgents,
};

function moveAgents(db: Db, { from, into, stamp }: Merger): string[] {
  return lastingIn(db, agentRecord, 'unit_id', from.unit_id, stamp.on).map(row => {
    const change = { field: 'unit_code', old: from.code, new: into.code };
    changeRow(db, agentRecord, row.id, [change], stamp, () => [['unit_id', into.unit_id]]);
    return keyOf(agentRecord, row);
  });
}
