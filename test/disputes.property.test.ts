import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextSteps } from '../src/cases/life.ts';
import { movesOf } from '../src/cases/move-store.ts';
import { actorOf } from '../src/cases/offer.ts';
import { NOBODY } from '../src/cases/party.ts';
import { staysOfCase } from '../src/cases/stay-store.ts';
import { deadlineChecks } from '../src/deadlines/checks.ts';
import { DISPUTES } from '../src/disputes/area.ts';
import { disputeChecks, disputeDeepChecks } from '../src/disputes/checks.ts';
import { disputeCommands } from '../src/disputes/commands/all.ts';
import { type Dispute, FORMS, GRADE_LIST, type Grade, OUTCOMES } from '../src/disputes/dispute.ts';
import { DISPUTE_LIFE } from '../src/disputes/life.ts';
import { disputeRegistrar } from '../src/disputes/registering.ts';
import { rightUnit } from '../src/disputes/right-unit.ts';
import { loadDispute } from '../src/disputes/store.ts';
import { IN_STOCK, MOVE_LIST, type Move, type Status, TRANSITIONS } from '../src/disputes/transitions.ts';
import { addDays, type Day, OPEN_END } from '../src/kernel/day.ts';
import { Failure } from '../src/kernel/failure.ts';
import { TIER } from '../src/units/level.ts';
import type { UnitTerm } from '../src/units/tree.ts';
import { comparable, replayed } from './support/case-replay.ts';
import { inputOf, WORDS } from './support/dispute-acts.ts';
import { ruleOf } from './support/disputes.ts';
import { smallLedger } from './support/ledger.ts';
import { actOn, among, livingIn, nothing, oneIn, START, TODAY } from './support/lives.ts';
import { countiesMet } from './support/own-figures.ts';
import { targetsIn, unlessRefused } from './support/refusals.ts';
import { correctionOf, expectSeries, orNothing } from './support/renumbering.ts';
import { expectSound } from './support/sound.ts';
import { caseRows } from './support/stepping-back.ts';
import { lives, tell } from './torture/scale.ts';

const keysOf = (names: object) => Object.keys(names);

/** A step of a random life: mostly one of the moves that can be made, now and then any move at all. */
const step = fc.record({
  pick: fc.nat(1000),
  isAny: oneIn(7),
  days: fc.integer({ min: 0, max: 9 }),
  unit: fc.nat(1000),
  grade: fc.constantFrom(...GRADE_LIST),
  form: fc.constantFrom(...keysOf(FORMS)),
  outcome: fc.constantFrom(...keysOf(OUTCOMES)),
  extent: fc.constantFrom('full', 'full', 'part', 'refused'),
  refused: oneIn(8),
});
const life = fc.record({
  unit: fc.nat(1000),
  below: fc.nat(1000),
  grade: fc.constantFrom(...GRADE_LIST),
  steps: fc.array(step, { minLength: 1, maxLength: 30, size: 'max' }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
type Life = typeof life extends fc.Arbitrary<infer L> ? L : never;

const REPLAYABLE = {
  area: DISPUTES,
  rules: ruleOf,
  running: (state: Dispute, { on_day }: { on_day: Day }) => ({ ...state, mediationDue: on_day }),
};

const ledger = await smallLedger();
await ledger.done(
  'department',
  'add',
  '--code',
  'ZRZY',
  '--name',
  '旗自然资源局',
  '--tier',
  'banner',
  '--on',
  '2023-01-01',
);
const { db, tree, units: UNITS, context, expectHolderRule } = livingIn(ledger);

/** Registers a dispute at any unit, and another one at a village, into which the first can be merged. */
function begin({ unit, below, grade }: Life): { number: string; other: string } {
  const { register } = disputeRegistrar(db, tree);
  const enter = (at: UnitTerm, wanted: Grade, to: UnitTerm | undefined) => {
    const words = (name: string) => ({ ...NOBODY, name });
    const parties = [['applicant', words('敖玉兰')] as const, ['respondent', words('郭海山')] as const];
    const described = { title: '院墙滴水', category_id: 2, source_id: 1 };
    return register({ unit: at, on: START, grade: wanted, to, parties, ...described }, actOn(START)).number;
  };
  const villages = UNITS.filter(one => TIER[one.level] === 3);
  const at = among(UNITS, unit);
  const targets = [undefined, ...UNITS].flatMap(named => {
    const found = unlessRefused(() => rightUnit(tree, at, grade, named));
    return found instanceof Failure ? [] : [found];
  });
  return { other: enter(among(villages, below), 'simple', undefined), number: enter(at, grade, among(targets, below)) };
}

/** Runs one command of the area as the program would, inside the open transaction: its refusal, or nothing. */
function attempt(move: Move | 'step-back' | 'change', number: string, words: readonly string[]): Failure | undefined {
  const command = disputeCommands.find(one => one.name === move);
  if (!command) throw new Error(`there is no command ${move}`);
  const ended = unlessRefused(() => command.run(context, inputOf(command, number, words) as never));
  return ended instanceof Failure ? ended : undefined;
}

/** Moves that end a life early and are therefore drawn less often. */
const EARLY: readonly Move[] = ['decline', 'withdraw', 'terminate', 'merge', 'void'];

/** The next move of a random life, with what it says. */
function chosen(dispute: Dispute, one: Step, on: Day, other: string) {
  const steps = nextSteps(DISPUTE_LIFE, dispute, tree).map(({ move }) => move);
  const possible = steps.filter(move => one.refused || !EARLY.includes(move));
  const move = among(one.isAny || possible.length === 0 ? MOVE_LIST : possible, one.pick);
  const below = tree.children.get(dispute.holder) ?? UNITS;
  const words = WORDS[move]({ ...one, on, to: among([...below, among(UNITS, one.unit)], one.unit).code, into: other });
  return { move, words: [...words, '--on', on] };
}

/** Steps the last move back, which leaves every row as it was before the move, and makes the move again. */
function stepBackAndAgain(before: object, number: string, move: Move, words: readonly string[]): void {
  expect(attempt('step-back', number, ['--reason', '登记有误'])).toBeUndefined();
  expect({ move, rows: caseRows(db) }).toEqual({ move, rows: before });
  expect(attempt(move, number, words)).toBeUndefined();
}

const changes = () => db.prepare('select total_changes()').pluck().get() as number;

/** Lives through random moves; `watch` looks at each of them that was made, `end` at the whole. */
function forAnyLife(
  watch: (before: Dispute, now: Dispute, move: Move) => void,
  end: (now: Dispute) => void,
  meet: (before: Dispute, move: Move, words: readonly string[]) => void = () => {},
): void {
  fc.assert(
    fc.property(life, lived => {
      db.exec('begin');
      try {
        const { number, other } = begin(lived);
        let on: Day = START;
        for (const one of lived.steps) {
          on = addDays(on, one.days);
          if (on > TODAY) break;
          const before = loadDispute(db, number);
          const { move, words } = chosen(before, one, on, other);
          meet(before, move, words);
          const written = changes();
          if (attempt(move, number, words)) expect(changes()).toBe(written);
          else watch(before, loadDispute(db, number), move);
        }
        end(loadDispute(db, number));
      } finally {
        db.exec('rollback');
      }
    }),
    lives(300, 30),
  );
}

test('only the holder acts, or the unit that an offer is made to; every other is refused and changes nothing', () => {
  const meet = (before: Dispute, move: Move, words: readonly string[]) => {
    if (move === 'supervise' || move === 'succeed') return;
    for (const unit of UNITS.filter(one => one.unit_id !== actorOf(before, move))) {
      const written = changes();
      const refusal = attempt(move, before.number, [...words, '--at', unit.code]);
      const isAnswer = before.offer !== undefined && (move === 'accept' || move === 'return');
      expect(refusal?.kind).toBe('refused');
      expect(refusal?.message).toContain(isAnswer ? 'that unit answers' : 'only the holder acts');
      expect(changes()).toBe(written);
    }
  };
  forAnyLife(nothing, nothing, meet);
});

test('to the whole program a stranger is exit 4, and the file stays as it was', async () => {
  const dump = () =>
    ['cases', 'move', 'offer', 'stay', 'deadline', 'journal'].map(table => db.prepare(`select * from ${table}`).all());
  await fc.assert(
    fc.asyncProperty(life, async ({ steps }) => {
      const made = ['--grade', 'simple', '--category', '02', '--title', '院墙滴水', '--applicant', 'name=敖玉兰'];
      const place = ['--unit', '150722100200', '--on', START, '--format', 'json'];
      const { dispute: number } = JSON.parse(await ledger.done('dispute', 'register', ...made, ...place));
      for (const [i, one] of steps.slice(0, 9).entries()) {
        const before = loadDispute(db, number);
        const { move, words } = chosen(before, one, addDays(START, i), number);
        if (move === 'supervise' || move === 'succeed') continue;
        const stranger = among(
          UNITS.filter(unit => unit.unit_id !== actorOf(before, move)),
          one.unit,
        );
        const file = dump();
        const { code, stdout, stderr } = await ledger.run(['dispute', move, number, ...words, '--at', stranger.code]);
        expect([code, stdout, stderr]).toEqual([4, '', expect.stringContaining(number)]);
        expect(dump()).toEqual(file);
        expect([0, 4]).toContain((await ledger.run(['dispute', move, number, ...words])).code);
      }
    }),
    lives(40, 4),
  );
});

test('the holder changes by "accept" alone, to the unit that it was offered to; going up is one tier at a time', () => {
  forAnyLife((before, now, move) => {
    expectHolderRule(before, now, move);
    expect(targetsIn<Status, Move>(TRANSITIONS)(before.status, move)).toContain(now.status);
  }, nothing);
});

/** A case is what its moves lead to. */
function compare(now: Dispute): void {
  const { state, misfits, stays } = replayed(REPLAYABLE, db, now.number, TODAY);
  expect(misfits).toEqual([]);
  expect(comparable(state)).toEqual(comparable(now));
  expect(staysOfCase(db, now.id)).toEqual(stays);
}

test('replaying the moves gives what stands: status, holder, offer, agreement and the stays', () => {
  const check = (now: Dispute) => {
    compare(now);
    expect(
      [...disputeChecks, ...disputeDeepChecks, ...deadlineChecks].flatMap(({ name, find }) =>
        find(db).map(found => `${name} ${found}`),
      ),
    ).toEqual([]);
  };
  forAnyLife((_, now) => compare(now), check);
});

test('nothing is settled twice without being reopened between', () => {
  forAnyLife(nothing, ({ id }) => {
    const names = movesOf(db, id).map(({ name }) => name);
    const turns = names.filter(name => name === 'settle' || name === 'reopen').join(' ');
    expect(turns).not.toContain('settle settle');
  });
});

test('the stays of a case follow on each other and do not overlap; the last is open while the case is in stock', () => {
  forAnyLife(nothing, ({ id, status, holder }) => {
    const stays = staysOfCase(db, id);
    for (const [i, stay] of stays.entries()) {
      const next = stays[i + 1];
      expect(stay.enteredOn <= stay.leftOn).toBe(true);
      expect(stay.leaving === '').toBe(stay.leftOn === OPEN_END);
      expect(stay.entry === 'registered').toBe(i === 0);
      if (!next) continue;
      expect(next.enteredOn >= stay.leftOn).toBe(true);
      expect(stay.to ?? next.unit).toBe(next.unit);
      if (next.entry === 'received') expect([next.enteredOn, next.from]).toEqual([stay.leftOn, stay.unit]);
      else expect(['settled', 'ended_otherwise']).toContain(stay.leaving);
    }
    if (status === 'void') return expect(stays).toEqual([]);
    const last = stays.at(-1);
    expect(last?.leaving === '').toBe(IN_STOCK.has(status));
    expect(last?.unit).toBe(holder);
  });
});

test('a move that is stepped back leaves every row as it was before it', context => {
  let moves = 0;
  let rows: object = {};
  let made: readonly [Move, readonly string[]] | undefined;
  forAnyLife(
    ({ number }) => stepBackAndAgain(rows, number, ...(made as [Move, readonly string[]])),
    ({ number }) => {
      while (movesOf(db, loadDispute(db, number).id).length > 1)
        expect(attempt('step-back', number, ['--reason', '登记有误'])).toBeUndefined();
      expectSound(db);
    },
    (_, ...next) => {
      moves++;
      rows = caseRows(db);
      made = next;
    },
  );
  tell(context, moves, { 'taken back and made again where they could be made': moves });
});

test('a case that is renumbered is what its moves lead to, and every number that was given leads to one case', () => {
  let renumbered = 0;
  forAnyLife(
    (_, now) => {
      const words = correctionOf(db, now, UNITS);
      const refusal = orNothing(db, () => attempt('change', now.number, words));
      const after = loadDispute(db, now.number);
      if (refusal) return expect(after).toEqual(now);
      if (after.number !== now.number) renumbered += 1;
      compare(after);
    },
    () => {
      expectSound(db);
      expectSeries(DISPUTES, db);
    },
  );
  expect(renumbered).toBeGreaterThan(10);
});

test('a region that has the facts counts what the county’s own reports count, whatever the period', async () => {
  const counties = countiesMet(db, TODAY);
  forAnyLife(nothing, () => counties.meet());
  await counties.expectSameFigures();
});
