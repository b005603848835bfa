import { type Appointment, slotOf } from '../appointments/appointment.ts';
import type { Step } from '../cases/case.ts';
import type { DisputeAct } from './acts.ts';
import type { Pending, Referral, Supervision } from './pending.ts';
import { IN_STOCK, type Status } from './transitions.ts';

/**
 * What is pending after an act. A supervision ends by its reply, where the dispute leaves the stock, and where the unit that
 * supervised holds it itself; an appointment by a mediation on its day or later, and where the holder's work on it ends. A
 * department may still answer when the dispute is settled.
 */
export function pendingAfter(
  before: Pending & { readonly holder: number },
  act: DisputeAct,
  step: Step<Status>,
): Pending {
  const isOver = !IN_STOCK.has(step.status);
  const holder = step.holder ?? before.holder;
  return {
    referrals: referralsAfter(before.referrals, act),
    supervisions: isOver ? [] : supervisionsAfter(before.supervisions, act, holder),
    appointment: isOver || holder !== before.holder ? undefined : appointmentAfter(before.appointment, act),
    policeOn: before.policeOn ?? (act.move === 'report-to-police' ? act.on : null),
  };
}

function referralsAfter(open: readonly Referral[], act: DisputeAct): readonly Referral[] {
  if (act.move === 'report') return open.filter(({ departmentId }) => departmentId !== act.departmentId);
  // Earlier versions referred a dispute to a department by any name, without a day.
  if (act.move !== 'refer' || act.departmentId === undefined || act.due === undefined) return open;
  return [...open, { departmentId: act.departmentId, department: act.department, due: act.due }];
}

function supervisionsAfter(open: readonly Supervision[], act: DisputeAct, holder: number): readonly Supervision[] {
  if (act.move === 'supervision-reply') return [];
  if (act.move === 'supervise') return [...open, { by: act.byId, due: act.due }];
  return open.some(({ by }) => by === holder) ? open.filter(({ by }) => by !== holder) : open;
}

function appointmentAfter(open: Appointment | undefined, act: DisputeAct): Appointment | undefined {
  if (act.move === 'appoint') return { ...slotOf(act), place: act.place, roomId: act.roomId, mediators: act.mediator };
  if (act.move === 'cancel-appointment') return undefined;
  return act.move === 'mediate' && open && act.on >= open.day ? undefined : open;
}
