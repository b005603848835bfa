import type { Slot } from '../appointments/appointment.ts';
import type { Day } from '../kernel/day.ts';
import { insertRow, rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { DisputeAct } from './acts.ts';
import type { SessionIn } from './session-rules.ts';

/** The time of a session on its day, in minutes, from hours like 09:00-11:30. */
export function slotIn(day: Day, hours: string | undefined): Slot | undefined {
  const [from, until] = hours?.split('-').map(minutes) ?? [];
  return from === undefined || until === undefined ? undefined : { day, from, until };
}

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

/** Keeps the room or the window of a session with its move. */
export function saveSessionPlace(db: Db, case_id: number, act: DisputeAct, move_id: number): void {
  if (act.move !== 'mediate' || (act.roomId === undefined && act.windowId === undefined)) return;
  const { roomId: room_id = null, windowId: window_id = null, hours, on: on_day } = act;
  const { from: from_minute = null, until: until_minute = null } = slotIn(on_day, hours) ?? {};
  insertRow(db, 'session_place', { case_id, move_id, room_id, window_id, on_day, from_minute, until_minute });
}

/** The sessions of other disputes in a room, as far as their hours are known. */
export function sessionsInRoom(db: Db, roomId: number, caseId: number): SessionIn[] {
  const sessions = selectFrom('session_place as s')
    .innerJoin('cases as c', 'c.id', 's.case_id')
    .innerJoin('room as r', 'r.id', 's.room_id')
    .select(['c.number', 'r.name as room', 's.on_day as day', 's.from_minute', 's.until_minute'])
    .where('s.room_id', '=', roomId)
    .where('s.case_id', '<>', caseId)
    .where('s.from_minute', 'is not', null)
    .where('c.status', '<>', 'void');
  return rows(db, sessions.orderBy('s.id')).map(({ from_minute, until_minute, ...session }) => ({
    ...session,
    from: from_minute ?? 0,
    until: until_minute ?? 0,
  }));
}
