import { describe, expect, test } from 'vitest';
import { grouped } from '../../src/naming/lookups.ts';
import type { NamedRecord, NamedUnit, Names } from '../../src/naming/names.ts';
import { isVillage, shortName, unitsCalled } from '../../src/naming/unit-names.ts';
import { namedRow } from '../../src/visits/naming-rules.ts';
import type { SaidNames, VisitRow } from '../../src/visits/visit.ts';

const V1 = '150722100200';
const V2 = '150722100201';
const always = (unit: number) => [{ unit, from_on: '0001-01-01', to_on: '9999-12-31' }];
const record = (code: string, name: string, belongs: NamedRecord['belongs']): NamedRecord => ({ code, name, belongs });

const HOUSEHOLDS = [
  record(`${V1}010001`, '敖玉兰', always(1)),
  record(`${V1}010002`, '郭海山', always(1)),
  record(`${V1}020001`, '郭海山', always(1)),
  record(`${V2}010001`, '敖玉兰', always(2)),
  // Moved from the first village to the second in July.
  record(`${V1}010003`, '孟和', [
    { unit: 1, from_on: '0001-01-01', to_on: '2023-07-01' },
    { unit: 2, from_on: '2023-07-01', to_on: '9999-12-31' },
  ]),
];
const CADRES = [
  record(`${V1}-C01`, '张三丰', always(1)),
  record(`${V1}-C02`, '李四海', always(1)),
  record(`${V2}-C01`, '李四海', always(2)),
  record(`${V2}-C02`, '王五', always(2)),
  record(`${V2}-C03`, '赵六', [{ unit: 2, from_on: '2023-06-01', to_on: '9999-12-31' }]),
];
const UNITS: readonly NamedUnit[] = [
  { id: 9, code: '150722100', name: '尼尔基镇', parent: null },
  { id: 1, code: V1, name: '尼尔基村委会', parent: 9 },
  { id: 2, code: V2, name: '西瓦尔图村', parent: 9 },
];
const households = grouped(HOUSEHOLDS);
const cadres = grouped(CADRES);
const NAMES: Names = {
  units: () => UNITS,
  records: kind => (kind === 'household' ? households : cadres),
  pairs: () => [],
};

const SAID: SaidNames = { unit_code: '', head_name: '', group: '', visitors: '' };
const ROW: VisitRow = {
  visited_on: '2023-05-03',
  household_code: `${V1}010001`,
  cadre_a: `${V1}-C01`,
  cadre_b: `${V1}-C02`,
  domains: 'mediation',
};
const named = (row: Partial<VisitRow>, said: Partial<SaidNames> = {}, day = '2023-05-03') =>
  namedRow(NAMES, { ...ROW, ...row }, { ...SAID, ...said }, day);
const saysOf = ({ problems }: ReturnType<typeof named>) =>
  problems.map(({ column, reason }) => `${column}: ${reason.zh}`);

describe('the names of units', () => {
  test.each([
    ['尼尔基村委会', V1],
    ['尼尔基村', V1],
    ['尼尔基', V1, isVillage],
    ['尼尔基镇人民政府', '150722100'],
    ['尼尔基镇', '150722100'],
    [V2, V2],
    ['西瓦尔图 村民委员会', V2],
  ])('%s is %s', (text, code, fits = () => true) => {
    expect(unitsCalled(UNITS, text, fits).map(unit => unit.code)).toEqual([code]);
  });

  test('the short name of a town and of its village is that of both where any unit may be meant', () => {
    expect(unitsCalled(UNITS, '尼尔基').map(unit => unit.code)).toEqual(['150722100', V1]);
  });

  test('a village is the same by each word for what it is, a community is another', () => {
    const units = [
      { id: 1, code: V1, name: '东兴村委会', parent: 9 },
      { id: 2, code: V2, name: '东兴村', parent: 8 },
      { id: 3, code: '150722100203', name: '东兴社区', parent: 9 },
    ];
    const called = (text: string) => unitsCalled(units, text).map(({ id }) => id);
    expect(called('东兴村')).toEqual([1, 2]);
    expect(called('东兴村村民委员会')).toEqual([1, 2]);
    expect(called('东兴社区居委会')).toEqual([3]);
    expect(called('东兴')).toEqual([1, 2, 3]);
    expect(called('东兴嘎查')).toEqual([1, 2, 3]);
  });

  test('a unit that was recoded is one unit, by its latest code', () => {
    const units = [{ id: 1, code: '150722100299', name: '尼尔基村委会', parent: 9 }, ...UNITS];
    expect(unitsCalled(units, '尼尔基村').map(({ code }) => code)).toEqual(['150722100299']);
  });

  test('a village that is called by its ending alone keeps it', () => {
    expect(shortName('村')).toBe('村');
    expect(unitsCalled(UNITS, '没有的村')).toEqual([]);
  });
});

describe('a household', () => {
  test.each([
    ['by head and village', { unit_code: '尼尔基村', head_name: '敖玉兰' }, `${V1}010001`],
    ['by head alone, where one alone has it', { head_name: '孟和' }, `${V1}010003`],
    ['by head, village and group', { unit_code: V1, head_name: '郭海山', group: '第二村民小组' }, `${V1}020001`],
    ['by a head written with a space', { unit_code: V1, head_name: '敖 玉兰' }, `${V1}010001`],
  ])('is found %s', (_, said, code) => {
    const { row, problems, byName } = named({ household_code: '' }, said);
    expect([row.household_code, problems, byName]).toEqual([code, [], ['household']]);
  });

  test('is found by village, group and number', () => {
    const { row } = named({ household_code: '2' }, { unit_code: '尼尔基村', group: '1组' });
    expect(row.household_code).toBe(`${V1}010002`);
  });

  test.each([
    ['十二组', `${V1}120002`],
    ['第3村民小组', `${V1}030002`],
    ['二十组', `${V1}200002`],
  ])('of the group %s is %s', (group, code) => {
    expect(named({ household_code: '2' }, { unit_code: V1, group }).row.household_code).toBe(code);
  });

  test('with a number in one of two villages of a name is refused with the codes of both', () => {
    const units = [...UNITS, { id: 3, code: '150722101200', name: '尼尔基村', parent: 8 }];
    const said = { ...SAID, unit_code: '尼尔基', group: '一组' };
    const { problems } = namedRow(
      { ...NAMES, units: () => units },
      { ...ROW, household_code: '2' },
      said,
      '2023-05-03',
    );
    expect(problems.map(({ column, reason }) => `${column}: ${reason.zh}`)).toContain(
      `unit_code: 有 2 个同名的，请写编号：${V1}、150722101200`,
    );
  });

  test('belongs to its village of that day', () => {
    const said = { unit_code: V1, head_name: '孟和' };
    expect(named({ household_code: '' }, said, '2023-06-30').problems).toEqual([]);
    expect(saysOf(named({ household_code: '' }, said, '2023-07-01'))).toEqual([
      'head_name: 当天在册的户里没有这位户主',
    ]);
  });

  test.each([
    [
      'two of that name',
      { unit_code: V1, head_name: '郭海山' },
      `head_name: 有 2 个同名的，请写编号：${V1}010002、${V1}020001`,
    ],
    ['no such head', { unit_code: V1, head_name: '没有' }, 'head_name: 当天在册的户里没有这位户主'],
    ['no such village', { unit_code: '没有村', head_name: '敖玉兰' }, 'unit_code: 没有这个村（社区）'],
    ['a village and no head', { unit_code: V1 }, 'household_code: 没有写户编号，也没有写户主'],
  ])('is refused: %s', (_, said, reason) => {
    expect(saysOf(named({ household_code: '' }, said))).toEqual([reason]);
  });

  test('with a code needs no name', () => {
    expect(named({}, { head_name: '敖**' })).toMatchObject({ problems: [], byName: [] });
  });
});

describe('cadres', () => {
  test.each([
    ['in one cell', { cadre_a: '', cadre_b: '' }, { visitors: '张三丰、李四海' }],
    ['in one cell with a space between', { cadre_a: '', cadre_b: '' }, { visitors: '张三丰 李四海' }],
    ['in the cell of the first', { cadre_a: '张三丰/李四海', cadre_b: '' }, {}],
    ['in two cells', { cadre_a: '张三丰', cadre_b: '李四海' }, {}],
  ])('are found by name within the team of the village: %s', (_, row, said) => {
    const found = named(row, said);
    expect([found.row.cadre_a, found.row.cadre_b]).toEqual([`${V1}-C01`, `${V1}-C02`]);
    expect(found.byName).toEqual(['cadre']);
  });

  test('are found by code in any case of letters, which is no name', () => {
    const { row, byName } = named({ cadre_a: `${V1}-c01`, cadre_b: `${V1}–C02` });
    expect([row.cadre_a, row.cadre_b, byName]).toEqual([`${V1}-C01`, `${V1}-C02`, []]);
  });

  test('of another team are found where one alone has the name', () => {
    expect(named({ cadre_b: '王五' }).row.cadre_b).toBe(`${V2}-C02`);
  });

  test('are those of that day', () => {
    expect(saysOf(named({ cadre_b: '赵六' }))).toEqual(['cadre_b: 没有这名干部']);
    expect(named({ cadre_b: '赵六' }, {}, '2023-06-01').row.cadre_b).toBe(`${V2}-C03`);
  });

  test('with the same name outside the team are refused with their codes', () => {
    const household_code = `${V1}019999`;
    expect(saysOf(named({ household_code, cadre_b: '李四海' }))).toEqual([
      `cadre_b: 有 2 个同名的，请写编号：${V1}-C02、${V2}-C01`,
    ]);
  });

  test('are two', () => {
    expect(saysOf(named({ cadre_a: '', cadre_b: '' }, { visitors: '张三丰' }))).toContain(
      'visitors: 应写两名走访人，用顿号隔开',
    );
  });

  test('the writer of a diary is found by name, too', () => {
    expect(named({ diary_by: '李四海' }).row.diary_by).toBe(`${V1}-C02`);
  });
});
