import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smallLedger } from './support/ledger.ts';

/** One act on the scheme, as a clerk may try it on any day, right or wrong. */
type Act = {
  readonly kind: 'reweigh' | 'add' | 'close' | 'rule' | 'import';
  readonly one: string;
  readonly other: string;
  readonly points: number;
  readonly on: string;
};

const CODES = ['settlement', 'coverage', 'other', 'extra'];
const DAYS = ['2023-02-01', '2023-04-01', '2023-07-01', '2023-10-01', '2024-01-01'];
const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('reweigh', 'reweigh', 'add', 'close', 'rule', 'import'),
  one: fc.constantFrom(...CODES),
  other: fc.constantFrom(...CODES),
  points: fc.integer({ min: 1, max: 6 }),
  on: fc.constantFrom(...DAYS),
});

interface Listed {
  readonly indicator: string;
  readonly weight: number;
}

test('whatever is done to a scheme in whichever order, it adds up to 100 on each day, and no day before the act moves', async () => {
  let done = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 8 }), async acts => {
      const ledger = await smallLedger();
      const listed = async (day: string) =>
        (await ledger.done('assessment', 'list', '--on', day, '--format', 'csv')).trim();
      const weightOf = async (code: string, day: string) =>
        (await ledger.json<Listed>('assessment', 'list', '--on', day)).find(one => one.indicator === code)?.weight ?? 0;
      try {
        for (const { kind, one, other, points, on } of acts) {
          const earlier = DAYS.filter(day => day < on);
          const before = await Promise.all(earlier.map(listed));
          const [mine, its] = [await weightOf(one, on), await weightOf(other, on)];
          const also = (weight: number) => ['--also', `${other}=${weight}`, '--on', on];
          const line: Record<Act['kind'], () => readonly string[]> = {
            reweigh: () => ['change', 'standard', one, '--weight', String(mine + points), ...also(its - points)],
            add: () => [
              ...['add', 'standard', one, '--name-zh', `名${one}`, '--source', 'overdue', '--rule', '1 less for each'],
              ...['--weight', String(points), ...also(its - points)],
            ],
            close: () => ['close', '--yes', 'standard', one, ...also(its + mine)],
            rule: () => ['change', 'standard', one, '--rule', `${points} less for each`, '--on', on],
            // The scheme of the first day, taken in as it was.
            import: () => ['import', 'first.csv', '--on', on],
          };
          if (kind === 'import')
            ledger.write('first.csv', await ledger.done('assessment', 'list', '--on', '2023-01-01', '--format', 'csv'));
          const words = line[kind]().map(word => (word === 'first.csv' ? `${ledger.folder}/first.csv` : word));
          const { code } = await ledger.run(['assessment', ...words]);
          expect([0, 2, 3, 4]).toContain(code);
          if (code === 0) done++;
          expect(await Promise.all(earlier.map(listed))).toEqual(before);
          expect((await ledger.run(['check', '--format', 'csv'])).code).toBe(0);
        }
      } finally {
        ledger.remove();
      }
    }),
    { numRuns: 25 },
  );
  expect(done).toBeGreaterThan(30);
}, 60_000);
