import { expect, test } from 'vitest';
import { dayField, nameField, textField } from '../../src/intake/field.ts';
import { headerSearch } from '../../src/intake/header-search.ts';
import { joinedNames } from '../../src/intake/two-line-header.ts';

const FIELDS = [
  dayField(['visited_on', '走访日期', 'day'], '2023-05-03'),
  nameField(['head_name', '户主', 'head'], '敖玉兰'),
  textField(['cadre_a', '走访人一', 'visitor 1'], ''),
  textField(['cadre_b', '走访人二', 'visitor 2'], ''),
];
const CHOICE = { mapped: new Map<string, string>(), registered: new Map<string, string>(), set: [] };

test('the columns of a group have its name before theirs, unless theirs alone is known', () => {
  const above = ['走访时间', '走访对象', '', '走访人员', '', '备注'];
  const below = ['', '户主姓名', '组', '姓名1', '姓名2', ''];
  expect(joinedNames(FIELDS, above, below, CHOICE)).toEqual([
    '走访时间',
    '户主姓名',
    '走访对象 组',
    '走访人员 姓名1',
    '走访人员 姓名2',
    '备注',
  ]);
});

test('cells merged over both lines are one name', () => {
  expect(joinedNames(FIELDS, ['走访时间', '户主'], ['走访时间', '户主'], CHOICE)).toEqual(['走访时间', '户主']);
});

test('a header of two lines is found; what is above it is counted without its first line', () => {
  const search = headerSearch(FIELDS, 'x.csv', CHOICE);
  expect(search.take(['登记表', '', '', ''], 1)).toBeUndefined();
  expect(search.take(['走访时间', '户主', '走访人员', ''], 2)).toBeUndefined();
  expect(search.take(['', '', '姓名1', '姓名2'], 3)).toMatchObject({
    header: { line: 3, above: 1, at: { visited_on: 0, head_name: 1, cadre_a: 2, cadre_b: 3 } },
    isSecondLine: true,
  });
});

const MORE = [
  dayField(['registered_on', '登记日期', 'day'], ''),
  textField(['title', '纠纷名称', 'title'], ''),
  { ...textField(['status', '状态', 'status'], ''), optional: true },
  { ...dayField(['settled_on', '化解日期', 'settled'], ''), optional: true },
  { ...dayField(['visited_on', '走访日期', 'visited'], ''), optional: true },
];

test('a first line with all that is needed may still have a second one, whose columns are read', () => {
  const search = headerSearch(MORE, 'x.csv', CHOICE);
  expect(search.take(['登记时间', '案由', '化解', ''], 1)).toBeUndefined();
  expect(search.take(['', '', '情况', '时间'], 2)).toMatchObject({
    header: { line: 2, above: 0, at: { registered_on: 0, title: 1, status: 2, settled_on: 3 } },
    isSecondLine: true,
  });
});

test('a row below a header is none, and a file may end with its header', () => {
  const search = headerSearch(MORE, 'x.csv', CHOICE);
  expect(search.take(['登记时间', '案由', '化解情况'], 1)).toBeUndefined();
  expect(search.take(['2022-05-03', '滴水', '化解'], 2)).toMatchObject({ header: { line: 1 }, isSecondLine: false });
  const short = headerSearch(MORE, 'x.csv', CHOICE);
  short.take(['登记时间', '案由'], 1);
  expect(short.end()).toMatchObject({ line: 1 });
});

test('a second line that would do alone is read under its groups', () => {
  const search = headerSearch([...MORE.slice(0, 2), ...MORE.slice(4)], 'x.csv', CHOICE);
  search.take(['登记', '', '案由'], 1);
  expect(search.take(['日期', '单位', '案由'], 2)).toMatchObject({
    header: { at: { registered_on: 0, visited_on: -1 } },
  });
});
