import { addAppointment, type Ending, endAppointment } from '../appointments/store.ts';
import { insertRow, rows, run, selectFrom, updateTable, values } from '../ledger/query.ts';
import type { SupervisionTable } from '../ledger/schema/disputes.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { DisputeAct } from './acts.ts';
import type { Dispute } from './dispute.ts';

/** Saves what an act changed of what is pending: every row names the move that wrote it and the move that ended it. */
export function savePending(db: Db, before: Dispute, after: Dispute, act: DisputeAct, moveId: number): void {
  saveReferral(db, after.id, act, moveId);
  saveSupervisions(db, before, after, act, moveId);
  if (before.appointment === after.appointment) return;
  const written = { caseId: after.id, moveId };
  if (before.appointment) endAppointment(db, written, endingBy(before.appointment.day, act));
  if (after.appointment) addAppointment(db, written, after.holder, after.appointment);
}

function saveReferral(db: Db, case_id: number, act: DisputeAct, move_id: number): void {
  if (act.move === 'refer' && act.departmentId !== undefined && act.due !== undefined) {
    const { departmentId: department_id, on: referred_on, due: due_on } = act;
    insertRow(db, 'referral', { case_id, department_id, move_id, referred_on, due_on, answer: '' });
  }
  if (act.move !== 'report') return;
  const open = updateTable('referral').where('case_id', '=', case_id).where('department_id', '=', act.departmentId);
  const answered = { answered_on: act.on, answer: act.answer, ended_by: move_id };
  run(db, open.where('ended_by', 'is', null).set(answered));
}

function saveSupervisions(db: Db, before: Dispute, after: Dispute, act: DisputeAct, moveId: number): void {
  if (act.move === 'supervise') {
    const { byId: unit_id, on: supervised_on, due: due_on, note = '' } = act;
    const made = { case_id: after.id, unit_id, move_id: moveId, supervised_on, due_on, note };
    insertRow(db, 'supervision', { ...made, ending: '', reply: '' });
  }
  const isOpen = (by: number) => after.supervisions.some(supervision => supervision.by === by);
  const ended = before.supervisions.filter(({ by }) => !isOpen(by)).map(({ by }) => by);
  if (ended.length === 0) return;
  const ending: SupervisionTable['ending'] =
    act.move === 'supervision-reply' ? 'replied' : act.move === 'settle' ? 'settled' : 'lapsed';
  const reply = act.move === 'supervision-reply' ? act.reply : '';
  const open = updateTable('supervision').where('case_id', '=', after.id).where('ending', '=', '');
  run(db, open.where('unit_id', 'in', ended).set({ ending, ended_on: act.on, ended_by: moveId, reply }));
}

/** How an appointment ends by an act. */
function endingBy(day: string, { move, on }: DisputeAct): Ending {
  if (move === 'mediate') return on === day ? 'kept' : 'missed';
  if (move === 'appoint') return 'replaced';
  return move === 'cancel-appointment' ? 'cancelled' : 'lapsed';
}

/** The departments to which a dispute was referred, in the order of referring. */
export function referralsOf(db: Db, caseId: number) {
  const own = selectFrom('referral as r').innerJoin('department as d', 'd.id', 'r.department_id');
  const columns = own.select(['d.name as department', 'r.referred_on', 'r.due_on', 'r.answered_on', 'r.answer']);
  return rows(db, columns.where('r.case_id', '=', caseId).orderBy('r.id'));
}

/** The supervisions of a dispute, in order. */
export function supervisionsOf(db: Db, caseId: number) {
  return rows(db, selectFrom('supervision').selectAll().where('case_id', '=', caseId).orderBy('id'));
}

/** The open disputes in which a department has still to answer. */
export function openReferrals(db: Db, departmentId: number, statuses: readonly string[]) {
  return values(
    db,
    selectFrom('referral as r')
      .innerJoin('cases as c', 'c.id', 'r.case_id')
      .select('c.number')
      .where('r.department_id', '=', departmentId)
      .where('r.ended_by', 'is', null)
      .where('c.status', 'in', statuses)
      .orderBy('r.id'),
  );
}
