import { decide as decideBy } from '../../src/cases/life.ts';
import type { DeadlineRule } from '../../src/deadlines/rules.ts';
import type { PetitionAct } from '../../src/petitions/acts.ts';
import { PETITION_LIFE } from '../../src/petitions/life.ts';
import { KINDS_IN } from '../../src/petitions/notice.ts';
import type { Petition } from '../../src/petitions/petition.ts';
import { newTask, type Task } from '../../src/petitions/tasks.ts';
import type { Move, Status } from '../../src/petitions/transitions.ts';
import {
  BANNER,
  type Made,
  MERGED_VILLAGE,
  offerTo,
  type Telling,
  TODAY,
  TOWNSHIP,
  TREE,
  VILLAGE,
} from './disputes.ts';

/** A petition that the township took over from its village and accepted, with an agent, no offer open. */
export function petition(more: Partial<Petition> = {}): Petition {
  return {
    kind: 'petition',
    id: 1,
    number: '150722100200-2023-P1',
    status: 'accepted',
    holder: TOWNSHIP.unit_id,
    unit: VILLAGE.unit_id,
    registeredOn: '2023-06-01',
    lastOn: '2023-06-10',
    offer: undefined,
    isShared: false,
    sender: VILLAGE.unit_id,
    agent: 1,
    conferred: true,
    tasks: [],
    notices: [],
    handler: TOWNSHIP.unit_id,
    handledOn: '2023-06-03',
    stageOn: null,
    heardUntil: null,
    isSuggestion: false,
    reviewOrgan: undefined,
    classedAs: '',
    departmentDues: new Map(),
    handleDue: '2023-08-02',
    extended: false,
    objectDue: undefined,
    notifiedOn: null,
    reviewed: false,
    stage: undefined,
    applyDue: undefined,
    rating: '',
    acceptedOn: null,
    concludedOn: null,
    outcome: '',
    examined: false,
    disputeId: null,
    closedOn: null,
    ...more,
  };
}

/** An act of the township, or of the banner that reviews what it handled, on a day after the petition's last one. */
export function act(move: Move, more: Telling = {}): Made<PetitionAct> {
  const {
    actor = move === 'review' || move === 're-examine' ? BANNER : TOWNSHIP,
    on = '2023-06-20',
    today = TODAY,
    reason = '',
    details,
  } = more;
  return { act: { move, on, reason, ...details } as PetitionAct, scene: { actor, tree: TREE, today } };
}

/** What the rules make of an act. */
export function decide(state: Petition, { act, scene }: Made<PetitionAct>) {
  return decideBy(PETITION_LIFE, state, act, scene, ruleOf);
}

type Good = readonly [state: Partial<Petition>, act: Telling];

const NOTIFIED = { notifiedOn: '2023-06-15', applyDue: '2023-07-15' } as const;
const department = { department: '旗人社局', departmentId: 7 } as const;

/** What the department of the tests has to do. */
export function task(more: Partial<Task> = {}): Task {
  return { ...newTask(7, '旗人社局', '2023-06-10', undefined), ...more };
}

/** For each move, a state in which nothing but its place in the table stands in the way, and an act that says enough. */
export const GOOD: Readonly<Record<Move, Good>> = {
  accept: [{ offer: offerTo(BANNER) }, { actor: BANNER }],
  decline: [{}, { reason: '不属信访事项' }],
  confer: [{}, { details: { attendees: ['村书记'], analysis: '属社保经办', decision: '联系人社局' } }],
  assign: [{ agent: undefined }, { details: { agent: 'D02', agentId: 2 } }],
  reassign: [{}, { reason: '调离', details: { agent: 'D02', agentId: 2 } }],
  route: [{}, { details: { ...department, due: '2023-07-01' } }],
  'task-accept': [{ tasks: [task()] }, { details: { ...department, tier: 'banner' } }],
  'task-object': [{ tasks: [task()] }, { reason: '属自然资源部门职权', details: department }],
  report: [{ tasks: [task()] }, { details: { ...department, answer: '已补录' } }],
  escalate: [{}, {}],
  'hand-down': [{}, { details: { to: VILLAGE.code, due: '2023-07-01' } }],
  return: [{}, { reason: '事实有误' }],
  recall: [{ offer: offerTo(BANNER) }, {}],
  succeed: [{ holder: MERGED_VILLAGE.unit_id }, { actor: VILLAGE }],
  object: [
    {
      offer: offerTo(TOWNSHIP, { kind: 'hand-down', from: BANNER.unit_id }),
      holder: BANNER.unit_id,
      objectDue: '2023-06-21',
    },
    { actor: TOWNSHIP, reason: '属自然资源部门职权' },
  ],
  extend: [{}, { reason: '情况复杂', details: { days: 30, approver: '孟志强' } }],
  classify: [{}, { details: { as: 'arbitration' } }],
  conclude: [{}, { details: { outcome: 'support', reply: '已补缴到账' } }],
  notice: [{}, { details: { kind: 'acceptance', how: 'in-person' } }],
  rate: [NOTIFIED, { details: { satisfaction: 'satisfied' } }],
  review: [NOTIFIED, {}],
  're-examine': [{ ...NOTIFIED, reviewed: true }, {}],
  hear: [
    { stage: 're-examine', reviewed: true, stageOn: '2023-06-10' },
    { actor: BANNER, details: { from: '2023-06-12', until: '2023-06-13' } },
  ],
  'refer-to-mediation': [{}, { details: { screen: { about: 'citizens', bars: [], consented: true } } }],
  close: [NOTIFIED, { details: { waived: true } }],
  void: [{}, { reason: '登记有误' }],
};

const DECISION = { details: { outcome: 'upheld', opinion: '原答复正确', organ: '呼伦贝尔市信访局' } } as const;

/** The same where a review is under way: there, `review` and `re-examine` bring the opinion. */
export function goodIn(status: Status, move: Move): Good {
  // Lodged, it can only be told that it was transferred.
  if (move === 'notice')
    return [
      status === 'lodged' ? { offer: offerTo(BANNER) } : {},
      { details: { kind: KINDS_IN[status]?.[0] ?? 'opinion', how: 'mail' } },
    ];
  if (status !== 'under_review' || (move !== 'review' && move !== 're-examine')) return GOOD[move];
  return [{ stage: move, reviewed: move === 're-examine' }, DECISION];
}

/** The deadline of handling as the ledger has it; the other rules are looked up where days are counted. */
export function ruleOf(code: string): DeadlineRule | undefined {
  if (code !== 'XF_HANDLE_60') return undefined;
  return { extension: { length: 30, unit: 'day', by: { zh: '负责人批准', en: 'head' } } } as DeadlineRule;
}
