import type { Appointment } from '../appointments/appointment.ts';
import type { Day } from '../kernel/day.ts';

/** A department that was asked and has not answered yet. */
export interface Referral {
  readonly departmentId: number;
  readonly department: string;
  readonly due: Day;
}

/** A unit above the holder that wants to hear by a day (督办). */
export interface Supervision {
  readonly by: number;
  readonly due: Day;
}

/** What is still to come of a dispute beside its own status. */
export interface Pending {
  readonly referrals: readonly Referral[];
  readonly supervisions: readonly Supervision[];
  readonly appointment: Appointment | undefined;
  /** The day on which it was first reported to the police (人民调解法 Art. 25). */
  readonly policeOn: Day | null;
}

export const NOTHING_PENDING: Pending = {
  referrals: [],
  supervisions: [],
  appointment: undefined,
  policeOn: null,
};
