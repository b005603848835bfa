import { describe, expect, test } from 'vitest';
import { nextSteps } from '../../src/cases/life.ts';
import { CONDITIONS } from '../../src/disputes/conditions.ts';
import type { Dispute } from '../../src/disputes/dispute.ts';
import { DISPUTE_LIFE } from '../../src/disputes/life.ts';
import type { Move, Status } from '../../src/disputes/transitions.ts';
import { addDays } from '../../src/kernel/day.ts';
import {
  APPOINTED,
  act,
  agreement,
  BANNER,
  decide,
  dispute,
  FAR_VILLAGE,
  GOOD,
  OTHER_TOWNSHIP,
  OTHER_VILLAGE,
  offerTo,
  REFERRED,
  TOWNSHIP,
  TREE,
  VILLAGE,
} from '../support/disputes.ts';
import { describeRules } from '../support/rule-suite.ts';
import { AGREEMENTS } from './dispute-conditions/agreements.ts';
import { type Case, details, down, type More, village } from './dispute-conditions/words.ts';

/** For each rule: a move, what it refuses, how the refusal begins, and the nearest thing that it lets pass. */
const CASES: readonly Case[] = [
  ...AGREEMENTS,
  ['noOpenOffer', 'escalate', [{ offer: offerTo(BANNER) }], 'is already offered to 莫旗', [{}]],
  ['noOpenOffer', 'hand-down', [{ offer: offerTo(BANNER) }], 'is already offered to 莫旗', [{}]],
  ['openOffer', 'recall', [{ offer: undefined }], 'is not offered to anybody', [{ offer: offerTo(BANNER) }]],
  ['holderMerged', 'succeed', [{ holder: TOWNSHIP.unit_id }], 'was not merged into another unit', [{}]],
  ['noOpenOffer', 'succeed', [{ offer: offerTo(BANNER) }], 'is already offered', [{}]],
  ['somethingToAccept', 'accept', [{ offer: undefined }], 'is already accepted', [{ offer: offerTo(BANNER) }]],
  [
    'somethingToAccept',
    'accept',
    [{ offer: undefined, status: 'suspended' }],
    'is already accepted',
    [{ offer: undefined, status: 'registered' }],
  ],
  [
    'offeredOrReceived',
    'return',
    [{ sender: undefined }],
    'did not come from another unit and cannot be returned',
    [{ sender: 4 }],
  ],
  [
    'offeredOrReceived',
    'return',
    [{ sender: undefined }],
    'did not come from another unit and cannot be returned',
    [{ sender: undefined, offer: offerTo(BANNER) }],
  ],
  ['unitAboveExists', 'escalate', [{ holder: BANNER.unit_id }], 'the highest tier', [{ holder: TOWNSHIP.unit_id }]],
  ['attemptedOrRegraded', 'escalate', [{ attempted: false }], 'mediate before escalating', [{ attempted: true }]],
  [
    'attemptedOrRegraded',
    'escalate',
    [{ attempted: false }],
    'mediate before escalating',
    [{ attempted: false, regraded: true }],
  ],
  [
    'attemptedOrRegraded',
    'escalate',
    [{ attempted: false }],
    'mediate before escalating',
    [{ attempted: false, refused: true }],
  ],
  [
    'attemptedOrRegraded',
    'escalate',
    [{ attempted: false }],
    'mediate before escalating',
    [{ attempted: false }, details({ direct: '群体性' })],
  ],
  ['below', 'hand-down', [{}, down(FAR_VILLAGE)], '红彦村 is not below 尼尔基镇', [{}, down(OTHER_VILLAGE)]],
  ['below', 'hand-down', [{}, down(OTHER_TOWNSHIP)], '红彦镇 is not below', [{ holder: 1 }, down(OTHER_TOWNSHIP)]],
  ['below', 'hand-down', [{}, down(TOWNSHIP)], '尼尔基镇 is not below', [{ holder: 1 }, down(FAR_VILLAGE)]],
  ['unitsBelow', 'hand-down', [village, down(OTHER_VILLAGE)], '西博荣村 has no unit below it', [{}]],
  [
    'dueAhead',
    'hand-down',
    [{}, down(VILLAGE, '2023-06-19')],
    'The due day 2023-06-19 is before the act on 2023-06-20',
    [{}, down(VILLAGE, '2023-06-20')],
  ],
  ['nobodyRefuses', 'mediate', [{ refused: true }], 'mediation must not continue', [{ refused: false }]],
  ['nobodyRefuses', 'joint', [{ refused: true }], 'mediation must not continue', [{ refused: false }]],
  ['nobodyRefuses', 'extend', [{ refused: true }], 'mediation must not continue', [{ refused: false }]],
  [
    'dueAhead',
    'refer',
    [{}, details({ ...REFERRED, due: '2023-06-19' })],
    'is before the act',
    [{}, details(REFERRED)],
  ],
  [
    'referredOnce',
    'refer',
    [{ referrals: [REFERRED] }, details(REFERRED)],
    'is already referred to 旗自然资源局',
    [{ referrals: [{ ...REFERRED, departmentId: 2 }] }, details(REFERRED)],
  ],
  ['someReferral', 'report', [{ referrals: [] }], 'has no referral that waits', [{}]],
  [
    'wasReferred',
    'report',
    [{ referrals: [{ ...REFERRED, departmentId: 2 }] }],
    'has no open referral to 旗自然资源局',
    [{}],
  ],
  ['unitAboveExists', 'supervise', [{ holder: BANNER.unit_id }], 'the highest tier', [{ holder: TOWNSHIP.unit_id }]],
  [
    'dueAhead',
    'supervise',
    [{}, details({ byId: 1, due: '2023-06-19' }, { actor: BANNER })],
    'is before the act',
    [{}, details({ byId: 1, due: '2023-06-20' }, { actor: BANNER })],
  ],
  [
    'supervisedOnce',
    'supervise',
    [{ supervisions: [{ by: BANNER.unit_id, due: '2023-07-01' }] }],
    'is already supervised by 莫旗',
    [{ supervisions: [{ by: OTHER_TOWNSHIP.unit_id, due: '2023-07-01' }] }],
  ],
  [
    'fromAbove',
    'supervise',
    [{}, details({ byId: 3, due: '2023-07-01' }, { actor: OTHER_TOWNSHIP })],
    '红彦镇 is not above 尼尔基镇',
    [{ holder: VILLAGE.unit_id }, details({ byId: 1, due: '2023-07-01' }, { actor: BANNER })],
  ],
  ['underSupervision', 'supervision-reply', [{ supervisions: [] }], 'is not under supervision', [{}]],
  ['nobodyRefuses', 'appoint', [{ refused: true }], 'has refused', [{}]],
  [
    'appointedAhead',
    'appoint',
    [{}, details({ ...APPOINTED, mediator: [], day: '2023-06-19' })],
    'is before the act on 2023-06-20',
    [{}, details({ ...APPOINTED, mediator: [], day: '2023-06-20' })],
  ],
  ['hasAppointment', 'cancel-appointment', [{ appointment: undefined }], 'has no appointment', [{}]],
  ['tierOfGrade', 'close', [{ grade: 'major' }], 'is major: it is closed at banner level', [{ grade: 'simple' }]],
  [
    'otherGrade',
    'regrade',
    [{}, details({ grade: 'complex' })],
    'is already complex',
    [{}, details({ grade: 'major' })],
  ],
  [
    'loweredByTier',
    'regrade',
    [{ grade: 'complex' }, { actor: VILLAGE, ...details({ grade: 'simple' }) }],
    'its grade is lowered at',
    [{ grade: 'complex' }, { actor: TOWNSHIP, ...details({ grade: 'simple' }) }],
  ],
  [
    'loweredByTier',
    'regrade',
    [{ grade: 'major' }, details({ grade: 'complex' })],
    'not by 尼尔基镇',
    [{ grade: 'major' }, { actor: BANNER, ...details({ grade: 'complex' }) }],
  ],
  [
    'loweredByTier',
    'regrade',
    [{ grade: 'major' }, { actor: VILLAGE, ...details({ grade: 'simple' }) }],
    'its grade is lowered at',
    [{ grade: 'simple' }, { actor: VILLAGE, ...details({ grade: 'major' }) }],
  ],
  [
    'performedOrReason',
    'close',
    [{ status: 'settled' }, { reason: '' }],
    'is not performed yet',
    [{ status: 'performed' }],
  ],
  [
    'performedOrReason',
    'close',
    [{ status: 'settled' }, { reason: '' }],
    'is not performed yet and cannot be closed',
    [{ status: 'settled' }, { reason: '双方另行和解' }],
  ],
  ['extendedInTime', 'extend', [{}, details({ consented: false })], 'only with both parties’ consent', [{}]],
  [
    'extendedInTime',
    'extend',
    [{ mediationDue: '2023-06-19' }],
    'was due on 2023-06-19; it cannot be extended after that',
    [{ mediationDue: '2023-06-20' }],
  ],
  ['extendedInTime', 'extend', [{ mediationDue: undefined }], 'No mediation deadline is running', [{}]],
  [
    'intoAnother',
    'merge',
    [{}, details({ into: '150722100200-2023-1', intoStatus: 'mediating' })],
    'cannot be merged into itself',
    [{}, details({ into: '150722100200-2023-2', intoStatus: 'mediating' })],
  ],
  ...(['declined', 'terminated', 'withdrawn', 'merged'] as const).map((intoStatus): Case => {
    const into = (status: string): More => [{}, details({ into: '150722100200-2023-2', intoStatus: status })];
    return ['intoAnother', 'merge', into(intoStatus), 'nothing can be merged into it', into('settled')];
  }),
  ...(['complex', 'major', undefined] as const).map((intoGrade): Case => {
    const into = (grade: string | undefined): More => [
      { grade: 'complex' },
      details({ into: '150722100200-2023-2', intoStatus: 'mediating', intoGrade: grade }),
    ];
    return ['intoSameGrade', 'merge', into('simple'), 'is complex and cannot be merged into', into(intoGrade)];
  }),
  ['remediesTold', 'terminate', [{}, details({})], 'are informed of arbitration, administration and court', [{}]],
  ['onlyOwnActs', 'void', [{ isShared: true }], 'Another unit has acted on', [{}]],
  ['neverSettled', 'void', [{ agreement: agreement() }], 'was settled once', [{}]],
];

/** The status in which a move exists, where it is not known under mediation. */
const HOME: Partial<Record<Move, Status>> = { sign: 'settled', perform: 'settled', close: 'settled' };

const stateOf = (move: Move, [state]: More) =>
  dispute({ status: HOME[move] ?? 'mediating', ...GOOD[move][0], ...state });
const actOf = (move: Move, [, said]: More) => act(move, { ...GOOD[move][1], ...said });
describeRules({
  cases: CASES,
  conditions: CONDITIONS,
  stateOf,
  actOf,
  decide,
});

describe('what can be done next', () => {
  const next = (more: Partial<Dispute>) =>
    nextSteps(DISPUTE_LIFE, dispute(more), TREE).map(({ move, unit }) => `${move} ${unit}`);

  test('names the holder, and for an open offer the unit that answers', () => {
    expect(next({ offer: offerTo(BANNER) })).toEqual(expect.arrayContaining(['accept 1', 'return 1', 'recall 2']));
    expect(next({ offer: offerTo(BANNER) })).not.toContain('escalate 2');
    expect(next({})).toEqual(expect.arrayContaining(['escalate 2', 'return 2', 'settle 2']));
    expect(next({})).not.toContain('accept 2');
  });

  test('leaves out what where the case stands forbids, not what an act may still say', () => {
    expect(next({ refused: true })).not.toContain('settle 2');
    expect(next({ grade: 'major' })).not.toContain('settle 2');
    expect(next({ attempted: false })).toContain('escalate 2');
    expect(next({ rightsOn: null })).toContain('settle 2');
    expect(next({ holder: VILLAGE.unit_id })).not.toContain('hand-down 4');
  });

  test('leaves out an extension once the month is over, or where none runs', () => {
    expect(next({ mediationDue: TREE.day })).toContain('extend 2');
    expect(next({ mediationDue: addDays(TREE.day, -1) })).not.toContain('extend 2');
    expect(next({ mediationDue: undefined })).not.toContain('extend 2');
  });
});
