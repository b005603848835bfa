import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UNPAINTED } from '../../src/output/style.ts';
import { tableOf } from '../../src/output/table.ts';
import { widthOf } from '../../src/output/width.ts';
import { wrapped } from '../../src/output/wrap.ts';
import { FILE_STYLE } from '../support/style.ts';

test.each([
  ['tiaochu site add --kind station', 31, 'tiaochu site add --kind station'],
  ['tiaochu site add --kind station', 16, 'tiaochu site add\n--kind station'],
  ['tiaochu site add --kind station', 12, 'tiaochu site\nadd\n--kind\nstation'],
  ['--duty-title 党委书记 --holder …', 21, '--duty-title 党委书记\n--holder …'],
  ['没有空格的一句话', 8, '没有空格\n的一句话'],
  ['没有空格的，一句话', 10, '没有空格\n的，一句话'],
  ['见「条例」第三条', 8, '见「条\n例」第三\n条'],
  ['尚欠54000元', 10, '尚欠\n54000元'],
  ['自 2023-08-14 起 30 日', 14, '自 2023-08-14\n起 30 日'],
  ['2026-11-28 23:26 登记', 18, '2026-11-28 23:26\n登记'],
  ['用 tiaochu check 核对全部记录', 17, '用 tiaochu check\n核对全部记录'],
  ['a 0123456789', 11, 'a\n0123456789'],
  ['a 0123456789', 8, 'a\n01234567\n89'],
])('"%s" in %i columns', (text, width, lines) => {
  expect(wrapped(text, width)).toBe(lines);
});

test('no line is too wide, and nothing but spaces is lost', () => {
  const text = fc.array(fc.constantFrom('a', 'bc', ' ', '调', '处', '--on', '，')).map(parts => parts.join(''));
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 30 }), (given, width) => {
      const lines = wrapped(given, width).split('\n');
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
      expect(lines.join('').replaceAll(' ', '')).toBe(given.replaceAll(' ', ''));
    }),
    { numRuns: 1000 },
  );
});

test('a painted heading has the words and widths of an unpainted one', () => {
  const columns = [
    { key: 'code', kind: 'text', title: { zh: '代码', en: 'Code' } },
    { key: 'name', kind: 'text', title: { zh: '村（社区）名称', en: 'Name of the village' } },
  ] as const;
  const table = { shape: 'table', columns, rows: [{ code: '150722100200', name: '西博荣村' }] } as const;
  const base = { ...FILE_STYLE, width: 30 };
  const bold = (...texts: string[]) => `\u001b[1m${texts.join(' ')}\u001b[22m`;
  const painted = [...tableOf(table, { ...base, paint: { ...UNPAINTED, bold, dim: bold } })];
  const plain = [...tableOf(table, { ...base, paint: UNPAINTED })];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colour codes.
  expect(painted.map(text => text.replaceAll(/\u001b\[\d+m/g, ''))).toEqual(plain);
});

test('the query behind the rows ends where a table cannot be written to its end', () => {
  let isOpen = true;
  function* rows() {
    try {
      for (let n = 0; n < 5000; n++) yield { n };
    } finally {
      isOpen = false;
    }
  }
  const columns = [{ key: 'n', kind: 'integer', title: { zh: '数', en: 'N' } }] as const;
  const pieces = tableOf({ shape: 'table', columns, rows: rows() }, FILE_STYLE)[Symbol.iterator]();
  pieces.next();
  expect(isOpen).toBe(true);
  pieces.return(undefined);
  expect(isOpen).toBe(false);
});
