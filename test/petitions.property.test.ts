import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commandName, moverOf, nextSteps } from '../src/cases/life.ts';
import { movesOf } from '../src/cases/move-store.ts';
import { NOBODY } from '../src/cases/party.ts';
import { staysOfCase } from '../src/cases/stay-store.ts';
import { addDays, type Day } from '../src/kernel/day.ts';
import { Failure } from '../src/kernel/failure.ts';
import type { Table } from '../src/kernel/view.ts';
import { PETITIONS } from '../src/petitions/area.ts';
import { petitionDeepChecks } from '../src/petitions/checks.ts';
import { petitionCommands } from '../src/petitions/commands/all.ts';
import { PETITION_LIFE } from '../src/petitions/life.ts';
import { petitionLodger } from '../src/petitions/lodging.ts';
import { NOTICE_KINDS, SERVICES } from '../src/petitions/notice.ts';
import { type Petition, RATINGS } from '../src/petitions/petition.ts';
import { loadPetition } from '../src/petitions/store.ts';
import { MOVE_LIST, type Move } from '../src/petitions/transitions.ts';
import { petitions as petitionReport } from '../src/reports/petitions/command.ts';
import { workload } from '../src/reports/workload.ts';
import type { UnitTerm } from '../src/units/tree.ts';
import { comparable, replayed } from './support/case-replay.ts';
import { inputOf } from './support/dispute-acts.ts';
import { FIRST, SECOND, smallLedger } from './support/ledger.ts';
import { actOn, among, livingIn, nothing, oneIn, START, TODAY } from './support/lives.ts';
import { countiesMet } from './support/own-figures.ts';
import { WORDS } from './support/petition-acts.ts';
import { ruleOf } from './support/petitions.ts';
import { correctionOf, expectSeries, orNothing } from './support/renumbering.ts';
import { expectSound } from './support/sound.ts';
import { caseRows } from './support/stepping-back.ts';
import { lives, tell } from './torture/scale.ts';

const PETITIONER = '敖玉兰';

/** A step of a random life: mostly one of the moves that can be made, now and then any move at all. */
const step = fc.record({
  which: fc.nat(1000),
  pick: fc.nat(1000),
  isAny: oneIn(7),
  days: fc.integer({ min: 0, max: 5 }),
  unit: fc.nat(1000),
  agent: fc.nat(1000),
  department: fc.constantFrom('RSJ', 'ZRZY'),
  satisfaction: fc.constantFrom(...Object.keys(RATINGS)),
  kind: fc.constantFrom(...Object.keys(NOTICE_KINDS)),
  how: fc.constantFrom(...Object.keys(SERVICES)),
  claimClass: fc.constantFrom('arbitration', 'residual', 'residual'),
  isOdd: oneIn(3),
  isLeading: oneIn(9),
});
/** One or two petitions that are lived through side by side. */
const life = fc.record({
  units: fc.array(fc.nat(1000), { minLength: 1, maxLength: 2 }),
  steps: fc.array(step, { minLength: 10, maxLength: 45, size: 'max' }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const REPLAYABLE = {
  area: PETITIONS,
  rules: ruleOf,
  running: (state: Petition, { on_day }: { on_day: Day }) => ({
    ...state,
    handleDue: on_day,
    departmentDues: new Map(state.tasks.map(({ department }) => [department, { object: on_day, handle: on_day }])),
  }),
};

const ledger = await smallLedger();
const AGENTS = [
  ['D01', '鄂晓光', FIRST],
  ['D02', PETITIONER, FIRST],
  ['D03', '孟志强', SECOND],
  ['D04', '何春花', '150722100'],
  ['D05', '沃建国', '150722'],
] as const;
const agentRows = AGENTS.map(agent => agent.join(',')).join('\n');
await ledger.done('agent', 'import', ledger.write('agents.csv', `code,name,unit_code\n${agentRows}\n`));
const departments = 'code,name,tier\nRSJ,旗人社局,banner\nZRZY,旗自然资源局,banner\n';
await ledger.done('department', 'import', ledger.write('departments.csv', departments));

const { db, tree, units: UNITS, context, expectHolderRule } = livingIn(ledger);

function lodge(unit: UnitTerm): string {
  const petitioners = [{ ...NOBODY, name: PETITIONER }];
  const words = { channel: 'visit', kind: 'claim', demand: '养老保险补缴', category_id: 4, people: 1 } as const;
  const rest = { repeat_of: null, external_no: '', authority_on: null };
  const { lodge: enter } = petitionLodger(db, tree);
  return enter({ unit, on: START, petitioners, ...words, ...rest }, actOn(START)).number;
}

/** Runs one command of the area as the program would: its refusal, and nothing of what it did, or nothing. */
function attempt(move: Move | 'step-back' | 'change', number: string, words: readonly string[]): Failure | undefined {
  const name = move === 'step-back' || move === 'change' ? move : commandName(PETITION_LIFE, move).split(' ')[0];
  const command = petitionCommands.find(one => one.name === name);
  if (!command) throw new Error(`there is no command ${move}`);
  db.exec('savepoint attempt');
  try {
    command.run(context, inputOf(command, number, words) as never);
    return undefined;
  } catch (error) {
    db.exec('rollback to attempt');
    if (error instanceof Failure) return error;
    throw error;
  } finally {
    db.exec('release attempt');
  }
}

/** Steps the last move back, which leaves every row as it was before the move, and makes the move again. */
function stepBackAndAgain(before: object, number: string, move: Move, words: readonly string[]): void {
  expect(attempt('step-back', number, ['--reason', '登记有误'])).toBeUndefined();
  // A referral that is stepped back leaves a dispute, which is void.
  if (move !== 'refer-to-mediation') expect({ move, rows: caseRows(db) }).toEqual({ move, rows: before });
  expect(attempt(move, number, words)).toBeUndefined();
}

/** Moves that lead on to the end and are therefore drawn on their own. */
const LEADING: readonly Move[] = ['decline', 'conclude', 'close', 'void'];

/** The next move of a random life, with what it says. */
function chosen(petition: Petition, one: Step, on: Day) {
  const steps = nextSteps(PETITION_LIFE, petition, tree).map(({ move }) => move);
  const possible = steps.filter(move => LEADING.includes(move) === one.isLeading);
  const move = among(one.isAny || possible.length === 0 ? MOVE_LIST : possible, one.pick);
  const below = tree.children.get(petition.holder) ?? UNITS;
  const to = among([...below, among(UNITS, one.unit)], one.unit).code;
  const [agent] = among(AGENTS, one.agent);
  const words = WORDS[move]({ ...one, on, to, agent, isDecision: petition.status === 'under_review' });
  return { move, words: [...words, '--on', on] };
}

/** Lives through random moves; `watch` looks at each of them that was made, `end` at the whole. */
function forAnyLife(
  watch: (before: Petition, now: Petition, move: Move) => void,
  end: () => void,
  meet: (before: Petition, move: Move, words: readonly string[]) => void = () => {},
): void {
  fc.assert(
    fc.property(life, lived => {
      db.exec('begin');
      try {
        const numbers = lived.units.map(unit => lodge(among(UNITS, unit)));
        let on: Day = START;
        for (const one of lived.steps) {
          on = addDays(on, one.days);
          const number = among(numbers, one.which);
          const before = loadPetition(db, number);
          const { move, words } = chosen(before, one, on);
          meet(before, move, words);
          if (!attempt(move, number, words)) watch(before, loadPetition(db, number), move);
        }
        end();
      } finally {
        db.exec('rollback');
      }
    }),
    lives(200, 20),
  );
}

test('only the holder acts, or the unit that an offer is made to; every other is refused and changes nothing', () => {
  const meet = (before: Petition, move: Move, words: readonly string[]) => {
    const isAnswer = before.offer !== undefined && ['accept', 'object', 'return'].includes(move);
    const strangers = UNITS.filter(one => one.unit_id !== moverOf(PETITION_LIFE, before, move, tree));
    const stranger = among(strangers, before.lastOn.charCodeAt(9) + words.length);
    const refusal = attempt(move, before.number, ['--at', stranger.code, ...words]);
    expect(refusal?.kind).toBe('refused');
    // That no agent can be suggested, which dispute it would be, or where a hearing belongs is told first.
    if (!['assign', 'refer-to-mediation', 'review', 're-examine', 'hear', 'succeed'].includes(move))
      expect(refusal?.message).toContain(isAnswer ? 'that unit answers' : 'only the holder acts');
    expect(loadPetition(db, before.number)).toEqual(before);
  };
  forAnyLife(nothing, nothing, meet);
});

test('to the whole program a stranger is exit 4, and the file stays as it was', async () => {
  const tables = ['cases', 'petition', 'move', 'offer', 'stay', 'deadline', 'task', 'party', 'dispute', 'journal'];
  const dump = () => tables.map(table => db.prepare(`select * from ${table}`).all());
  await fc.assert(
    fc.asyncProperty(life, async ({ steps }) => {
      const who = ['--petitioner', PETITIONER, '--channel', 'visit', '--kind', 'claim', '--category', '04'];
      const words = ['--unit', FIRST, '--on', START, ...who, '--demand', '养老保险补缴', '--format', 'json'];
      const { petition: number } = JSON.parse(await ledger.done('petition', 'lodge', ...words));
      for (const [i, one] of steps.slice(0, 9).entries()) {
        const before = loadPetition(db, number);
        const { move, words: said } = chosen(before, one, addDays(START, i));
        const strangers = UNITS.filter(unit => unit.unit_id !== moverOf(PETITION_LIFE, before, move, tree));
        const file = dump();
        const stranger = ['--at', among(strangers, one.unit).code];
        const name = commandName(PETITION_LIFE, move).split(' ')[0] ?? move;
        const { code, stdout, stderr } = await ledger.run(['petition', name, number, ...stranger, ...said]);
        expect([code, stdout, stderr]).toEqual([4, '', expect.stringMatching(/^error: .*\nhint: /m)]);
        expect(dump()).toEqual(file);
        // Whether a conclusion must name its outcome depends on the class of the claim: without it, the usage is wrong.
        const lacksOutcome = move === 'conclude' && !said.includes('--outcome');
        expect(lacksOutcome ? [0, 2, 4] : [0, 4]).toContain(
          (await ledger.run(['petition', name, number, ...said])).code,
        );
      }
    }),
    lives(40, 4),
  );
});

test('the holder changes by "accept" alone, to the unit that it was offered to; going up is one tier at a time', () => {
  forAnyLife((before, now, move) => {
    expectHolderRule(before, now, move);
    if (move === 'accept' && before.offer) expect(now.conferred).toBe(false);
  }, nothing);
});

/** A case is what its moves lead to. */
function compare(now: Petition): void {
  const { state, misfits, stays } = replayed(REPLAYABLE, db, now.number, TODAY);
  expect(misfits).toEqual([]);
  expect(comparable(state)).toEqual(comparable(now));
  expect(staysOfCase(db, now.id)).toEqual(stays);
}

test('replaying the moves gives what stands, and the ledger’s own checks find nothing', () => {
  forAnyLife(
    (_, now) => compare(now),
    () => {
      expectSound(db);
      expect(petitionDeepChecks.flatMap(({ find }) => find(db))).toEqual([]);
    },
  );
});

/** A report's table, over all time or for one period. */
function reported(report: typeof petitionReport | typeof workload, input: object): Table {
  return (report.run(context, input as never) as { view: Table }).view;
}

const sum = (table: Table, key: string) =>
  [...table.rows].reduce((all, row) => all + ((row[key] as number | null) ?? 0), 0);

/** Every petition of the ledger, those of the test before included. */
function everyPetition(): Petition[] {
  const numbers = db.prepare(`select number from cases where kind = 'petition'`).pluck().all() as string[];
  return numbers.map(number => loadPetition(db, number)).filter(({ status }) => status !== 'void');
}

test('the agents’ open petitions are all that have one, and totals are the sums over the units, whatever the period', () => {
  const months = ['2023-06', '2023-07', '2023-09', undefined];
  forAnyLife(nothing, () => {
    const load = reported(workload, {});
    const all = everyPetition();
    const open = all.filter(one => ['lodged', 'accepted', 'under_review'].includes(one.status));
    expect(sum(load, 'open')).toBe(open.filter(one => one.agent !== undefined).length);
    expect(load.totals?.open).toBe(sum(load, 'open'));
    for (const month of months) {
      const table = reported(petitionReport, { by: 'unit', month });
      for (const { key, kind } of table.columns)
        if (kind === 'integer') expect([month, key, table.totals?.[key]]).toEqual([month, key, sum(table, key)]);
    }
    const { totals } = reported(petitionReport, { by: 'unit' });
    const declined = all.filter(one => one.status === 'declined').length;
    expect(totals).toMatchObject({ lodged: all.length, open: open.length, declined });
  });
});

test('a move that is stepped back leaves every row as it was before it', context => {
  let moves = 0;
  let rows: object = {};
  let made: readonly [Move, readonly string[]] | undefined;
  forAnyLife(
    ({ number }) => stepBackAndAgain(rows, number, ...(made as [Move, readonly string[]])),
    () => {
      for (const { number, id } of everyPetition())
        while (movesOf(db, id).length > 1)
          expect(attempt('step-back', number, ['--reason', '登记有误'])).toBeUndefined();
      const open = db.prepare(`select count(*) from cases where status not in ('lodged', 'void')`).pluck().get();
      expect(open).toBe(0);
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
      const after = loadPetition(db, now.number);
      if (refusal) return expect(after).toEqual(now);
      if (after.number !== now.number) renumbered += 1;
      compare(after);
    },
    () => {
      expectSound(db);
      expectSeries(PETITIONS, db);
    },
  );
  expect(renumbered).toBeGreaterThan(10);
});

test('a region that has the facts counts what the county’s own reports count, whatever the period', async () => {
  const counties = countiesMet(db, TODAY);
  forAnyLife(nothing, () => counties.meet());
  await counties.expectSameFigures();
});
