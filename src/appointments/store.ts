import { insertRow, rows, run, selectFrom, updateTable } from '../ledger/query.ts';
import type { AppointmentTable } from '../ledger/schema/appointments.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Appointment } from './appointment.ts';
import type { Booked } from './rules.ts';

/** How an appointment ends: by a mediation on its day or later, by another or none in its place, or with the holder's work. */
export type Ending = Exclude<AppointmentTable['ending'], ''>;

const appointments = selectFrom('appointment as a').innerJoin('cases as c', 'c.id', 'a.case_id');

/** The appointments of other cases that are still to be kept. */
export function bookedBeside(db: Db, caseId: number): Booked[] {
  const open = appointments
    .select(['c.number', 'a.on_day as day', 'a.from_minute as from', 'a.until_minute as until'])
    .select(['a.place', 'a.room_id as roomId', 'a.mediators'])
    .where('a.ending', '=', '')
    .where('a.case_id', '<>', caseId);
  return rows(db, open.orderBy('a.id')).map(row => ({ ...row, mediators: JSON.parse(row.mediators) }));
}

/** The appointments of a case, in the order in which they were made. */
export function appointmentsOf(db: Db, caseId: number) {
  const own = selectFrom('appointment').selectAll().where('case_id', '=', caseId).orderBy('id');
  return rows(db, own).map(row => ({ ...row, mediators: JSON.parse(row.mediators) as string[] }));
}

interface Written {
  readonly caseId: number;
  readonly moveId: number;
}

export function endAppointment(db: Db, { caseId, moveId }: Written, ending: Ending): void {
  const open = updateTable('appointment').where('case_id', '=', caseId).where('ending', '=', '');
  run(db, open.set({ ending, ended_by: moveId }));
}

export function addAppointment(db: Db, { caseId, moveId }: Written, unitId: number, made: Appointment): void {
  const { day, from, until, place, roomId, mediators } = made;
  insertRow(db, 'appointment', {
    ...{ case_id: caseId, unit_id: unitId, move_id: moveId, on_day: day, from_minute: from, until_minute: until },
    ...{ place, room_id: roomId, mediators: JSON.stringify(mediators), ending: '' },
  });
}
