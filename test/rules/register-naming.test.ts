import { describe, expect, test } from 'vitest';
import { assignmentSheet } from '../../src/households/assignment.ts';
import { householdSheet } from '../../src/households/household.ts';
import { sayable } from '../../src/naming/columns.ts';
import { grouped } from '../../src/naming/lookups.ts';
import type { NamedPair, NamedRecord, NamedUnit, Names } from '../../src/naming/names.ts';
import { isCoded, type RowNaming } from '../../src/naming/row-draft.ts';
import { namedCells } from '../../src/naming/row-rules.ts';
import { pairSheet } from '../../src/teams/pair.ts';

const V1 = '150722100200';
const V2 = '150722101200';
const ALWAYS = { from_on: '0001-01-01', to_on: '9999-12-31' };

const UNITS: readonly NamedUnit[] = [
  { id: 9, code: '150722100', name: '尼尔基镇', parent: null },
  { id: 8, code: '150722101', name: '红彦镇', parent: null },
  { id: 1, code: V1, name: '东兴村委会', parent: 9 },
  { id: 2, code: V2, name: '东兴村', parent: 8 },
];
const record = (code: string, name: string, unit: number, span = ALWAYS): NamedRecord => ({
  code,
  name,
  belongs: [{ unit, ...span }],
});
const CADRES = grouped([
  record(`${V1}-C01`, '张三丰', 1),
  record(`${V1}-C02`, '李四海', 1),
  record(`${V2}-C01`, '李四海', 2),
  record(`${V2}-C02`, '王五岳', 2, { from_on: '2023-01-01', to_on: '2023-07-01' }),
  record(`${V1}-C03`, '赵六', 1),
]);
const HOUSEHOLDS = grouped([record(`${V1}010001`, '敖玉兰', 1), record(`${V2}010001`, '敖玉兰', 2)]);
const pair = (code: string, unit: number, a: string, b: string): NamedPair => ({ code, unit, a, b, ...ALWAYS });
const PAIRS = [
  pair(`${V1}-P01`, 1, `${V1}-C01`, `${V1}-C02`),
  pair(`${V1}-P02`, 1, `${V1}-C01`, `${V1}-C03`),
  pair(`${V2}-P01`, 2, `${V2}-C01`, `${V2}-C02`),
];
const NAMES: Names = {
  units: () => UNITS,
  records: kind => (kind === 'household' ? HOUSEHOLDS : CADRES),
  pairs: () => PAIRS,
};

/** A row as a file has it, every cell read by its column. */
function named(own: object, cells: Readonly<Record<string, string>>) {
  const sheet = sayable(own);
  const naming: RowNaming = { sheet, own, names: NAMES, today: '2023-12-31' };
  const row = Object.fromEntries(Object.entries(cells).map(([key, text]) => [key, sheet[key]?.read(text)]));
  return { ...namedCells(naming, row), isCoded: isCoded(naming, row) };
}
const saysOf = ({ problems }: ReturnType<typeof named>) =>
  problems.map(({ column, reason }) => `${column}: ${reason.zh}`);

describe('a village', () => {
  const household = (cells: Readonly<Record<string, string>>) =>
    named(householdSheet, { code: `${V1}010009`, head_name: '孟和', ...cells });

  test('whose name two have is told by the township that the row names', () => {
    expect(household({ unit_code: '东兴', township: '红彦' }).row).toEqual({
      code: `${V1}010009`,
      head_name: '孟和',
      unit_code: V2,
    });
  });

  test.each([
    ['with the name of two', { unit_code: '东兴村村委会' }, `unit_code: 有 2 个同名的，请写编号：${V1}、${V2}`],
    ['that is a township', { unit_code: '尼尔基镇' }, 'unit_code: 不是村或社区'],
    ['that nobody knows', { unit_code: '没有村' }, 'unit_code: 没有这个村（社区）'],
    ['with a code that is too short', { unit_code: '1507221' }, 'unit_code: 应为 12 位数字'],
    ['left empty', { unit_code: '' }, 'unit_code: 不能为空'],
  ])('is refused: one %s', (_, cells, reason) => {
    expect(saysOf(household(cells))).toEqual([reason]);
  });

  test('with its code needs no look-up', () => {
    expect(household({ unit_code: V1 }).isCoded).toBe(true);
    expect(household({ unit_code: '东兴' }).isCoded).toBe(false);
  });
});

describe('the cadres of a pair', () => {
  const couple = (cells: Readonly<Record<string, string>>) =>
    named(pairSheet, { code: `${V1}-P09`, unit_code: V1, ...cells });

  test.each([
    ['in two cells', { cadre_a: '张三丰', cadre_b: '李四海' }],
    ['in one cell of their own', { members: '张三丰、李四海' }],
    ['in the cell of the first', { cadre_a: '张三丰 李四海', cadre_b: '' }],
    ['as codes in small letters', { cadre_a: `${V1}-c01`, cadre_b: `${V1}–c02` }],
  ])('are found within the team of the village: %s', (_, cells) => {
    const { row, problems } = couple(cells);
    expect([row.cadre_a, row.cadre_b, problems]).toEqual([`${V1}-C01`, `${V1}-C02`, []]);
  });

  test('are those of the first day of the row, or whoever had the name at another time', () => {
    const unit_code = V2;
    expect(couple({ unit_code, cadre_a: '李四海', cadre_b: '王五岳', from_on: '2023-05-01' }).row.cadre_b).toBe(
      `${V2}-C02`,
    );
    expect(couple({ unit_code, cadre_a: '李四海', cadre_b: '王五岳', from_on: '2023-08-01' }).row.cadre_b).toBe(
      `${V2}-C02`,
    );
  });

  test.each([
    ['one alone', { members: '张三丰' }, 'members: 应写两名队员，用顿号隔开'],
    ['nobody', { members: '' }, 'members: 不能为空'],
    ['a stranger', { cadre_a: '张三丰', cadre_b: '没有' }, 'cadre_b: 没有这名干部'],
  ])('are refused: %s', (_, cells, reason) => {
    expect(saysOf(couple(cells))[0]).toBe(reason);
  });
});

describe('an assignment', () => {
  const assigned = (cells: Readonly<Record<string, string>>) => named(assignmentSheet, cells);
  const SAID = { unit_code: V1, head_name: '敖玉兰' };

  test('is said by village, head, the two of a pair and the name of who answers for the household', () => {
    const { row, byName } = assigned({ ...SAID, pair_code: '李四海、张三丰', responsible_cadre: '李四海' });
    expect(row).toEqual({
      household_code: `${V1}010001`,
      pair_code: `${V1}-P01`,
      responsible_cadre: `${V1}-C02`,
    });
    expect(byName).toEqual(['household', 'cadre', 'pair']);
  });

  test('is said by one cadre who is in no other pair', () => {
    expect(assigned({ ...SAID, pair_code: '赵六', responsible_cadre: '赵六' }).row.pair_code).toBe(`${V1}-P02`);
  });

  test('is refused where the cadre is in two pairs', () => {
    expect(saysOf(assigned({ ...SAID, pair_code: '张三丰', responsible_cadre: '张三丰' }))).toEqual([
      `pair_code: 在 2 个结对里，请写编号：${V1}-P01、${V1}-P02`,
    ]);
  });

  test('names its household by a code of 18 digits, or says what is wrong with it', () => {
    const rest = { pair_code: `${V1}-P01`, responsible_cadre: `${V1}-C01` };
    expect(saysOf(assigned({ household_code: '1507221002000100', ...rest }))).toEqual([
      'household_code: 应为 18 位数字',
    ]);
  });
});
