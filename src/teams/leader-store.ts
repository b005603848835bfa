import { type Day, OPEN_END } from '../kernel/day.ts';
import { recordChanges, type Stamp } from '../ledger/events.ts';
import { deleteFrom, insertRow, rows, run, selectFrom, updateTable, values } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';

/** All times of all leaders, the earliest first. */
export function allLeaders(db: Db) {
  const leaders = selectFrom('team_leader as l').innerJoin('cadre as c', 'c.id', 'l.cadre_id');
  const columns = leaders.select(['l.unit_id', 'l.cadre_id', 'c.code', 'c.name', 'l.from_on', 'l.to_on']);
  return rows(db, columns.orderBy('l.from_on').orderBy('l.id'));
}

/** The leaders on a day, by the unit of their team. */
export function leadersOn(db: Db, day: Day) {
  const then = allLeaders(db).filter(({ from_on, to_on }) => from_on <= day && day < to_on);
  return new Map(then.map(leader => [leader.unit_id, leader]));
}

/** Makes a cadre the leader of a team from a day on, in the place of the present one. */
export function putLeader(db: Db, unit_id: number, cadre_id: number, stamp: Stamp, to_on: Day = OPEN_END): void {
  const open = selectFrom('team_leader')
    .select('cadre_id')
    .where('unit_id', '=', unit_id)
    .where('to_on', '>', stamp.on);
  for (const before of values(db, open)) endLeadership(db, before, stamp);
  insertRow(db, 'team_leader', { unit_id, cadre_id, from_on: stamp.on, to_on });
  recordChanges(db, 'cadre', cadre_id, [{ field: 'leader', old: 'no', new: 'yes' }], stamp);
}

/** Ends a cadre’s time as a leader on a day; one that began on that very day or later is deleted. */
export function endLeadership(db: Db, cadreId: number, stamp: Stamp): void {
  const { on } = stamp;
  const leading = selectFrom('team_leader').select('id').where('cadre_id', '=', cadreId).where('to_on', '>', on);
  if (values(db, leading).length === 0) return;
  run(db, deleteFrom('team_leader').where('cadre_id', '=', cadreId).where('from_on', '>=', on));
  run(db, updateTable('team_leader').set({ to_on: on }).where('cadre_id', '=', cadreId).where('to_on', '>', on));
  recordChanges(db, 'cadre', cadreId, [{ field: 'leader', old: 'yes', new: 'no' }], stamp);
}
