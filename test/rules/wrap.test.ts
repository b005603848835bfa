import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UNPAINTED } from '../../src/output/style.ts';
import { tableOf } from '../../src/output/table.ts';
import { widthOf } from '../../src/output/width.ts';
import { wrapped } from '../../src/output/wrap.ts';
import { FILE_STYLE } from '../support/style.ts';

test.each([
  ['tiaochu site add --kind station', 16, 'tiaochu site add\n--kind station'],
  ['tiaochu site add --kind station', 12, 'tiaochu site\nadd --kind \nstation'],
  ['--duty-title 党委书记 --holder …', 18, '--duty-title \n党委书记 --holder \n…'],
  ['没有空格的一句话', 8, '没有空格\n的一句话'],
  ['a 0123456789', 8, 'a 012345\n6789'],
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
  const painted = [...tableOf(table, { ...base, paint: { bold, dim: bold } })];
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
