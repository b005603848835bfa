import type { ActOf } from '../cases/case.ts';
import { changesHolder, type Facts } from '../cases/facts.ts';
import type { Origin } from '../cases/life.ts';
import type { DepartmentNamed, PetitionAct } from './acts.ts';
import type { Notice } from './notice.ts';
import type { Petition } from './petition.ts';
import { newTask, type Task, withAnswer } from './tasks.ts';

const NONE: Petition['departmentDues'] = new Map();

export function begin({ id, number, unit, on }: Origin): Petition {
  return {
    ...{ kind: 'petition', id, number, unit, registeredOn: on, agent: undefined, conferred: false },
    ...{ status: 'lodged', holder: unit, lastOn: on, offer: undefined, sender: undefined, isShared: false },
    ...{ tasks: [], notices: [] },
    ...{ acceptedOn: null, extended: false, concludedOn: null, outcome: '', notifiedOn: null, rating: '' },
    ...{ stageOn: null, heardUntil: null },
    ...{ stage: undefined, reviewed: false, examined: false, disputeId: null, closedOn: null },
    ...{ reviewOrgan: undefined, isSuggestion: false, classedAs: '', handledOn: null },
    ...{ handler: undefined, handleDue: undefined, objectDue: undefined, applyDue: undefined, departmentDues: NONE },
  };
}

/** A department that is given a task is awaited until it objects or reports. */
function withTask(facts: Petition, { on, departmentId, department = '', due }: Routed): Petition {
  if (departmentId === undefined) return facts;
  return { ...facts, tasks: [...facts.tasks, newTask(departmentId, department, on, due)] };
}

type Routed = ActOf<PetitionAct, 'route' | 'confer'>;

function answered(facts: Petition, { departmentId }: DepartmentNamed, change: Partial<Task>): Petition {
  return { ...facts, tasks: withAnswer(facts.tasks, departmentId, change) };
}

function noticeOf({ holder }: Petition, act: ActOf<PetitionAct, 'notice'>): Notice {
  const { kind, unit = holder, departmentId: department, by, number = '', how = '', on: servedOn } = act;
  return { kind, unit, department, by: act.department ?? by, number, how, servedOn };
}

/** A review or a re-examination is asked for first; its opinion is a new reply, which has to reach the petitioner. */
function reviewing(
  facts: Petition,
  { move, on, opinion, organ }: ActOf<PetitionAct, 'review' | 're-examine'>,
): Petition {
  if (opinion === undefined) return { ...facts, stage: move, stageOn: on, heardUntil: null, reviewOrgan: organ };
  return {
    ...facts,
    reviewOrgan: organ ?? facts.reviewOrgan,
    stage: undefined,
    notifiedOn: null,
    reviewed: true,
    examined: move === 're-examine',
  };
}

export const FACTS: Facts<Petition, PetitionAct> = {
  succeed: facts => ({ ...facts, isShared: true }),
  accept: (facts, { on, carries }, step) => ({
    ...facts,
    handler: carries ? facts.handler : (step.holder ?? facts.holder),
    handledOn: carries ? facts.handledOn : (facts.handledOn ?? on),
    acceptedOn: facts.acceptedOn ?? on,
    conferred: facts.conferred && !changesHolder(facts, step),
  }),
  confer: (facts, act) => ({ ...withTask(facts, act), agent: act.agentId ?? facts.agent, conferred: true }),
  assign: (facts, { agentId }) => ({ ...facts, agent: agentId }),
  reassign: (facts, { agentId }) => ({ ...facts, agent: agentId }),
  route: withTask,
  'task-accept': (facts, act) => answered(facts, act, { state: 'accepted', acceptedOn: act.on, tier: act.tier }),
  'task-object': (facts, act) => answered(facts, act, { state: 'objected', answeredOn: act.on, answer: act.reason }),
  report: (facts, act) => answered(facts, act, { state: 'reported', answeredOn: act.on, answer: act.answer }),
  extend: (facts, { departmentId }) =>
    departmentId === undefined
      ? { ...facts, extended: true }
      : { ...facts, tasks: withAnswer(facts.tasks, departmentId, { extended: true }) },
  classify: (facts, { as }) => ({ ...facts, classedAs: as }),
  conclude: (facts, { on, outcome }) => ({ ...facts, concludedOn: on, outcome: outcome ?? '' }),
  notice: (facts, act) => ({
    ...facts,
    notices: [...facts.notices, noticeOf(facts, act)],
    notifiedOn: act.kind === 'opinion' ? act.on : facts.notifiedOn,
  }),
  rate: (facts, { satisfaction }) => ({ ...facts, rating: satisfaction }),
  review: reviewing,
  're-examine': reviewing,
  hear: (facts, { until }) => ({ ...facts, heardUntil: until }),
  'refer-to-mediation': (facts, { disputeId }) => ({ ...facts, disputeId: disputeId ?? null }),
  close: (facts, { on }) => ({ ...facts, closedOn: on }),
};

/** The columns of a petition that keep its facts for lists and reports. */
export function columns(facts: Petition) {
  return {
    agent_id: facts.agent ?? null,
    class: facts.classedAs === '' ? null : facts.classedAs,
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
