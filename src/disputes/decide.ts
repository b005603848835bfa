import type { Step } from '../cases/case.ts';
import { decideBy, type Rules } from '../cases/life.ts';
import type { Dispute, DisputeAct } from './dispute.ts';
import { DISPUTE_LIFE } from './life.ts';
import type { Status } from './transitions.ts';

/** What an act makes of a dispute. Pure; `rules` gives the deadline in force on the day of the act. */
export function decide(dispute: Dispute, act: DisputeAct, rules: Rules): Step<Status> {
  return decideBy(DISPUTE_LIFE, dispute, act, rules);
}
