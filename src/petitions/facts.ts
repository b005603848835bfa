import type { ActOf } from '../cases/case.ts';
import { changesHolder, type Facts } from '../cases/facts.ts';
import type { Origin } from '../cases/life.ts';
import type { DepartmentNamed, PetitionAct } from './acts.ts';
import type { Petition } from './petition.ts';

export function begin({ id, number, unit, on }: Origin): Petition {
  return {
    ...{ kind: 'petition', id, number, unit, registeredOn: on, agent: undefined, conferred: false, awaited: [] },
    ...{ status: 'lodged', holder: unit, lastOn: on, offer: undefined, sender: undefined, isShared: false },
    ...{ acceptedOn: null, extended: false, concludedOn: null, outcome: '', notifiedOn: null, rating: '' },
    ...{ stage: undefined, reviewed: false, examined: false, disputeId: null, closedOn: null },
    ...{ handleDue: undefined, objectDue: undefined, applyDue: undefined },
  };
}

/** A department that is given a task is awaited until it reports. */
function withTask(facts: Petition, { departmentId }: Partial<DepartmentNamed>): Petition {
  return departmentId === undefined ? facts : { ...facts, awaited: [...facts.awaited, departmentId] };
}

/** A review or a re-examination is asked for first; its opinion is a new reply, which has to reach the petitioner. */
function reviewing(facts: Petition, { move, opinion }: ActOf<PetitionAct, 'review' | 're-examine'>): Petition {
  if (opinion === undefined) return { ...facts, stage: move };
  return { ...facts, stage: undefined, notifiedOn: null, reviewed: true, examined: move === 're-examine' };
}

export const FACTS: Facts<Petition, PetitionAct> = {
  accept: (facts, { on }, step) => ({
    ...facts,
    acceptedOn: facts.acceptedOn ?? on,
    conferred: facts.conferred && !changesHolder(facts, step),
  }),
  confer: (facts, act) => ({ ...withTask(facts, act), agent: act.agentId ?? facts.agent, conferred: true }),
  assign: (facts, { agentId }) => ({ ...facts, agent: agentId }),
  reassign: (facts, { agentId }) => ({ ...facts, agent: agentId }),
  route: withTask,
  report: (facts, { departmentId }) => ({ ...facts, awaited: facts.awaited.filter(id => id !== departmentId) }),
  extend: facts => ({ ...facts, extended: true }),
  conclude: (facts, { on, outcome }) => ({ ...facts, concludedOn: on, outcome }),
  notify: (facts, { on }) => ({ ...facts, notifiedOn: on }),
  rate: (facts, { satisfaction }) => ({ ...facts, rating: satisfaction }),
  review: reviewing,
  're-examine': reviewing,
  'refer-to-mediation': (facts, { disputeId }) => ({ ...facts, disputeId: disputeId ?? null }),
  close: (facts, { on }) => ({ ...facts, closedOn: on }),
};

/** The columns of a petition that keep its facts for lists and reports. */
export function columns(facts: Petition) {
  return {
    agent_id: facts.agent ?? null,
    accepted_on: facts.acceptedOn,
    concluded_on: facts.concludedOn,
    outcome: facts.outcome,
    notified_on: facts.notifiedOn,
    rating: facts.rating,
    reviewed: facts.reviewed ? 1 : 0,
    dispute_id: facts.disputeId,
    closed_on: facts.closedOn,
  } as const;
}
