import type { Step } from '../cases/case.ts';
import { effectiveDay, signedBy } from './agreement.ts';
import type { Agreement, Dispute, DisputeAct, Grade } from './dispute.ts';
import type { Status } from './transitions.ts';

/** A dispute after an act: what the next act finds. The replay of a case's moves is this, over and over. */
export function after(dispute: Dispute, act: Pick<DisputeAct, 'move' | 'on' | 'details'>, step: Step<Status>): Dispute {
  const { move, on, details } = act;
  const moved = step.holder !== undefined && step.holder !== dispute.holder;
  const fresh = moved || move === 'reopen';
  return {
    ...dispute,
    status: step.status,
    holder: step.holder ?? dispute.holder,
    lastOn: on,
    offer: offerAfter(dispute, step, on),
    sender: fresh ? senderAfter(dispute, moved) : dispute.sender,
    grade: move === 'regrade' ? (details.grade as Grade) : dispute.grade,
    rightsOn: dispute.rightsOn ?? (details.rightsNotified as string | undefined) ?? null,
    attempted: move === 'mediate' || (!fresh && dispute.attempted),
    regraded: move === 'regrade' || (!fresh && dispute.regraded),
    refused: (!fresh && dispute.refused) || (move === 'mediate' && details.refused === true),
    agreement: agreementAfter(dispute, act),
  };
}

/** The unit that a case came from; none after it was sent back or reopened. */
function senderAfter(dispute: Dispute, moved: boolean): number | undefined {
  return moved && dispute.offer?.kind !== 'return' ? dispute.holder : undefined;
}

function offerAfter(dispute: Dispute, { offer }: Step<Status>, on: string): Dispute['offer'] {
  if (!offer) return dispute.offer;
  if ('end' in offer) return undefined;
  const { kind, to, answerBy } = offer.make;
  return { kind, from: dispute.holder, to, offeredOn: on, dueOn: on, answerBy: answerBy ?? null };
}

function agreementAfter(dispute: Dispute, act: Pick<DisputeAct, 'move' | 'on' | 'details'>): Agreement | undefined {
  const { move, on, details } = act;
  if (move === 'settle')
    return {
      id: 0,
      form: details.form as Agreement['form'],
      performBy: (details.performBy as string | undefined) ?? null,
      mediatorOn: null,
      committeeOn: null,
      effectiveOn: details.form === 'oral' ? on : null,
      signed: new Map(),
    };
  if (move !== 'sign' || !dispute.agreement) return dispute.agreement;
  return {
    ...dispute.agreement,
    ...signedBy(dispute.agreement, act, dispute.parties),
    effectiveOn: effectiveDay(dispute, act) ?? null,
  };
}
