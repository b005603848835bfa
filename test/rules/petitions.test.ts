import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Step } from '../../src/cases/case.ts';
import { nextSteps } from '../../src/cases/life.ts';
import { Failure } from '../../src/kernel/failure.ts';
import type { PetitionAct } from '../../src/petitions/acts.ts';
import { PETITION_LIFE } from '../../src/petitions/life.ts';
import type { Petition } from '../../src/petitions/petition.ts';
import {
  MOVE_LIST,
  MOVES,
  type Move,
  STATUS_LIST,
  STATUSES,
  type Status,
  TRANSITIONS,
} from '../../src/petitions/transitions.ts';
import { BANNER, type Made, offerTo, type Telling, TODAY, TOWNSHIP, TREE, VILLAGE } from '../support/disputes.ts';
import { act, decide, GOOD, goodIn, petition, task } from '../support/petitions.ts';
import { expectNextStep, targetsIn, unlessRefused } from '../support/refusals.ts';

const PAIRS = STATUS_LIST.flatMap(status => MOVE_LIST.map(move => [status, move] as const));

const targetsOf = targetsIn<Status, Move>(TRANSITIONS);

/** What an act comes to: the step, or the refusal. */
function outcome(state: Petition, made: Made<PetitionAct>): Step<Status> | Failure {
  return unlessRefused(() => decide(state, made));
}

function good(status: Status, move: Move): Step<Status> | Failure {
  const [state, said] = goodIn(status, move);
  return outcome(petition({ ...state, status }), act(move, said));
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
    const [state] = goodIn(status, move);
    const possible = nextSteps(PETITION_LIFE, petition({ ...state, status }), TREE).map(step => step.move);
    expect(refusal.hint?.en).toContain(
      possible.length > 0 ? `What can be done: ${possible.join(', ')}` : 'Nothing more can be done',
    );
  });

  test('what was declined is over but for its notice, what was closed but for late reports and ratings', () => {
    expect(Object.keys(TRANSITIONS.declined)).toEqual(['succeed', 'notice']);
    expect(Object.keys(TRANSITIONS.closed)).toEqual(['succeed', 'report', 'rate']);
  });

  test('whatever an act says, it leads where the table says or is refused with the next step', () => {
    const state = fc.record({
      status: fc.constantFrom(...STATUS_LIST),
      offer: fc.constantFrom(undefined, offerTo(BANNER), offerTo(VILLAGE, { kind: 'return' })),
      sender: fc.constantFrom(undefined, VILLAGE.unit_id),
      agent: fc.constantFrom(undefined, 1, 2),
      conferred: fc.boolean(),
      tasks: fc.constantFrom([], [task()], [task({ state: 'accepted' }), task({ department: 8 })]),
      handleDue: fc.constantFrom(undefined, '2023-06-19', '2023-08-02'),
      extended: fc.boolean(),
      objectDue: fc.constantFrom(undefined, '2023-06-19', '2023-06-21'),
      notifiedOn: fc.constantFrom(null, '2023-06-15'),
      reviewed: fc.boolean(),
      stage: fc.constantFrom(undefined, 'review' as const, 're-examine' as const),
      applyDue: fc.constantFrom(undefined, '2023-06-19', '2023-07-15'),
      disputeId: fc.constantFrom(null, 9),
    });
    const said = fc.record(
      {
        agentId: fc.constantFrom(1, 2),
        interested: fc.boolean(),
        departmentId: fc.constantFrom(7, 8),
        due: fc.constantFrom('2023-06-19', '2023-07-01'),
        direct: fc.constant('群众已聚集'),
        days: fc.constantFrom(1, 30),
        outcome: fc.constantFrom('upheld', 'changed'),
        opinion: fc.constant('原答复正确'),
        screen: fc.constant({ about: 'citizens', bars: ['forbidden'], consented: true }),
      },
      { requiredKeys: [] },
    );
    const told = fc.record({ move: fc.constantFrom(...MOVE_LIST), reason: fc.constantFrom('', '理由'), details: said });
    fc.assert(
      fc.property(state, told, (more, { move, reason, details }) => {
        const given = { ...GOOD[move][1].details, ...details };
        const found = outcome(petition(more), act(move, { ...GOOD[move][1], reason, details: given }));
        if (!(found instanceof Failure)) expect(targetsOf(more.status, move)).toContain(found.status);
        else expectNextStep(found);
      }),
      { numRuns: 1000 },
    );
  });
});

const made = (move: Move, state: Partial<Petition> = {}, said: Telling = {}) => {
  const step = outcome(petition({ ...GOOD[move][0], ...state }), act(move, { ...GOOD[move][1], ...said }));
  return step instanceof Failure ? step.message : step;
};

describe('an offer', () => {
  test('goes one tier up, from the village to its township and from there to the banner', () => {
    const to = (unit: number) => ({ kind: 'escalate', to: unit, answerBy: null });
    expect(made('escalate', { holder: VILLAGE.unit_id })).toMatchObject({ offer: { make: to(TOWNSHIP.unit_id) } });
    expect(made('escalate', { holder: TOWNSHIP.unit_id })).toMatchObject({ offer: { make: to(BANNER.unit_id) } });
  });

  test('down goes to the unit that is named, with its day; back goes to the sender', () => {
    const down = { kind: 'hand-down', to: VILLAGE.unit_id, answerBy: '2023-07-01' };
    expect(made('hand-down')).toMatchObject({ offer: { make: down } });
    expect(made('return', { sender: BANNER.unit_id })).toMatchObject({ offer: { make: { kind: 'return', to: 1 } } });
  });

  test('can be objected to by an organ to which it is handed down, not on a step up, by a village, or on its way back', () => {
    const codes = (step: Step<Status> | string) => (step as Step<Status>).starts?.map(({ code }) => code);
    const toTownship = { details: { to: TOWNSHIP.code, due: '2023-07-01' } };
    expect(codes(made('hand-down', { holder: BANNER.unit_id }, toTownship))).toEqual(['OFFER_3', 'XF_OBJECT_5WD']);
    for (const step of [made('escalate'), made('hand-down'), made('return')]) expect(codes(step)).toEqual(['OFFER_3']);
  });

  test('that cannot be objected to is returned', () => {
    const offers = [offerTo(BANNER), offerTo(VILLAGE, { kind: 'hand-down', answerBy: '2023-07-01' })];
    for (const offer of offers) expect(made('return', { offer })).toMatchObject({ offer: { end: 'returned' } });
  });

  test('that is accepted makes the other unit the holder', () => {
    expect(made('accept')).toMatchObject({ holder: BANNER.unit_id, offer: { end: 'accepted' } });
  });

  test('leaves the holder where it is when it is made, objected to or recalled', () => {
    const steps = [made('escalate'), made('hand-down'), made('return'), made('object'), made('recall')];
    expect(steps.map(step => (step as Step<Status>).holder)).toEqual(steps.map(() => undefined));
    expect(steps[3]).toMatchObject({ offer: { end: 'returned' } });
    expect(steps[4]).toMatchObject({ offer: { end: 'recalled' } });
  });

  test('lapses where the petition is concluded or declined before it is answered', () => {
    expect(made('conclude', { offer: offerTo(BANNER) })).toMatchObject({ offer: { end: 'lapsed' } });
    expect(made('decline', { offer: offerTo(BANNER), status: 'lodged' })).toMatchObject({ offer: { end: 'lapsed' } });
  });
});

describe('the deadlines', () => {
  const starts = (move: Move, state: Partial<Petition> = {}, said: Telling = {}) =>
    (made(move, state, said) as Step<Status>).starts?.map(({ code, unit }) => `${code} ${unit}`);
  const ends = (move: Move, state: Partial<Petition> = {}, said: Telling = {}) =>
    (made(move, state, said) as Step<Status>).ends?.map(({ codes, how }) => `${[codes].flat().join(' ')}: ${how}`);

  const lodged = { status: 'lodged', offer: undefined, handler: undefined } as const;
  const OPINION = { details: { kind: 'opinion', how: 'mail' } } as const;

  test('of 60 days begins where an organ accepts a petition, and not anew where another organ takes it', () => {
    expect(starts('accept', lodged, { actor: TOWNSHIP })).toEqual(['XF_HANDLE_60 2']);
    expect(starts('accept', { ...lodged, offer: offerTo(BANNER) })).toEqual(['XF_NOTICE_15 1', 'XF_HANDLE_60 1']);
    expect(starts('accept')).toEqual([]);
    expect(ends('accept', lodged, { actor: TOWNSHIP })).toEqual([
      'XF_OBJECT_5WD: moot',
      'CARRY_ACCEPT_15: met',
      'CARRY_60: moot',
    ]);
  });

  test('of a village that carries a petition are its own, and end where an organ or a department accepts it', () => {
    const carries = { actor: VILLAGE, details: { carries: true } };
    const atVillage = { ...lodged, holder: VILLAGE.unit_id };
    expect(starts('accept', atVillage, carries)).toEqual(['CARRY_60 4']);
    expect(starts('accept', { ...atVillage, handler: TOWNSHIP.unit_id }, carries)).toEqual([]);
    expect(ends('accept', { ...atVillage, status: 'accepted', offer: offerTo(TOWNSHIP) })).toContain('CARRY_60: moot');
    expect(ends('task-accept')).toContain('CARRY_60: moot');
    expect(ends('conclude')).toContain('XF_HANDLE_60 CARRY_60 HANDDOWN_DUE: met');
  });

  test('of a department begin with its routing, and the 60 days with its acceptance; each binds that department', () => {
    const of = (step: Step<Status> | string) =>
      (step as Step<Status>).starts?.map(({ code, department }) => `${code} of ${department}`);
    for (const step of [made('route'), made('confer', {}, { details: { department: '旗人社局', departmentId: 7 } })])
      expect(of(step)).toEqual(['XF_NOTICE_15 of 7', 'XF_OBJECT_5WD of 7']);
    expect(of(made('task-accept'))).toEqual(['XF_HANDLE_60 of 7']);
    expect((made('task-object') as Step<Status>).ends).toEqual([
      { codes: ['XF_OBJECT_5WD'], how: 'met', department: 7 },
      { codes: ['XF_NOTICE_15'], how: 'moot', department: 7 },
    ]);
    expect(ends('report')).toEqual(['XF_HANDLE_60: met', 'XF_NOTICE_15 XF_OBJECT_5WD: moot']);
    expect(ends('report', { tasks: [task({ state: 'accepted' })] })).toEqual(['XF_HANDLE_60: met']);
  });

  test('of what was handed down begins where the unit below takes it, and is met where that unit concludes', () => {
    const down = offerTo(VILLAGE, { kind: 'hand-down', answerBy: '2023-07-01' });
    expect(starts('accept', { offer: down }, { actor: VILLAGE })).toEqual(['HANDDOWN_DUE 4']);
    expect(ends('conclude')).toEqual(['XF_HANDLE_60 CARRY_60 HANDDOWN_DUE: met', 'all: moot']);
  });

  test('are without object where a petition is declined, but for the notice that an organ owes', () => {
    const declined = { status: 'lodged', offer: offerTo(BANNER) } as const;
    expect(ends('decline', declined)).toEqual(['CARRY_ACCEPT_15: met', 'OFFER_3 XF_OBJECT_5WD: moot']);
    expect(ends('decline', declined, { actor: VILLAGE })).toEqual([
      'CARRY_ACCEPT_15 XF_NOTICE_15: met',
      'OFFER_3 XF_OBJECT_5WD: moot',
    ]);
  });

  test('for the notice are met by the notice of what was decided, by whoever owes it', () => {
    const of = (kind: string, more: object = {}) =>
      (made('notice', { status: 'accepted', extended: true }, { details: { kind, ...more } }) as Step<Status>).ends;
    const met = { codes: ['XF_NOTICE_15'], how: 'met' };
    expect(of('acceptance')).toEqual([met]);
    expect(made('notice', { status: 'declined' }, { details: { kind: 'refusal' } })).toMatchObject({ ends: [met] });
    expect(made('notice', { tasks: [task()] }, { details: { kind: 'transfer' } })).toMatchObject({ ends: [met] });
    expect(of('extension')).toBeUndefined();
    const byDepartment = made(
      'notice',
      { tasks: [task({ state: 'accepted', acceptedOn: '2023-06-12' })] },
      { details: { kind: 'acceptance', department: '旗人社局', departmentId: 7 } },
    );
    expect(byDepartment).toMatchObject({ ends: [{ ...met, department: 7 }] });
  });

  test('for asking begin with the reply, those for deciding with the request, at the organ one level above', () => {
    expect(starts('notice', { status: 'concluded' }, OPINION)).toEqual(['XF_REVIEW_APPLY_30 2']);
    expect(starts('notice', { status: 'concluded', reviewed: true }, OPINION)).toEqual(['XF_RECHECK_APPLY_30 2']);
    expect(starts('notice', { status: 're_examined', reviewed: true }, OPINION)).toBeUndefined();
    expect(starts('review', { status: 'concluded' })).toEqual(['XF_REVIEW_DECIDE_30 1']);
    expect(starts('re-examine', { status: 'concluded' })).toEqual(['XF_RECHECK_DECIDE_30 1']);
    expect(starts('review', { status: 'concluded', holder: BANNER.unit_id })).toEqual(['XF_REVIEW_DECIDE_30 1']);
  });

  test('of 60 days is extended by the days that were approved, 30 at most', () => {
    const by = (days: number) => (made('extend', {}, { details: { days } }) as Step<Status>).extends?.by;
    expect([by(30), by(10), by(1)]).toEqual([30, 10, 1]);
    expect(by(31)).toBe(30);
  });
});

describe('the day of an act', () => {
  const dated = (on: string, today = TODAY) => outcome(petition(), act('confer', { ...GOOD.confer[1], on, today }));

  test('is not before the petition’s last act', () => {
    expect((dated('2023-06-09') as Failure).message).toContain('before the last act');
    expect(dated('2023-06-10')).not.toBeInstanceOf(Failure);
  });

  test('is not after today', () => {
    expect((dated('2023-06-21', '2023-06-20') as Failure).message).toContain('after today');
    expect(dated('2023-06-20', '2023-06-20')).not.toBeInstanceOf(Failure);
  });
});
