import type { Day } from '../kernel/day.ts';
import { type ActOf, type Case, type CaseAct, type Offer, type Step, SUCCEED } from './case.ts';
import { actorOf } from './offer.ts';

/**
 * What each move changes in the facts of one kind of case, besides what all cases share. Facts are a fold over the moves:
 * loading, importing, checking and saving all use it, so a case without its last move is the fold without that move. A move
 * that is not here leaves a record and changes nothing else.
 */
export type Facts<C extends Case, A extends CaseAct> = {
  readonly [M in A['move']]?: (facts: C, act: ActOf<A, M>, step: Step<C['status']>) => C;
};

/** The facts after one act: what the kind of case says, then status, holder, offer and sender. */
export function factsAfter<C extends Case, A extends CaseAct>(
  kind: Facts<C, A>,
  before: C,
  act: A,
  step: Step<C['status']>,
): C {
  type Change = (facts: C, act: A, step: Step<C['status']>) => C;
  const change = kind[act.move as A['move']] as Change | undefined;
  const facts = change?.(before, act, step) ?? before;
  const holder = step.holder ?? before.holder;
  return {
    ...facts,
    status: step.status,
    holder,
    lastOn: act.on,
    offer: offerAfter(before, step, act.on),
    // A successor is in the place of the unit that was merged into it.
    sender: holder === before.holder || act.move === SUCCEED ? facts.sender : senderOf(before),
    isShared: facts.isShared || actorOf(before, act.move) !== before.unit,
  };
}

/** Whether a step gives a case to another unit, which begins with nothing of its own on record. */
export function changesHolder(before: Case, { holder }: Step): boolean {
  return holder !== undefined && holder !== before.holder;
}

/** What was sent back has no sender any more: it is where it came from. */
function senderOf({ offer, holder }: Case): number | undefined {
  return offer?.kind === 'return' ? undefined : holder;
}

/** The ledger counts the day by which an offer is to be answered; until it is written, the day of the offer is in its place. */
export function offerAfter(before: Case, { offer }: Step, on: Day): Offer | undefined {
  if (!offer) return before.offer;
  if ('end' in offer) return undefined;
  const { kind, to, answerBy } = offer.make;
  return { kind, from: before.holder, to, offeredOn: on, dueOn: on, answerBy: answerBy ?? null };
}
