import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type StockMove, staysOf } from '../src/cases/stay.ts';
import { addDays } from '../src/kernel/day.ts';
import type { Period } from '../src/kernel/period.ts';
import { imbalances } from '../src/reports/resolution/balance.ts';
import type { ResolutionFacts, StayFact } from '../src/reports/resolution/facts.ts';
import { EXPLAINED, figuresOf, type RowOf, sortIntoRows } from '../src/reports/resolution/figures.ts';

/** Unit 1 is the banner, 2 to 4 its townships, 5 to 10 their villages, two a township. */
const UNITS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
const tierOf = (unit: number) => (unit === 1 ? 1 : unit <= 4 ? 2 : 3);
const townshipOf = (unit: number) => (unit <= 4 ? unit : 2 + Math.floor((unit - 5) / 2));

const TABLES: Readonly<Record<'township' | 'village' | 'tier', RowOf>> = {
  township: unit => String(townshipOf(unit)),
  village: unit => String(unit),
  tier: unit => String(tierOf(unit)),
};

/** What happens next to a case: how many days later, and what. */
const happening = fc.record({
  after: fc.integer({ min: 0, max: 40 }),
  what: fc.constantFrom('move', 'move', 'settle', 'end', 'reopen', 'nothing'),
  to: fc.constantFrom(...UNITS),
});
const history = fc.record({
  start: fc.integer({ min: 0, max: 300 }),
  unit: fc.constantFrom(...UNITS),
  next: fc.array(happening, { maxLength: 8 }),
});

type History = typeof history extends fc.Arbitrary<infer H> ? H : never;

function movesOf({ start, unit, next }: History): StockMove[] {
  let day = start;
  let holder: number = unit;
  let inStock = true;
  const on = () => addDays('2023-01-01', day);
  const moves: StockMove[] = [{ on: on(), holder, inStock, settled: false, returned: false }];
  for (const { after, what, to } of next) {
    day += after;
    if (what === 'reopen' ? inStock : !inStock) continue;
    if (what === 'move') holder = to;
    inStock = what !== 'settle' && what !== 'end';
    moves.push({ on: on(), holder, inStock, settled: what === 'settle', returned: after % 2 === 1 });
  }
  return moves;
}

/** The facts of a period, as the ledger gives them: only stays that touch it, without what came later. */
function factsOf(histories: readonly History[], { from, to }: Period): ResolutionFacts {
  let id = 0;
  const stays = histories.flatMap((one, caseId) => {
    const lived = staysOf(movesOf(one), tierOf);
    const registeredOn = lived[0]?.enteredOn ?? from;
    return lived.map((stay): StayFact => {
      const open = stay.leftOn > to;
      const left = open ? { leftOn: '9999-12-31', leaving: '' as const, to: null } : {};
      const text = { number: String(caseId), title: '', category: '01', source: 'applied', grade: 'simple' as const };
      const counts = {
        people: 1,
        amountFen: 0,
        prevented: 0 as const,
        returned: stay.returned ? (1 as const) : (0 as const),
      };
      return { ...stay, ...text, ...counts, ...left, id: id++, caseId, registeredOn };
    });
  });
  return {
    stays: stays.filter(stay => stay.leftOn >= from && stay.enteredOn <= to),
    overdue: new Set([0, 3]),
    rated: ratedOf(stays),
  };
}

const ANSWERS = ['satisfied', 'basically', 'not'] as const;

/** Every second settlement is followed up, with one answer after the other. */
function ratedOf(stays: readonly StayFact[]) {
  const settled = stays.filter(({ leaving }, i) => leaving === 'settled' && i % 2 === 0);
  return settled.map((stay, i) => ({ ...stay, satisfaction: ANSWERS[i % 3] ?? 'not' }));
}

const day = fc.integer({ min: 0, max: 500 }).map(days => addDays('2023-01-01', days));
const period = fc.tuple(day, day).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }));
const banner = fc.array(history, { minLength: 1, maxLength: 12 });

test('every row of the resolution table balances, for any data and period', () => {
  fc.assert(
    fc.property(banner, period, (histories, one) => {
      const facts = factsOf(histories, one);
      const whole = sortIntoRows(facts, one, () => 'banner').get('banner');
      for (const rowOf of Object.values(TABLES)) expect(imbalances(sortIntoRows(facts, one, rowOf), whole)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test('the closing stock of a period is the opening stock of the one after it', () => {
  fc.assert(
    fc.property(banner, period, day, (histories, one, end) => {
      const next = { from: addDays(one.to, 1), to: end > one.to ? end : addDays(one.to, 30) };
      for (const rowOf of Object.values(TABLES)) {
        const closing = sortIntoRows(factsOf(histories, one), one, rowOf);
        const opening = sortIntoRows(factsOf(histories, next), next, rowOf);
        for (const row of new Set([...closing.keys(), ...opening.keys()]))
          expect(opening.get(row)?.opening.length ?? 0).toBe(closing.get(row)?.closing.length ?? 0);
      }
    }),
    { numRuns: 200 },
  );
});

test('a column is explained by exactly as many rows as it counts', () => {
  fc.assert(
    fc.property(banner, period, (histories, one) => {
      for (const behind of sortIntoRows(factsOf(histories, one), one, TABLES.township).values()) {
        const figures = figuresOf(behind, tierOf) as Readonly<Record<string, number | null>>;
        for (const key of Object.keys(behind)) expect(EXPLAINED[key]?.(behind, tierOf).length).toBe(figures[key]);
        expect(EXPLAINED.prevented_crimes?.(behind, tierOf).length).toBe(figures.prevented_crimes);
        for (const share of ['share_village', 'share_township', 'share_banner'] as const)
          expect(
            Math.abs(
              (EXPLAINED[share]?.(behind, tierOf).length ?? 0) / (behind.settled.length || 1) - (figures[share] ?? 0),
            ),
          ).toBeLessThan(0.001);
      }
    }),
  );
});

test('a settled dispute counts once for each settlement', () => {
  const start: History = {
    start: 0,
    unit: 5,
    next: [
      { after: 1, what: 'settle', to: 5 },
      { after: 1, what: 'reopen', to: 5 },
      { after: 1, what: 'settle', to: 5 },
    ],
  };
  const one = { from: '2023-01-01', to: '2023-12-31' };
  const row = sortIntoRows(factsOf([start], one), one, () => 'x').get('x');
  expect(row?.settled).toHaveLength(2);
  expect(row?.relapsed).toHaveLength(1);
  expect(row?.cohort_settled).toHaveLength(1);
  expect(row?.reopened).toHaveLength(1);
});
