import type { Step } from '../cases/case.ts';
import type { Petition, PetitionAct, Rating } from './petition.ts';
import type { Status } from './transitions.ts';

/** A petition after an act: what the next act finds (deadlines are the ledger's business). */
export function after(
  petition: Petition,
  act: Pick<PetitionAct, 'move' | 'on' | 'details'>,
  step: Step<Status>,
): Petition {
  const { move, on, details } = act;
  const moved = step.holder !== undefined && step.holder !== petition.holder;
  const isDecision = (move === 'review' || move === 're-examine') && details.opinion !== undefined;
  const isRouting = (move === 'route' || move === 'confer') && details.departmentId !== undefined;
  return {
    ...petition,
    status: step.status,
    holder: step.holder ?? petition.holder,
    lastOn: on,
    offer: offerAfter(petition, step, on),
    sender: moved ? (petition.offer?.kind === 'return' ? undefined : petition.holder) : petition.sender,
    agent: (details.agentId as number | undefined) ?? petition.agent,
    conferred: move === 'confer' || (!moved && petition.conferred),
    awaited: isRouting
      ? [...petition.awaited, details.departmentId as number]
      : move === 'report'
        ? petition.awaited.filter(one => one !== details.departmentId)
        : petition.awaited,
    extended: petition.extended || move === 'extend',
    notifiedOn: move === 'notify' ? on : isDecision ? null : petition.notifiedOn,
    reviewed: petition.reviewed || isDecision,
    stage: step.status === 'under_review' ? (move as Petition['stage']) : undefined,
    rating: move === 'rate' ? (details.satisfaction as Rating) : petition.rating,
    mediated: petition.mediated || move === 'refer-to-mediation',
  };
}

function offerAfter(petition: Petition, { offer }: Step<Status>, on: string): Petition['offer'] {
  if (!offer) return petition.offer;
  if ('end' in offer) return undefined;
  const { kind, to, answerBy } = offer.make;
  return { kind, from: petition.holder, to, offeredOn: on, dueOn: on, answerBy: answerBy ?? null };
}
