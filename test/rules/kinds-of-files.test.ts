import { expect, test } from 'vitest';
import { kindsOf, likeliestKind } from '../../src/folder-import/kind-rules.ts';
import { dayField, nameField, textField } from '../../src/intake/field.ts';
import { AS_WRITTEN } from '../../src/intake/reading.ts';

const head = nameField(['head_name', '户主', 'head'], '敖玉兰');
const VISITS = {
  noun: 'visit',
  title: { zh: '走访', en: 'visits' },
  columns: [dayField(['visited_on', '走访日期', 'day'], ''), head, textField(['domains', '工作领域', 'domains'], '')],
};
const HOUSEHOLDS = {
  noun: 'household',
  title: { zh: '户', en: 'households' },
  columns: [head, textField(['address', '地址', 'address'], '')],
};
const KINDS = [VISITS, HOUSEHOLDS];

test('a table is of the kind whose header it has, under titles too', () => {
  const lines = [
    ['五月台账', '', ''],
    ['走访日期', '户主', '工作领域'],
  ];
  expect(kindsOf(lines, 'x.csv', KINDS, AS_WRITTEN)).toEqual({ kinds: [VISITS], headerLines: 2 });
});

test('a table that lacks a column is like the kind that it has most columns of', () => {
  const lines = [['走访日期', '户主', '类别']];
  expect(kindsOf(lines, 'x.csv', KINDS, AS_WRITTEN).kinds).toEqual([]);
  expect(likeliestKind(lines, KINDS, AS_WRITTEN)).toBe(VISITS);
});

test('one word, or as many words of two kinds, is like none', () => {
  expect(likeliestKind([['户主', '类别', '备注']], KINDS, AS_WRITTEN)).toBeUndefined();
  expect(likeliestKind([['类别', '备注']], KINDS, AS_WRITTEN)).toBeUndefined();
});

const WINDOWS = {
  noun: 'window',
  title: { zh: '窗口', en: 'windows' },
  columns: [textField(['name', '名称', 'name'], ''), { ...textField(['note', '备注', 'note'], ''), optional: true }],
};

test('a list of persons is none of windows, and a single column is of no kind unless the name of the file or a title says it', () => {
  const kinds = (lines: string[][], name: string) => kindsOf(lines, name, [WINDOWS, HOUSEHOLDS], AS_WRITTEN).kinds;
  expect(kinds([['名称', '备注', '身份证号']], '窗口.csv')).toEqual([]);
  expect(kinds([['名称', '级别']], 'x.csv')).toEqual([]);
  expect(kinds([['名称', '级别']], '窗口名单.csv')).toEqual([WINDOWS]);
  expect(kinds([['窗口一览表'], ['名称', '级别']], 'x.csv')).toEqual([WINDOWS]);
});
