import { describe, expect, test } from 'vitest';
import { nextSteps } from '../../src/cases/life.ts';
import type { Failure } from '../../src/kernel/failure.ts';
import { CONDITIONS } from '../../src/petitions/conditions.ts';
import { PETITION_LIFE } from '../../src/petitions/life.ts';
import type { NoticeKind } from '../../src/petitions/notice.ts';
import type { Petition } from '../../src/petitions/petition.ts';
import type { Move, Status } from '../../src/petitions/transitions.ts';
import {
  BANNER,
  FAR_VILLAGE,
  OTHER_TOWNSHIP,
  OTHER_VILLAGE,
  offerTo,
  type Telling,
  TOWNSHIP,
  TREE,
  VILLAGE,
} from '../support/disputes.ts';
import { act, decide, goodIn, petition, task } from '../support/petitions.ts';
import { unlessRefused } from '../support/refusals.ts';
import { describeRules, type RuleCase } from '../support/rule-suite.ts';

type More = readonly [state: Partial<Petition>, act?: Telling];
type Case = RuleCase<Move, More>;

const details = (said: Record<string, unknown>, more: Telling = {}) => ({ ...more, details: said });
const down = ({ code }: { readonly code: string }, due = '2023-07-01') => details({ to: code, due });
const village = { holder: VILLAGE.unit_id, sender: undefined } as const;
const agent = { agent: 'D02', agentId: 2 } as const;
const department = { department: '旗人社局', departmentId: 7 } as const;
const rsj = details({ ...department });
const notified = { notifiedOn: '2023-06-15', applyDue: '2023-07-15' } as const;
const organ = '呼伦贝尔市信访局';
const opinion = details({ outcome: 'upheld', opinion: '原答复正确', organ });
const underReview = (stage: 'review' | 're-examine') => ({ status: 'under_review', stage }) as const;

const toOrgan = {
  offer: offerTo(TOWNSHIP, { kind: 'hand-down', from: 1 }),
  holder: 1,
  objectDue: '2023-06-21',
} as const;
const atTownship = { actor: TOWNSHIP } as const;
const handledBy7 = {
  tasks: [task({ state: 'accepted' })],
  departmentDues: new Map([[7, { object: undefined, handle: '2023-08-10' }]]),
} as const;
const objectBy = (object: string) => new Map([[7, { object, handle: undefined }]]);
/** The department of the act has accepted; another one has not answered. */
const both = { tasks: [task({ state: 'accepted', acceptedOn: '2023-06-12' }), task({ department: 8 })] };

const about = (kind: string, more: object = {}) => details({ kind, how: 'mail', ...more });
/** A notice that the township served before, or a department. */
const told = (kind: NoticeKind, department?: number) => ({
  ...{ kind, unit: TOWNSHIP.unit_id, department, by: undefined, number: '', how: '' },
  servedOn: '2023-06-12',
});

/** For each rule: a move, what it refuses, how the refusal begins, and the nearest thing that it lets pass. */
const CASES: readonly Case[] = [
  ['somethingToAccept', 'accept', [{ offer: undefined }], 'is already accepted', [{ offer: offerTo(BANNER) }]],
  [
    'somethingToAccept',
    'accept',
    [{ offer: undefined }],
    'is already accepted, and no offer is open',
    [{ offer: undefined, status: 'lodged' }, { actor: TOWNSHIP }],
  ],
  ['noAgentYet', 'assign', [{ agent: 1 }, details(agent)], 'already has an agent', [{}, details(agent)]],
  ['firstAgent', 'confer', [{ agent: 1 }, details(agent)], 'already has an agent', [{ agent: 1 }]],
  [
    'firstAgent',
    'confer',
    [{ agent: 1 }, details(agent)],
    'already has an agent',
    [{ agent: undefined }, details(agent)],
  ],
  ...(['assign', 'confer', 'reassign'] as const).map((move): Case => {
    const named = (interested: true | undefined): More => [
      move === 'reassign' ? { agent: 1 } : { agent: undefined },
      details({ ...agent, interested }),
    ];
    return ['noInterest', move, named(true), 'Agent D02 is a petitioner and must be recused', named(undefined)];
  }),
  ...(['route', 'confer'] as const).flatMap((move): Case[] => [
    ['notRoutedThere', move, [{ tasks: [task()] }, rsj], '旗人社局 already has a task', [{ tasks: [] }, rsj]],
    [
      'notRoutedThere',
      move,
      [{ tasks: [task()] }, rsj],
      '旗人社局 already has a task',
      [{ tasks: [task({ department: 8 })] }, rsj],
    ],
    [
      'dueAhead',
      move,
      [{}, details({ ...department, due: '2023-06-19' })],
      'The due day 2023-06-19 is before the act on 2023-06-20',
      [{}, details({ ...department, due: '2023-06-20' })],
    ],
  ]),
  ['notRoutedThere', 'confer', [{ tasks: [task()] }, rsj], '旗人社局 already has a task', [{ tasks: [task()] }]],
  ['hasAgent', 'reassign', [{ agent: undefined }], 'has no agent yet', [{ agent: 1 }]],
  [
    'otherAgent',
    'reassign',
    [{ agent: 2 }, details(agent)],
    'D02 is already the agent of 150722100200-2023-P1',
    [{ agent: 1 }, details(agent)],
  ],
  ['someTask', 'report', [{ tasks: [] }], 'has no task that waits for a department', [{ tasks: [task()] }]],
  [
    'wasRouted',
    'report',
    [{ tasks: [task({ department: 8 })] }],
    'has no task that waits for 旗人社局',
    [{ tasks: [task({ department: 8 }), task()] }],
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
  ['notAllExtended', 'extend', [{ extended: true }], 'was extended once: 30 days at most', [{ extended: false }]],
  [
    'notAllExtended',
    'extend',
    [{ extended: true, tasks: [task()] }],
    'was extended once',
    [{ extended: true, ...handledBy7 }, details(department)],
  ],
  ['notExtended', 'extend', [{ extended: true, ...handledBy7 }], 'was extended once', [handledBy7]],
  [
    'notExtended',
    'extend',
    [{ ...handledBy7, tasks: [task({ state: 'accepted', extended: true })] }, details(department)],
    'was extended once',
    [handledBy7, details(department)],
  ],
  [
    'extendedInTime',
    'extend',
    [{ handleDue: '2023-06-19' }],
    'ended on 2023-06-19 and can no longer be extended',
    [{ handleDue: '2023-06-20' }],
  ],
  ['extendedInTime', 'extend', [{ handleDue: undefined }], 'No time limit is running for', [{}]],
  [
    'extendedInTime',
    'extend',
    [{ tasks: [task()], departmentDues: new Map() }, details(department)],
    'No time limit is running for',
    [handledBy7, details(department)],
  ],
  ['someTaskUnanswered', 'task-accept', [{ tasks: [] }], 'has no task that a department has yet to accept', [{}]],
  ['someTaskUnanswered', 'task-object', [{ tasks: [] }], 'has no task that a department has yet to accept', [{}]],
  ...(['task-accept', 'task-object'] as const).flatMap((move): Case[] => [
    ['notAnswered', move, [both], '旗人社局 accepted 150722100200-2023-P1 on 2023-06-12', [{ tasks: [task()] }]],
    ['notAnswered', move, [{ tasks: [task({ department: 8 })] }], 'has no task that waits for 旗人社局', [{}]],
  ]),
  [
    'departmentInTime',
    'task-object',
    [{ departmentDues: objectBy('2023-06-19') }],
    '旗人社局 had to object to 150722100200-2023-P1 by 2023-06-19 (5 working days',
    [{ departmentDues: objectBy('2023-06-20') }],
  ],
  [
    'routedOnceAccepted',
    'confer',
    [{ status: 'lodged' }, rsj],
    'has not been accepted yet and cannot be routed',
    [{ status: 'accepted' }, rsj],
  ],
  [
    'somethingToTell',
    'notice',
    [{ status: 'concluded', notifiedOn: '2023-06-15' }],
    'reached the petitioner on 2023-06-15',
    [{ status: 'concluded', notifiedOn: null }],
  ],
  [
    'somethingToTell',
    'notice',
    [{ status: 'declined', notices: [told('refusal')] }, about('refusal')],
    'The notice of refusal of 150722100200-2023-P1 was served on 2023-06-12',
    [{ status: 'declined' }, about('refusal')],
  ],
  [
    'somethingToTell',
    'notice',
    [{ status: 'lodged', offer: undefined }, about('transfer')],
    'was not transferred to anybody',
    [{ status: 'lodged', offer: offerTo(BANNER) }, about('transfer')],
  ],
  [
    'tellsWhatHappened',
    'notice',
    [{ status: 'accepted' }, about('opinion')],
    'has no opinion to give notice of now',
    [{ status: 'accepted' }, about('acceptance')],
  ],
  [
    'hasGround',
    'notice',
    [{}, about('transfer')],
    'was not transferred to anybody',
    [{ tasks: [task()] }, about('transfer')],
  ],
  [
    'hasGround',
    'notice',
    [{}, about('transfer')],
    'was not transferred',
    [{ offer: offerTo(BANNER) }, about('transfer')],
  ],
  ['hasGround', 'notice', [{}, about('extension')], 'was not extended', [{ extended: true }, about('extension')]],
  [
    'hasGround',
    'notice',
    [{ tasks: [task()] }, about('acceptance', department)],
    '旗人社局 has not accepted 150722100200-2023-P1',
    [both, about('acceptance', department)],
  ],
  [
    'hasGround',
    'notice',
    [{ extended: true, ...both }, about('extension', department)],
    'was not extended',
    [{ tasks: [task({ state: 'accepted', extended: true })] }, about('extension', department)],
  ],
  [
    'notToldBefore',
    'notice',
    [{ notices: [told('acceptance')] }, about('acceptance')],
    'The notice of acceptance of 150722100200-2023-P1 was served on 2023-06-12',
    [{ notices: [told('acceptance', 7)] }, about('acceptance')],
  ],
  [
    'notToldBefore',
    'notice',
    [{ extended: true, notices: [told('extension')] }, about('extension')],
    'The notice of extension of',
    [{ tasks: [task()], notices: [told('transfer')] }, about('transfer')],
  ],
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
  ...(['review', 're-examine'] as const).flatMap((move): Case[] => {
    const reviewed = { reviewed: move === 're-examine' };
    const [stage, able, word, other] =
      move === 'review'
        ? (['reviewStage', 'reviewable', 'review', 're-examine'] as const)
        : (['examineStage', 'examinable', 're-examination', 'review'] as const);
    const unread = { ...reviewed, notifiedOn: null };
    const due = (applyDue: string | undefined): More => [{ ...notified, ...reviewed, applyDue }];
    return [
      ['reviewedOrNotified', move, [unread], 'has not reached the petitioner', [{ ...notified, ...reviewed }]],
      [
        'reviewedOrNotified',
        move,
        [unread],
        'has not reached the petitioner',
        [{ ...unread, ...underReview(move) }, opinion],
      ],
      [
        stage,
        move,
        [{ ...underReview(other) }, opinion],
        `is under ${other === 'review' ? 'review' : 're-examination'}`,
        [{ ...underReview(move) }, opinion],
      ],
      [able, move, [{ ...notified, ...reviewed }, opinion], `No ${word}`, [notified]],
      [
        able,
        move,
        [{ ...notified, ...reviewed }, details({ outcome: 'upheld' })],
        `No ${word}`,
        [{ ...underReview(move) }, opinion],
      ],
      [able, move, due('2023-06-19'), `A ${word} had to be requested by 2023-06-19 (30 days`, due('2023-06-20')],
      [able, move, due('2023-06-19'), `A ${word} had to be requested by 2023-06-19`, due(undefined)],
      ...[details({}), details({ outcome: 'upheld' }), details({ opinion: '原答复正确', organ })].map((said): Case => {
        const decided: More = [underReview(move), opinion];
        return [able, move, [underReview(move), said], 'is being decided: the opinion is needed', decided];
      }),
    ];
  }),
  [
    'reviewStage',
    'review',
    [{ ...notified, reviewed: true }],
    'has been reviewed; the next step is a re-examination',
    [notified],
  ],
  ['examineStage', 're-examine', [{ ...notified, reviewed: false }], 'has not been reviewed yet', [notified]],
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
  ...(['review', 're-examine'] as const).flatMap((move): Case[] => {
    const home: More = [{ ...notified, reviewed: move === 're-examine' }];
    const fresh = { ...notified, applyDue: undefined, reviewed: false };
    const decided = { ...underReview(move), reviewed: move === 're-examine' } as const;
    const atBanner = { ...decided, handler: BANNER.unit_id, holder: BANNER.unit_id };
    return [
      ['opinionToReview', move, [{ ...fresh, isSuggestion: true }], 'is a suggestion: there is no review', home],
      ['opinionToReview', move, [{ ...fresh, classedAs: 'litigation' }], 'got no handling opinion', home],
      ['opinionToReview', move, [{ ...fresh, handler: undefined }], 'was only carried by a village', home],
      ['decidedAbove', move, [decided, { ...opinion, actor: TOWNSHIP }], 'cannot review it itself', [decided, opinion]],
      ['decidedAbove', move, [decided, { ...opinion, actor: OTHER_TOWNSHIP }], 'is not for 红彦镇', [decided, opinion]],
      [
        'decidedAbove',
        move,
        [atBanner, details({ outcome: 'upheld', opinion: '原答复正确', organ: undefined })],
        'cannot review it itself',
        [atBanner, opinion],
      ],
    ];
  }),
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
    expect(hint('assign', undefined)).toContain('--suggest');
    expect(hint('reassign', 1)).not.toContain('--suggest');
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
});
