import { expect, test } from 'vitest';
import type { Dispute } from '../../src/disputes/dispute.ts';
import type { Move } from '../../src/disputes/transitions.ts';
import { act, agreement, BANNER, decide, dispute, offerTo, type Telling } from '../support/disputes.ts';

const MEDIATED = { mediator: ['郭海山'], record: '双方各执一词' };
const SETTLED = { content: '各让一步', rightsNotified: '2023-06-20' };
const UNDERWAY = { status: 'mediating', mediationDue: '2023-07-10' } as const;
const OVER = { status: 'suspended', mediationDue: undefined } as const;
const RUNNING = { status: 'suspended', mediationDue: '2023-07-10' } as const;

/** [move, state, what is said, the deadlines that start] */
test.each<[string, Move, Partial<Dispute>, Telling, readonly string[]]>([
  ['an acceptance', 'accept', { status: 'registered', mediationDue: undefined }, {}, ['TJ_1M']],
  ['an offer accepted', 'accept', { ...UNDERWAY, offer: offerTo(BANNER) }, { actor: BANNER }, ['TIER_BANNER']],
  [
    ...(['an offer accepted anew', 'accept'] as const),
    { status: 'registered', mediationDue: undefined, offer: offerTo(BANNER) },
    { actor: BANNER },
    ['TIER_BANNER', 'TJ_1M'],
  ],
  [
    'a first session',
    'mediate',
    { status: 'registered' },
    { details: { ...MEDIATED, outcome: 'unfinished' } },
    ['TJ_1M'],
  ],
  ['a second session', 'mediate', UNDERWAY, { details: { ...MEDIATED, outcome: 'unfinished' } }, []],
  ['a month that ended in a stay is resumed', 'resume', OVER, {}, ['TJ_1M']],
  ['a month that goes on is resumed', 'resume', RUNNING, {}, []],
  ['an oral agreement', 'settle', UNDERWAY, { details: { ...SETTLED, form: 'oral' } }, ['SFQR_30', 'FOLLOWUP_30']],
  [
    ...(['an oral agreement of an old ledger', 'settle'] as const),
    UNDERWAY,
    { details: { ...SETTLED, form: 'oral', takenOver: true } },
    [],
  ],
  ['a written agreement', 'settle', UNDERWAY, { details: { ...SETTLED, form: 'written' } }, []],
  [
    ...(['an agreement to be performed', 'settle'] as const),
    UNDERWAY,
    { details: { ...SETTLED, form: 'written', performBy: '2023-08-01' } },
    ['PERFORM_BY'],
  ],
  ['a reopening', 'reopen', { status: 'closed' }, { reason: '又起争执' }, ['TIER_TOWNSHIP', 'TJ_1M']],
])('the deadlines that begin with %s', (_, move, state, said, codes) => {
  const step = decide(dispute(state), act(move, said));
  expect((step.starts ?? []).map(({ code }) => code)).toEqual(codes);
});

test.each([
  ['suspended', 'suspended'],
  ['unfinished', 'mediating'],
])('a session that is %s leaves the dispute %s', (outcome, status) => {
  expect(decide(dispute(), act('mediate', { details: { ...MEDIATED, outcome } })).status).toBe(status);
});

test.each([
  ['full', 'performed', ['PERFORM_BY']],
  ['partial', 'settled', undefined],
])('an agreement performed in %s makes the dispute %s', (extent, status, ended) => {
  const settled = dispute({ status: 'settled', agreement: agreement({ effectiveOn: '2023-06-15' }) });
  const step = decide(settled, act('perform', { details: { extent } }));
  expect([step.status, step.ends?.[0]?.codes]).toEqual([status, ended]);
});

test('the month of mediation is extended by a month from its last day, where it runs', () => {
  const extended = (mediationDue: string | undefined) =>
    decide(dispute({ mediationDue }), act('extend', { details: { consented: true } })).extends;
  expect(extended('2023-07-10')).toEqual({ code: 'TJ_1M', by: 1 });
});
