import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Step } from '../../src/cases/case.ts';
import { nextSteps } from '../../src/cases/life.ts';
import type { DisputeAct } from '../../src/disputes/acts.ts';
import { type Dates, signing } from '../../src/disputes/agreement.ts';
import { type Dispute, EXTENTS, GRADE_LIST, OUTCOMES } from '../../src/disputes/dispute.ts';
import { DISPUTE_LIFE } from '../../src/disputes/life.ts';
import {
  MOVE_LIST,
  MOVES,
  type Move,
  STATUS_LIST,
  STATUSES,
  type Status,
  TRANSITIONS,
} from '../../src/disputes/transitions.ts';
import { Failure } from '../../src/kernel/failure.ts';
import {
  act,
  agreement,
  BANNER,
  decide,
  dispute,
  GOOD,
  type Made,
  offerTo,
  type Telling,
  TODAY,
  TOWNSHIP,
  TREE,
  VILLAGE,
} from '../support/disputes.ts';
import { expectNextStep, targetsIn, unlessRefused } from '../support/refusals.ts';

const targetsOf = targetsIn<Status, Move>(TRANSITIONS);
const PAIRS = STATUS_LIST.flatMap(status => MOVE_LIST.map(move => [status, move] as const));

/** What an act comes to: the step, or the refusal. */
function outcome(state: Dispute, made: Made<DisputeAct>): Step<Status> | Failure {
  return unlessRefused(() => decide(state, made));
}

function good(status: Status, move: Move): Step<Status> | Failure {
  const [state, said] = GOOD[move];
  return outcome(dispute({ ...state, status }), act(move, said));
}

describe('the transition table', () => {
  test.each(PAIRS.filter(pair => targetsOf(...pair).length > 0))('what is %s can take "%s"', (status, move) => {
    const step = good(status, move);
    expect(step instanceof Failure ? step.message : targetsOf(status, move)).toContain((step as Step<Status>).status);
  });

  test.each(PAIRS.filter(pair => targetsOf(...pair).length === 0))('what is %s refuses "%s"', (status, move) => {
    const refusal = good(status, move) as Failure;
    expect(refusal.kind).toBe('refused');
    expect(refusal.text.en).toContain(`cannot be ${MOVES[move].done.en} while ${STATUSES[status].en}; only while`);
    expect(refusal.text.zh).toContain(STATUSES[status].zh);
    const possible = nextSteps(DISPUTE_LIFE, dispute({ ...GOOD[move][0], status }), TREE).map(step => step.move);
    const over = 'register a new case if needed';
    expect(refusal.hint?.en).toContain(possible.length > 0 ? `What can be done: ${possible.join(', ')}` : over);
  });

  test('what was declined, merged or entered by mistake is over for good', () => {
    expect(STATUS_LIST.filter(status => Object.keys(TRANSITIONS[status]).length === 0)).toEqual([
      'declined',
      'merged',
      'void',
    ]);
  });

  test('whatever an act says, it leads where the table says or is refused with the next step', () => {
    const state = fc.record({
      status: fc.constantFrom(...STATUS_LIST),
      offer: fc.constantFrom(undefined, offerTo(BANNER), offerTo(VILLAGE, { kind: 'return' })),
      sender: fc.constantFrom(undefined, VILLAGE.unit_id),
      grade: fc.constantFrom(...GRADE_LIST),
      attempted: fc.boolean(),
      refused: fc.boolean(),
      agreement: fc.constantFrom(undefined, agreement(), agreement({ form: 'oral', effectiveOn: '2023-06-10' })),
    });
    const said = fc.record({
      outcome: fc.constantFrom(...Object.keys(OUTCOMES)),
      extent: fc.constantFrom(...Object.keys(EXTENTS)),
      form: fc.constantFrom('oral', 'written'),
      grade: fc.constantFrom(...GRADE_LIST),
      rightsNotified: fc.constantFrom(undefined, '2023-06-20', '2024-01-01'),
      remediesTold: fc.boolean(),
      consented: fc.boolean(),
    });
    const told = fc.record({ move: fc.constantFrom(...MOVE_LIST), reason: fc.constantFrom('', '理由'), details: said });
    fc.assert(
      fc.property(state, told, (more, { move, reason, details }) => {
        const given = { ...GOOD[move][1].details, ...details };
        const found = outcome(dispute(more), act(move, { ...GOOD[move][1], reason, details: given }));
        if (!(found instanceof Failure)) expect(targetsOf(more.status, move)).toContain(found.status);
        else expectNextStep(found);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('where a move has two targets, its act picks one', () => {
  const led = (status: Status, move: Move, details: Record<string, unknown>) => {
    const [state, said] = GOOD[move];
    const step = outcome(
      dispute({ ...state, status }),
      act(move, { ...said, details: { ...said.details, ...details } }),
    );
    return step instanceof Failure ? step.message : step.status;
  };

  test('a mediation that is suspended suspends the dispute', () => {
    expect(led('mediating', 'mediate', { outcome: 'suspended' })).toBe('suspended');
    expect(led('registered', 'mediate', { outcome: 'suspended' })).toBe('suspended');
    for (const other of ['unfinished', 'agreed', 'failed'])
      expect(led('registered', 'mediate', { outcome: other })).toBe('mediating');
  });

  test('only what is performed in full is performed', () => {
    expect(led('settled', 'perform', { extent: 'full' })).toBe('performed');
    expect(led('settled', 'perform', { extent: 'part' })).toBe('settled');
    expect(led('settled', 'perform', { extent: 'refused' })).toBe('settled');
  });
});

describe('an offer', () => {
  const made = (move: Move, state: Partial<Dispute>, said: Telling = {}) => {
    const step = outcome(dispute({ ...GOOD[move][0], ...state }), act(move, { ...GOOD[move][1], ...said }));
    return step instanceof Failure ? step.message : step;
  };

  test('goes one tier up, from the village to its township and from there to the banner', () => {
    const to = (unit: number) => ({ kind: 'escalate', to: unit, answerBy: null });
    expect(made('escalate', { holder: VILLAGE.unit_id })).toMatchObject({ offer: { make: to(TOWNSHIP.unit_id) } });
    expect(made('escalate', { holder: TOWNSHIP.unit_id })).toMatchObject({ offer: { make: to(BANNER.unit_id) } });
  });

  test('down goes to the unit that is named, with its day; back goes to the sender', () => {
    const down = { kind: 'hand-down', to: VILLAGE.unit_id, answerBy: '2023-07-01' };
    expect(made('hand-down', {})).toMatchObject({ offer: { make: down } });
    expect(made('return', { sender: BANNER.unit_id })).toMatchObject({ offer: { make: { kind: 'return', to: 1 } } });
  });

  test('that is accepted makes the other unit the holder, by the limit of its own tier', () => {
    const step = made('accept', { offer: offerTo(BANNER) });
    expect(step).toMatchObject({ holder: BANNER.unit_id, offer: { end: 'accepted' } });
    expect((step as Step<Status>).starts).toEqual([{ code: 'TIER_BANNER', unit: BANNER.unit_id }]);
  });

  test('leaves the holder where it is when it is made, returned or recalled', () => {
    const open = { offer: offerTo(BANNER) };
    const steps = [made('escalate', {}), made('return', open, { actor: BANNER }), made('recall', open)];
    expect(steps.map(step => (step as Step<Status>).holder)).toEqual([undefined, undefined, undefined]);
    expect(steps[1]).toMatchObject({ offer: { end: 'returned' } });
    expect(steps[2]).toMatchObject({ offer: { end: 'recalled' } });
  });

  test('lapses where the dispute is settled or ends before it is answered', () => {
    for (const move of ['settle', 'terminate', 'withdraw', 'merge'] as const)
      expect(made(move, { offer: offerTo(BANNER) })).toMatchObject({ offer: { end: 'lapsed' } });
  });
});

describe('the day of an act', () => {
  const dated = (on: string, today = TODAY) =>
    outcome(dispute({ lastOn: '2023-06-10' }), act('sponsor', { on, today, details: { leader: '孟志强' } }));

  test('is not before the dispute’s last act', () => {
    expect((dated('2023-06-09') as Failure).message).toContain('before the last act');
    expect(dated('2023-06-10')).not.toBeInstanceOf(Failure);
  });

  test('is not after today', () => {
    expect((dated('2023-06-21', '2023-06-20') as Failure).message).toContain('after today');
    expect(dated('2023-06-20', '2023-06-20')).not.toBeInstanceOf(Failure);
  });
});

describe('a written agreement takes effect', () => {
  const day = (signed: readonly (readonly [number, string])[], dates: Dates, parties = [11, 12]) =>
    signing(dispute({ parties, agreement: agreement({ signed: new Map(signed) }) }), dates).effectiveOn;
  const official = { mediatorOn: '2023-06-01', committeeOn: '2023-06-02' };

  test('on the latest of all dates, whoever’s it is', () => {
    expect(day([], { ...official, parties: '2023-06-01' })).toBe('2023-06-02');
    expect(day([], { ...official, parties: '2023-06-05' })).toBe('2023-06-05');
    expect(day([], { mediatorOn: '2023-06-07', committeeOn: '2023-06-02', parties: '2023-06-01' })).toBe('2023-06-07');
  });

  test('not before every party has signed', () => {
    expect(day([[11, '2023-06-01']], official)).toBeUndefined();
    expect(
      day(
        [
          [11, '2023-06-01'],
          [12, '2023-06-03'],
        ],
        official,
      ),
    ).toBe('2023-06-03');
  });

  test('not without the mediator, not without the committee', () => {
    expect(day([], { parties: '2023-06-01', committeeOn: '2023-06-02' })).toBeUndefined();
    expect(day([], { parties: '2023-06-01', mediatorOn: '2023-06-01' })).toBeUndefined();
  });

  test('counting one party’s own date, which goes before the date of all', () => {
    const first = [[1, '2023-06-04']] as const;
    expect(day([], { ...official, party: first })).toBeUndefined();
    expect(day([[12, '2023-06-01']], { ...official, party: first })).toBe('2023-06-04');
    expect(day([], { ...official, parties: '2023-06-01', party: [[2, '2023-06-09']] })).toBe('2023-06-09');
    expect(day([[11, '2023-06-09']], { ...official, parties: '2023-06-01' })).toBe('2023-06-09');
  });

  test('never where there is no agreement', () => {
    expect(signing(dispute(), { ...official, parties: '2023-06-01' }).effectiveOn).toBeUndefined();
  });
});

test('who signs is named by the place in the dispute’s own list of parties', () => {
  const own = dispute({ parties: [11, 12] });
  expect(signing(own, { party: [[2, '2023-06-01']] }).signed).toEqual([[12, '2023-06-01']]);
  expect(() => signing(own, { party: [[3, '2023-06-01']] })).toThrow('There is no party "3"');
  expect(() => signing(own, { party: [[0, '2023-06-01']] })).toThrow('There is no party "0"');
});

test('the parties who had not signed sign on the day of all', () => {
  const own = dispute({ parties: [11, 12, 13], agreement: agreement({ signed: new Map([[11, '2023-05-01']]) }) });
  expect(signing(own, { parties: '2023-06-02', party: [[3, '2023-06-01']] }).signed).toEqual([
    [12, '2023-06-02'],
    [13, '2023-06-01'],
  ]);
});
