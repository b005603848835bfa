import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { inCalendar } from '../src/kernel/calendar.ts';
import { addDays, BEGINNING, dayFromNumber, dayNumber, OPEN_END } from '../src/kernel/day.ts';
import { type Period, periodOf } from '../src/kernel/period.ts';
import { createLedger } from '../src/ledger/open.ts';
import {
  addMonths,
  countVisit,
  differingTallies,
  keptTally,
  madeByPairs,
  noVisits,
  visitedFlags,
} from '../src/ledger/visit-tallies.ts';
import { emptyFolder, FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';

let ledger: SmallLedger;
afterEach(() => ledger?.remove());

const periodNamed = (calendar: string): Period =>
  periodOf(calendar.length === 4 ? { year: calendar } : { month: calendar }, '2023-12-31');

describe('a period along the calendar', () => {
  test.each<[from: string, to: string, whole: string[], days: [string, string][]]>([
    ['2023-05-01', '2023-05-31', ['2023-05'], []],
    ['2023-01-01', '2023-12-31', ['2023'], []],
    [
      '2022-12-20',
      '2023-01-03',
      [],
      [
        ['2022-12-20', '2022-12-31'],
        ['2023-01-01', '2023-01-03'],
      ],
    ],
    ['2023-05-04', '2023-05-20', [], [['2023-05-04', '2023-05-20']]],
    [
      '2022-11-30',
      '2024-02-01',
      ['2022-12', '2023', '2024-01'],
      [
        ['2022-11-30', '2022-11-30'],
        ['2024-02-01', '2024-02-01'],
      ],
    ],
    ['2024-02-01', '2024-02-29', ['2024-02'], []],
    ['2023-02-01', '2023-02-27', [], [['2023-02-01', '2023-02-27']]],
  ])('%s to %s', (from, to, whole, days) => {
    expect(inCalendar({ from, to })).toEqual({ whole, days: days.map(([f, t]) => ({ from: f, to: t })) });
  });

  test('it ends with the calendar', () => {
    expect(inCalendar({ from: '9999-12-02', to: OPEN_END }).days).toEqual([{ from: '9999-12-02', to: OPEN_END }]);
    expect(inCalendar({ from: BEGINNING, to: '0001-12-31' }).whole).toEqual(['0001']);
  });

  test('its pieces follow each other without a gap, and are few', () => {
    const start = fc.integer({ min: dayNumber('1999-01-01'), max: dayNumber('2026-12-31') });
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 4000 }), (first, length) => {
        const period = { from: dayFromNumber(first), to: dayFromNumber(first + length) };
        const { whole, days } = inCalendar(period);
        const pieces = [...whole.map(periodNamed), ...days].sort((a, b) => (a.from < b.from ? -1 : 1));
        expect(pieces[0]?.from).toBe(period.from);
        expect(pieces.at(-1)?.to).toBe(period.to);
        for (const [at, piece] of pieces.entries())
          if (at > 0) expect(piece.from).toBe(addDays(pieces[at - 1]?.to ?? '', 1));
        expect(days.length).toBeLessThanOrEqual(2);
        expect(whole.filter(calendar => calendar.length === 7).length).toBeLessThanOrEqual(22);
      }),
    );
  });
});

describe('what is kept of months and years', () => {
  const visit = fc.record({
    month: fc.constantFrom('2022-12', '2023-01', '2023-02'),
    household: fc.integer({ min: 1, max: 9000 }),
    pair: fc.integer({ min: 1, max: 2100 }),
    mode: fc.integer({ min: 0, max: 2 }),
  });

  test('batch after batch, it is what all the visits come to', () => {
    fc.assert(
      fc.property(fc.array(fc.array(visit, { maxLength: 8 }), { maxLength: 4 }), batches => {
        ledger = emptyFolder();
        const db = createLedger(ledger.path);
        try {
          for (const batch of batches) {
            const months = new Map<string, ReturnType<typeof noVisits>>();
            for (const { month, household, pair, mode } of batch) {
              const tally = months.get(month) ?? noVisits();
              months.set(month, tally);
              countVisit(tally, household, pair, mode);
            }
            addMonths(db, months);
          }
          for (const calendar of ['2022', '2022-12', '2023', '2023-01', '2023-02']) {
            const visits = batches.flat().filter(v => v.month.startsWith(calendar));
            const kept = keptTally(db, [calendar]);
            const flagged = [...visitedFlags(kept).entries()].filter(([, flag]) => flag === 1).map(([id]) => id);
            const home = visits.filter(v => v.mode === 0).map(v => v.household);
            expect(flagged).toEqual([...new Set(home)].sort((a, b) => a - b));
            const made = [...madeByPairs(kept)].flatMap(([pair, ...counts]) =>
              counts.map((n, mode) => [pair, mode, n]),
            );
            for (const [pair, mode, n] of made)
              expect(visits.filter(v => v.pair === pair && v.mode === mode)).toHaveLength(n ?? 0);
            expect(made.reduce((sum, [, , n]) => sum + (n ?? 0), 0)).toBe(visits.length);
          }
        } finally {
          db.close();
          ledger.remove();
        }
      }),
      { numRuns: 15 },
    );
  });

  const differing = () => ledger.direct(differingTallies);
  const visited = async (...period: string[]) =>
    (await ledger.json<{ visited: number; visits: number }>('report', 'coverage', '--by', 'banner', ...period))[0];

  test('a visit entered by hand counts at once', async () => {
    ledger = await smallLedger({ visits: true });
    const before = await visited('--month', '2023-12');
    const words = ['--cadre-a', `${FIRST}-C01`, '--cadre-b', `${FIRST}-C02`, '--domains', 'mediation'];
    await ledger.done('visit', 'add', '--visited-on', '2023-12-30', '--household-code', `${FIRST}010001`, ...words);
    expect(await visited('--month', '2023-12')).toMatchObject({ visited: 1, visits: (before?.visits ?? 0) + 1 });
    expect(differing()).toEqual([]);
  });

  test('an import that is taken back takes its part of a month with it, and nothing else', async () => {
    ledger = await smallLedger({ visits: true });
    const before = await visited('--year', '2023');
    const header = 'visited_on,household_code,cadre_a,cadre_b,domains\n';
    const more = ledger.write('more.csv', `${header}2023-06-20,${FIRST}010002,${FIRST}-C01,${FIRST}-C02,law\n`);
    await ledger.done('visit', 'import', more);
    expect((await visited('--year', '2023'))?.visits).toBe((before?.visits ?? 0) + 1);
    await ledger.done('import', 'undo', '7', '--yes');
    expect(await visited('--year', '2023')).toEqual(before);
    expect(differing()).toEqual([]);
  });
});
