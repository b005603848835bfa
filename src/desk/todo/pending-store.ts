import { IN_STOCK, OPEN_STATUSES } from '../../disputes/transitions.ts';
import type { Day } from '../../kernel/day.ts';
import { rows } from '../../ledger/query.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { cases } from './store.ts';

/** Departments that are to answer a referral by a day, overdue ones included. */
export function awaitedReferrals(db: Db, until: Day) {
  return rows(
    db,
    cases()
      .innerJoin('referral as r', 'r.case_id', 'm.id')
      .innerJoin('department as e', 'e.id', 'r.department_id')
      .select(['e.code', 'e.name', 'r.due_on'])
      .where('r.ended_by', 'is', null)
      .where('r.due_on', '<=', until)
      .where('m.status', 'in', OPEN_STATUSES),
  );
}

/** Disputes of which a unit above wants to hear. */
export function openSupervisions(db: Db) {
  return rows(
    db,
    cases()
      .innerJoin('supervision as u', 'u.case_id', 'm.id')
      .select(['u.unit_id as by', 'u.due_on', 'u.note'])
      .where('u.ending', '=', ''),
  );
}

/** Invitations that an expert has not answered, of disputes that are still to be settled. */
export function openInvitations(db: Db) {
  return rows(
    db,
    cases()
      .innerJoin('invitation as i', 'i.case_id', 'm.id')
      .innerJoin('expert as e', 'e.id', 'i.expert_id')
      .select(['e.code', 'i.invited_on'])
      .where('i.answer', '=', '')
      .where('m.status', 'in', [...IN_STOCK]),
  );
}

/** Appointments up to a day that were not kept yet. */
export function openAppointments(db: Db, until: Day) {
  return rows(
    db,
    cases()
      .innerJoin('appointment as o', 'o.case_id', 'm.id')
      .select(['o.on_day', 'o.from_minute', 'o.place'])
      .where('o.ending', '=', '')
      .where('o.on_day', '<=', until)
      .orderBy('o.on_day')
      .orderBy('o.from_minute'),
  );
}
