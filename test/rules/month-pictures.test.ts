import { describe, expect, test } from 'vitest';
import { column, type Row, type Table } from '../../src/kernel/view.ts';
import { categoriesPicture, coveragePicture, flowBetweenTiers } from '../../src/reports/monthly/page/pictures.ts';
import { FILE_STYLE } from '../support/style.ts';

const textsOf = (shapes: readonly string[] = []) =>
  [...shapes.join('').matchAll(/>([^<>]+)<\/text>/g)].map(([, text = '']) => text);
const table = (first: string, keys: readonly (readonly [string, string])[], rows: readonly Row[]): Table => ({
  shape: 'table',
  columns: [column(first, first, first), ...keys.map(([key, zh]) => column(key, zh, key, 'integer'))],
  rows,
});

const BALANCE = [
  ['opening', '期初'],
  ['registered', '登记'],
  ['received', '接收'],
  ['reopened', '重启'],
  ['settled', '化解'],
  ['escalated', '上报'],
  ['handed_down', '交办'],
  ['ended_otherwise', '其他了结'],
  ['closing', '期末'],
] as const;

/** The tiers of a period, each with its figures in the order of the balance. */
function flowOf(village: readonly number[], township: readonly number[], banner: readonly number[]) {
  const row = (tier: string, figures: readonly number[]): Row => ({
    tier,
    ...Object.fromEntries(BALANCE.map(([key], i) => [key, figures[i] ?? 0])),
  });
  return flowBetweenTiers(
    table('tier', BALANCE, [row('村级', village), row('乡镇级', township), row('旗级', banner)]),
    FILE_STYLE,
  );
}
const passed = (shapes: readonly string[] | undefined) =>
  textsOf(shapes)
    .filter(text => /^(上报|交办)/.test(text))
    .sort();

describe('the flow between the tiers', () => {
  test('shows each figure of stock and outcome of each tier that is not nothing', () => {
    const flow = flowOf([9, 62, 0, 0, 49, 13, 0, 1, 8], [2, 0, 13, 0, 10, 1, 0, 1, 3], [0, 0, 1, 0, 1, 0, 0, 0, 0]);
    expect(textsOf(flow?.shapes).sort()).toEqual(
      [
        ...['旗级', '化解 1'],
        ...['乡镇级', '期初 2', '化解 10', '其他了结 1', '期末 3'],
        ...['村级', '期初 9', '登记 62', '化解 49', '其他了结 1', '期末 8'],
        ...['上报 13', '上报 1'],
      ].sort(),
    );
  });

  test('a major dispute goes past the township: what the banner received and no township escalated', () => {
    const flow = flowOf([10, 53, 0, 0, 44, 8, 0, 2, 9], [2, 2, 6, 0, 6, 2, 0, 0, 2], [1, 0, 4, 0, 5, 0, 0, 0, 0]);
    expect(passed(flow?.shapes)).toEqual(['上报 2', '上报 2', '上报 6']);
  });

  test('what the banner hands down goes to townships, and to villages as far as these received more than their townships’', () => {
    const flow = flowOf([0, 5, 3, 0, 8, 0, 0, 0, 0], [0, 0, 4, 0, 3, 0, 1, 0, 0], [9, 0, 0, 0, 3, 0, 6, 0, 0]);
    expect(passed(flow?.shapes)).toEqual(['交办 1', '交办 2', '交办 4']);
  });

  test('of one township shows what its villages escalated to it, and what it escalated itself', () => {
    const flow = flowOf([2, 9, 0, 0, 7, 3, 0, 0, 1], [0, 0, 3, 0, 1, 1, 0, 0, 1], []);
    expect(passed(flow?.shapes)).toEqual(['上报 1', '上报 3']);
  });

  test('of one village goes up to its township', () => {
    const flow = flowOf([2, 9, 0, 0, 7, 3, 0, 0, 1], [], []);
    expect(passed(flow?.shapes)).toEqual(['上报 3']);
  });
});

describe('bars', () => {
  test('of coverage have the households behind each share; a unit without any has none', () => {
    const columns = [
      column('unit', '机构', 'Unit'),
      column('visited', '', '', 'integer'),
      column('households', '', '', 'integer'),
    ];
    const rows = [
      { unit: '尼尔基镇', visited: 4453, households: 12320, coverage: 4453 / 12320 },
      { unit: '宝山镇', visited: 0, households: 0, coverage: null },
    ];
    const view: Table = { shape: 'table', columns: [...columns, column('coverage', '', '', 'rate')], rows };
    expect(textsOf(coveragePicture(view, FILE_STYLE)?.shapes)).toEqual([
      '尼尔基镇',
      '36.1%（4,453/12,320）',
      '宝山镇',
      '—（0/0）',
    ]);
  });

  test('of categories leave out those without a dispute; with none there is no picture', () => {
    const of = (rows: readonly Row[]) =>
      categoriesPicture(
        table(
          'category',
          [
            ['settled', '化解'],
            ['closing', '期末'],
          ],
          rows,
        ),
        FILE_STYLE,
      );
    const none = { category: '消费', settled: 0, closing: 0 };
    const some = of([{ category: '邻里', settled: 7, closing: 2 }, none]);
    expect(textsOf(some?.shapes)).toEqual(['化解', '期末', '邻里', '7 + 2']);
    expect(of([none])).toBeUndefined();
  });
});
