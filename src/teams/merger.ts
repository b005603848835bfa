import { recordChanges } from '../ledger/events.ts';
import { rows, run, selectFrom, updateTable } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Merger, MergerPart } from '../units/merger.ts';
import { addMembership } from './cadre-store.ts';
import { endLeadership } from './leader-store.ts';

/** The team of a village that is merged joins that of the other one; its leader's time ends, since a team has one leader. */
export const teamMerger: readonly MergerPart[] = [
  { what: { zh: '队长', en: 'team leader' }, fate: 'ends', carry: endLeader },
  { what: { zh: '在队干部', en: 'cadres in its team' }, fate: 'moves', carry: moveMembers },
];

function moveMembers(db: Db, { from, into, stamp }: Merger): string[] {
  const { on } = stamp;
  const lasting = selectFrom('team_member as m')
    .innerJoin('cadre as c', 'c.id', 'm.cadre_id')
    .select(['m.id', 'm.cadre_id', 'c.code', 'm.from_on', 'm.to_on'])
    .where('m.unit_id', '=', from.unit_id)
    .where('m.to_on', '>', on)
    .orderBy('c.code');
  const change = { field: 'unit_code', old: from.code, new: into.code };
  return rows(db, lasting).map(({ id, cadre_id, code, from_on, to_on }) => {
    if (from_on >= on) run(db, updateTable('team_member').set({ unit_id: into.unit_id }).where('id', '=', id));
    else {
      run(db, updateTable('team_member').set({ to_on: on }).where('id', '=', id));
      addMembership(db, { cadre_id, unit_id: into.unit_id, from_on: on, to_on });
    }
    recordChanges(db, 'cadre', cadre_id, [change], stamp);
    return code;
  });
}

function endLeader(db: Db, { from, stamp }: Merger): string[] {
  const lasting = selectFrom('team_leader as l')
    .innerJoin('cadre as c', 'c.id', 'l.cadre_id')
    .select(['l.cadre_id', 'c.code'])
    .where('l.unit_id', '=', from.unit_id)
    .where('l.to_on', '>', stamp.on);
  return rows(db, lasting).map(({ cadre_id, code }) => {
    endLeadership(db, cadre_id, stamp);
    return code;
  });
}
