import { describe, expect, test } from 'vitest';
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

describe('an agreement in instalments', () => {
  const owing = (extents: readonly ('' | 'full' | 'part')[]) =>
    dispute({
      status: 'settled',
      agreement: agreement({
        effectiveOn: '2023-06-15',
        instalments: extents.map((extent, i) => ({ dueOn: `2023-0${7 + i}-01`, amountFen: 100, extent })),
      }),
    });
  const performed = (extents: readonly ('' | 'full' | 'part')[], details: Readonly<Record<string, unknown>>) => {
    const step = decide(owing(extents), act('perform', { details }));
    return [step.status, step.ends?.map(({ due }) => due ?? 'all')];
  };

  test('has a due day for each', () => {
    const instalments = [
      ['2023-07-01', 100],
      ['2023-08-01', 200],
    ] as const;
    const step = decide(
      dispute({ rightsOn: '2023-06-02' }),
      act('settle', { details: { ...SETTLED, form: 'written', instalments } }),
    );
    expect(step.starts?.map(({ code, named }) => [code, named])).toEqual([
      ['PERFORM_BY', '2023-07-01'],
      ['PERFORM_BY', '2023-08-01'],
    ]);
  });

  test('is performed when the last of them is', () => {
    expect(performed(['', ''], { extent: 'full', instalment: 2 })).toEqual(['settled', ['2023-08-01']]);
    expect(performed(['', 'full'], { extent: 'full', instalment: 1 })).toEqual(['performed', ['2023-07-01']]);
    expect(performed(['part', 'full'], { extent: 'part', instalment: 1 })).toEqual(['settled', []]);
    expect(performed(['part', ''], { extent: 'full' })).toEqual(['performed', ['all']]);
  });
});

test('the month of mediation is extended by a month from its last day, where it runs', () => {
  const extended = (mediationDue: string | undefined) =>
    decide(dispute({ mediationDue }), act('extend', { details: { consented: true } })).extends;
  expect(extended('2023-07-10')).toEqual({ code: 'TJ_1M', by: 1 });
});
