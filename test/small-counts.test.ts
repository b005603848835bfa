import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hiddenCounts, type Sum } from '../src/kernel/small-cells.ts';
import { emptyFolder } from './support/ledger.ts';

/** Everything that the visible cells and the sums of rows and columns leave possible for a hidden cell, by trying. */
function possible(
  rows: readonly (readonly number[])[],
  hidden: readonly (readonly (string | undefined)[])[],
  most: number,
) {
  const totals = rows.at(-1) ?? [];
  const width = totals.length;
  const found = new Map<string, Set<number>>();
  for (let column = 0; column < width; column++) {
    const places = rows.flatMap((_, row) => (hidden[row]?.[column] === undefined ? [] : [row]));
    const isFree = places.includes(rows.length - 1);
    const inner = places.filter(row => row < rows.length - 1);
    const known = rows.slice(0, -1).reduce((sum, row, at) => sum + (inner.includes(at) ? 0 : (row[column] ?? 0)), 0);
    const rest = (totals[column] ?? 0) - known;
    const tryAll = (left: readonly number[], values: readonly number[]): void => {
      const [next, ...others] = left;
      if (next === undefined) {
        const sum = values.reduce((all, value) => all + value, 0);
        if (!isFree && sum !== rest) return;
        if (hidden[rows.length - 1]?.[column] === 'small' && known + sum > 2) return;
        inner.forEach((row, i) => {
          const key = `${row} ${column}`;
          found.set(key, (found.get(key) ?? new Set()).add(values[i] ?? 0));
        });
        return;
      }
      const mark = hidden[next]?.[column];
      for (let value = 1; value <= most; value++)
        if (mark === 'beside' ? value >= 3 : value < 3) tryAll(others, [...values, value]);
    };
    if (inner.length <= 4) tryAll(inner, []);
  }
  return found;
}

describe('small counts are hidden', () => {
  test('and the smallest other count of the row and of the column with them, where sums would give them away', () => {
    const hidden = hiddenCounts(
      {
        rows: [
          [2, 10, 7],
          [9, 20, 0],
          [11, 30, 7],
        ],
        hasTotals: true,
      },
      3,
    );
    expect(hidden[0]?.[0]).toBe('small');
    expect(hidden[1]?.[0]).toBe('beside');
    expect(hidden[0]?.filter(mark => mark !== undefined).length).toBeGreaterThan(1);
  });

  test('nothing is hidden where nothing is small, and a nought hides nobody', () => {
    expect(
      hiddenCounts(
        {
          rows: [
            [0, 10],
            [5, 20],
            [5, 30],
          ],
          hasTotals: true,
        },
        3,
      )
        .flat()
        .filter(Boolean),
    ).toEqual([]);
  });

  test('no small count can be computed from a column and its total', () => {
    const cell = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 2, maxLength: 4 }), body => {
        const rows = [...body, [0, 1].map(column => body.reduce((sum, row) => sum + (row[column] ?? 0), 0))];
        const hidden = hiddenCounts({ rows, hasTotals: true }, 3);
        for (const [key, values] of possible(rows, hidden, 40)) {
          const [row = 0, column = 0] = key.split(' ').map(Number);
          if (hidden[row]?.[column] === 'small')
            expect(values.size, JSON.stringify({ rows, hidden, key })).toBeGreaterThan(1);
        }
      }),
      { numRuns: 300, seed: 20261128 },
    );
  });
});

/** What a reader can take each hidden count for who knows the sums of a table: by trying every value up to a bound. */
function readings(
  rows: readonly (readonly number[])[],
  hidden: readonly (readonly (string | undefined)[])[],
  sums: readonly Sum[],
  most: number,
): Map<string, Set<number>> {
  const places = rows.flatMap((row, at) =>
    row.flatMap((_, column) => (hidden[at]?.[column] ? [[at, column] as const] : [])),
  );
  const found = new Map<string, Set<number>>();
  const tried = rows.map(row => [...row]);
  const adds = () =>
    tried.every(row =>
      sums.every(sum => sum.reduce((all, [column, sign]) => all + sign * (row[column] ?? 0), 0) === 0),
    ) &&
    (tried.at(-1) ?? []).every(
      (total, column) => tried.slice(0, -1).reduce((all, row) => all + (row[column] ?? 0), 0) === total,
    );
  const tryFrom = (next: number): void => {
    const place = places[next];
    if (!place) {
      if (!adds()) return;
      for (const [row, column] of places) {
        const key = `${row} ${column}`;
        found.set(key, (found.get(key) ?? new Set()).add(tried[row]?.[column] ?? 0));
      }
      return;
    }
    const [row, column] = place;
    const [least, last] = hidden[row]?.[column] === 'small' ? [1, 2] : [0, most];
    for (let value = least; value <= last; value++) {
      (tried[row] as number[])[column] = value;
      tryFrom(next + 1);
    }
  };
  if (places.length <= 7) tryFrom(0);
  return found;
}

describe('sums inside a row', () => {
  /** Two that come in, two that go out. */
  const BALANCE: readonly Sum[] = [
    [
      [0, 1],
      [1, 1],
      [2, -1],
      [3, -1],
    ],
  ];

  test('give no small count away: what must be 2 because two others are 1 at least is not the only reading', () => {
    const rows = [[0, 2, 1, 1, 0, 0]];
    const hidden = hiddenCounts({ rows, hasTotals: false, sums: BALANCE }, 3);
    expect(hidden[0]?.slice(0, 4)).toEqual(['beside', 'small', 'small', 'small']);
  });

  test('no small count can be told from the rows, the columns and both together', () => {
    const count = fc.integer({ min: 0, max: 6 });
    const row = fc
      .tuple(count, count, fc.nat(12))
      .map(([a, b, out]) => [a, b, Math.min(out, a + b), a + b - Math.min(out, a + b)]);
    let isTried = 0;
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 2 }), body => {
        const rows = [...body, [0, 1, 2, 3].map(column => body.reduce((sum, each) => sum + (each[column] ?? 0), 0))];
        const hidden = hiddenCounts({ rows, hasTotals: true, sums: BALANCE }, 3);
        for (const [key, values] of readings(rows, hidden, BALANCE, 14)) {
          isTried++;
          const [at = 0, column = 0] = key.split(' ').map(Number);
          if (hidden[at]?.[column] === 'small')
            expect(values.size, JSON.stringify({ rows, hidden, key })).toBeGreaterThan(1);
        }
      }),
      { numRuns: 300, seed: 20261129 },
    );
    expect(isTried).toBeGreaterThan(100);
  });
});

const REPORTS = `
report coverage --by village --year 2023
report domains --year 2023
report diaries --year 2023
report resolution --by village --year 2023
report resolution --by category --year 2023
report resolution --by tier --year 2023
report screening --year 2023
report matrix --year 2023
report petitions --by category --year 2023
report workload --year 2023
report headline --year 2023
report months
`;

test('no report and no file of the month shows a small count where they are hidden', async () => {
  const ledger = emptyFolder();
  try {
    await ledger.done('demo', '--scale', 'village', '--quiet', '--ledger', ledger.path);
    for (const line of REPORTS.trim().split('\n')) {
      const argv = [...line.split(' '), '--suppress-small', '3', '--format', 'json'];
      const { code, stdout, stderr } = await ledger.run(argv);
      expect(code, `${line}: ${stderr}`).toBe(0);
      const rows = [JSON.parse(stdout)].flat() as Record<string, unknown>[];
      expect(
        rows.flatMap(row => Object.entries(row).filter(([, cell]) => cell === 1 || cell === 2)),
        line,
      ).toEqual([]);
    }
    const folder = join(ledger.folder, 'month');
    await ledger.done('report', 'monthly', '--month', '2023-06', '--suppress-small', '3', '--output', folder);
    for (const file of readdirSync(join(folder, 'csv'))) {
      const cells = readFileSync(join(folder, 'csv', file), 'utf8')
        .split('\n')
        .slice(1)
        .flatMap(row => row.split(','));
      expect(
        cells.filter(cell => /^[12]\r?$/.test(cell)),
        file,
      ).toEqual([]);
    }
    const page = readFileSync(join(folder, 'month.html'), 'utf8');
    expect(page).toContain('&lt;3');
    expect(page).not.toMatch(/>[12]<\/td>|<svg/);
    const open = await ledger.run([
      'report',
      'resolution',
      '--year',
      '2023',
      '--suppress-small',
      '3',
      '--explain',
      'settled',
    ]);
    expect(open.code).toBe(2);
  } finally {
    ledger.remove();
  }
}, 120_000);
