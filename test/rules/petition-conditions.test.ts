import { describe, expect, test } from 'vitest';
import { nextSteps } from '../../src/cases/life.ts';
import { addDays } from '../../src/kernel/day.ts';
import type { Failure } from '../../src/kernel/failure.ts';
import { CONDITIONS } from '../../src/petitions/conditions.ts';
import { PETITION_LIFE } from '../../src/petitions/life.ts';
import type { Petition } from '../../src/petitions/petition.ts';
import type { Move, Status } from '../../src/petitions/transitions.ts';
import {
  BANNER,
  FAR_VILLAGE,
  OTHER_TOWNSHIP,
  OTHER_VILLAGE,
  offerTo,
  TOWNSHIP,
  TREE,
  VILLAGE,
} from '../support/disputes.ts';
import { act, decide, goodIn, petition, task } from '../support/petitions.ts';
import { unlessRefused } from '../support/refusals.ts';
import { describeRules } from '../support/rule-suite.ts';
import { ANSWERS } from './petition-conditions/answers.ts';
import { HEARINGS } from './petition-conditions/hearings.ts';
import { TASKS } from './petition-conditions/tasks.ts';
import {
  agent,
  atTownship,
  type Case,
  details,
  down,
  type More,
  notified,
  opinion,
  toOrgan,
  underReview,
  village,
} from './petition-conditions/words.ts';

/** For each rule: a move, what it refuses, how the refusal begins, and the nearest thing that it lets pass. */
const CASES: readonly Case[] = [
  ...ANSWERS,
  ...HEARINGS,
  ...TASKS,
  ['somethingToAccept', 'accept', [{ offer: undefined }], 'is already accepted', [{ offer: offerTo(BANNER) }]],
  [
    'somethingToAccept',
    'accept',
    [{ offer: undefined }],
    'is already accepted, and no offer is open',
    [{ offer: undefined, status: 'lodged' }, { actor: TOWNSHIP }],
  ],
  ['noAgentYet', 'assign', [{ agent: 1 }, details(agent)], 'already has an agent', [{}, details(agent)]],
  ['hasAgent', 'reassign', [{ agent: undefined }], 'has no agent yet', [{ agent: 1 }]],
  [
    'otherAgent',
    'reassign',
    [{ agent: 2 }, details(agent)],
    'D02 is already the agent of 150722100200-2023-P1',
    [{ agent: 1 }, details(agent)],
  ],
  ['noOpenOffer', 'escalate', [{ offer: offerTo(BANNER) }], 'is already offered to 莫旗', [{}]],
  ['noOpenOffer', 'hand-down', [{ offer: offerTo(BANNER) }], 'is already offered to 莫旗', [{}]],
  [
    'unitAboveExists',
    'escalate',
    [{ holder: BANNER.unit_id }, { actor: BANNER }],
    'the highest tier',
    [{ holder: TOWNSHIP.unit_id }],
  ],
  ['conferredOrDirect', 'escalate', [{ conferred: false }], 'confer before escalating', [{ conferred: true }]],
  [
    'conferredOrDirect',
    'escalate',
    [{ conferred: false }],
    'no conference on record at 尼尔基镇',
    [{ conferred: false }, details({ direct: '群众已聚集' })],
  ],
  ['unitsBelow', 'hand-down', [village, down(OTHER_VILLAGE)], '西博荣村 has no unit below it', [{}]],
  ['below', 'hand-down', [{}, down(FAR_VILLAGE)], '红彦村 is not below 尼尔基镇', [{}, down(OTHER_VILLAGE)]],
  ['below', 'hand-down', [{}, down(OTHER_TOWNSHIP)], '红彦镇 is not below', [{ holder: 1 }, down(OTHER_TOWNSHIP)]],
  [
    'dueAhead',
    'hand-down',
    [{}, down(VILLAGE, '2023-06-19')],
    'The due day 2023-06-19 is before the act on 2023-06-20',
    [{}, down(VILLAGE, '2023-06-20')],
  ],
  [
    'received',
    'return',
    [{ sender: undefined }],
    'did not come from another unit and cannot be returned',
    [{ sender: VILLAGE.unit_id }],
  ],
  ['received', 'return', [toOrgan, atTownship], 'object if it is not within the unit’s authority', [{}]],
  ['received', 'return', [toOrgan, atTownship], 'was handed down', [{ offer: offerTo(BANNER) }, { actor: BANNER }]],
  ['openOffer', 'recall', [{ offer: undefined }], 'is not offered to anybody', [{ offer: offerTo(BANNER) }]],
  ['holderMerged', 'succeed', [{ holder: TOWNSHIP.unit_id }], 'was not merged into another unit', [{}]],
  ['noOpenOffer', 'succeed', [{ offer: offerTo(BANNER) }], 'is already offered', [{}]],
  ['offeredHere', 'object', [{ offer: undefined, objectDue: undefined }], 'there is nothing to object to', [toOrgan]],
  [
    'offeredHere',
    'object',
    [{ offer: offerTo(BANNER), objectDue: undefined }, { actor: BANNER }],
    'was not handed down to an organ',
    [{ offer: offerTo(BANNER), objectDue: '2023-06-21' }, { actor: BANNER }],
  ],
  [
    'offeredHere',
    'object',
    [{ offer: offerTo(VILLAGE, { kind: 'hand-down' }), objectDue: undefined }, { actor: VILLAGE }],
    'was not handed down to an organ',
    [toOrgan],
  ],
  [
    'objectedInTime',
    'object',
    [{ objectDue: '2023-06-19' }],
    'had to be made by 2023-06-19 (5 working days',
    [{ objectDue: '2023-06-20' }],
  ],
  ['objectedInTime', 'object', [{ objectDue: '2023-06-19' }], 'had to be made by', [{ objectDue: undefined }]],
  ...(['rate', 'close'] as const).map((move): Case => {
    return ['notified', move, [{ notifiedOn: null }], 'has not reached the petitioner', [notified]];
  }),
  ['rightOver', 'close', [notified, details({ waived: undefined })], 'can be requested until 2023-07-15', [notified]],
  [
    'rightOver',
    'close',
    [{ ...notified, applyDue: '2023-06-20' }, details({ waived: undefined })],
    'cannot be closed before',
    [{ ...notified, applyDue: '2023-06-19' }, details({ waived: undefined })],
  ],
  ['isClaim', 'classify', [{ isSuggestion: true }], 'is a suggestion; only claims are classified', [{}]],
  [
    'otherClass',
    'classify',
    [{ classedAs: 'arbitration' }],
    'is already classed as arbitration',
    [{ classedAs: 'residual' }],
  ],
  [
    'outcomeFits',
    'conclude',
    [{ classedAs: 'arbitration' }],
    'is classed as arbitration and gets no handling opinion',
    [{ classedAs: 'arbitration' }, details({ outcome: undefined, reply: '已告知申请仲裁' })],
  ],
  ['notMediated', 'refer-to-mediation', [{ disputeId: 9 }], 'has already been referred to mediation', [{}]],
  [
    'mediable',
    'refer-to-mediation',
    [{}, details({ screen: { about: 'citizens', bars: ['forbidden'], consented: true } })],
    'cannot be referred to mediation: the law forbids it',
    [{}],
  ],
  ['onlyOwnActs', 'void', [{ isShared: true }], 'Another unit has acted on', [{}]],
  ['unlinked', 'void', [{ disputeId: 9 }], 'was referred to mediation', [{}]],
];

/** The status in which a move exists, where it is not known of accepted petitions. */
const HOME: Partial<Record<Move, Status>> = {
  rate: 'concluded',
  close: 'concluded',
  review: 'concluded',
  're-examine': 'concluded',
};

const statusOf = (move: Move, [state]: More): Status => state.status ?? HOME[move] ?? 'accepted';
const stateOf = (move: Move, more: More) => {
  const status = statusOf(move, more);
  return petition({ ...goodIn(status, move)[0], ...more[0], status });
};
const actOf = (move: Move, more: More) => act(move, { ...goodIn(statusOf(move, more), move)[1], ...more[1] });
describeRules({
  cases: CASES,
  conditions: CONDITIONS,
  stateOf,
  actOf,
  decide,
});

describe('a refusal says', () => {
  const refused = (move: Move, more: More) =>
    unlessRefused(() => decide(stateOf(move, more), actOf(move, more))) as Failure;

  test.each(['review', 're-examine'] as const)('in Chinese too, what is under way: %s', stage => {
    const word = stage === 'review' ? '复查' : '复核';
    const other = refused(stage === 'review' ? 're-examine' : 'review', [underReview(stage), opinion]);
    expect(other.text.zh).toContain(`正在${word}`);
    expect(other.hint?.zh).toContain(`登记${word}意见`);
    expect(refused(stage, [underReview(stage), details({ outcome: 'upheld' })]).text.zh).toContain(`已在${word}中`);
  });

  test('how to name another agent', () => {
    const hint = (move: Move, had: number | undefined) =>
      refused(move, [{ agent: had }, details({ ...agent, interested: true })]).hint?.en;
    expect(hint('assign', undefined)).toContain('--take');
    expect(hint('reassign', 1)).not.toContain('--take');
  });
});

describe('what can be done next', () => {
  const next = (more: Partial<Petition>) =>
    nextSteps(PETITION_LIFE, petition(more), TREE).map(({ move, unit }) => `${move} ${unit}`);

  test('names the holder, and for an open offer the unit that accepts or objects', () => {
    expect(next({ offer: offerTo(BANNER) })).toEqual(expect.arrayContaining(['accept 1', 'return 1', 'recall 2']));
    expect(next({ offer: offerTo(BANNER) })).not.toContain('object 1');
    expect(next(toOrgan)).toEqual(expect.arrayContaining(['accept 2', 'object 2', 'recall 1']));
    expect(next(toOrgan)).not.toContain('return 2');
    expect(next({})).toEqual(expect.arrayContaining(['escalate 2', 'return 2', 'conclude 2']));
    expect(next({})).not.toEqual(expect.arrayContaining(['accept 2', 'object 2']));
  });

  test('leaves out what where the petition stands forbids, not what an act may still say', () => {
    expect(next({ agent: 1 })).not.toContain('assign 2');
    expect(next({ agent: 1 })).toEqual(expect.arrayContaining(['reassign 2', 'confer 2']));
    expect(next({ tasks: [] })).not.toContain('report 2');
    expect(next({ tasks: [task()] })).toEqual(expect.arrayContaining(['route 2', 'report 2']));
    expect(next({ conferred: false })).toContain('escalate 2');
    expect(next({ extended: true })).not.toContain('extend 2');
    expect(next({ disputeId: 9 })).not.toContain('refer-to-mediation 2');
    expect(next({ status: 'concluded' })).toEqual(['notice 2']);
    expect(next({ status: 'concluded', ...notified })).toEqual(['rate 2', 'review 1', 'close 2']);
    expect(next({ status: 'concluded', ...notified, reviewed: true })).toEqual(['rate 2', 're-examine 1', 'close 2']);
    expect(next({ status: 'under_review', stage: 'review' })).toEqual(['review 1']);
  });

  test('leaves out an extension once all time is over: the unit’s, and that of each department', () => {
    const over = addDays(TREE.day, -1);
    const ofDepartment = (handle: string) => new Map([[7, { object: undefined, handle }]]);
    const tasks = [task({ state: 'accepted' })];
    expect(next({ handleDue: TREE.day })).toContain('extend 2');
    expect(next({ handleDue: over })).not.toContain('extend 2');
    expect(next({ handleDue: over, tasks, departmentDues: ofDepartment(TREE.day) })).toContain('extend 2');
    expect(next({ handleDue: over, tasks, departmentDues: ofDepartment(over) })).not.toContain('extend 2');
  });

  test('leaves out a notice once everything was told that there is', () => {
    const told = (kind: 'acceptance' | 'extension') => ({
      ...{ kind, unit: 2, department: undefined, by: undefined, number: '', how: 'mail', servedOn: TREE.day },
    });
    const extended = { extended: true, tasks: [] };
    expect(next({ notices: [], tasks: [] })).toContain('notice 2');
    expect(next({ notices: [told('acceptance')], tasks: [] })).not.toContain('notice 2');
    expect(next({ notices: [told('acceptance')], ...extended })).toContain('notice 2');
    expect(next({ notices: [told('acceptance'), told('extension')], ...extended })).not.toContain('notice 2');
    expect(next({ notices: [told('acceptance')], tasks: [task()] })).toContain('notice 2');
  });
});
