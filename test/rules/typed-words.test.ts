import { expect, test } from 'vitest';
import { flag, option } from '../../src/cli/param.ts';
import { ordinaryWords } from '../../src/cli/words/typed-words.ts';

const PARAMS = [
  option('--unit <code>', { zh: '机构代码（含下级）', en: 'a unit' }),
  option('--household-code <value>', { zh: '户编号', en: 'household' }),
  option('--diary <value>', { zh: '民情日记', en: 'diary' }),
  option('--output <file>', { zh: '结果写入文件', en: 'output' }),
  flag('--yes', { zh: '不再询问', en: 'do not ask' }),
];
const wordsOf = (...typed: string[]) => ordinaryWords(typed, PARAMS, 'visit add').words;

test.each([
  [
    ['--单位', '150722'],
    ['--unit', '150722'],
  ],
  [['--单位=150722'], ['--unit=150722']],
  [
    ['--户编号', '1'],
    ['--household-code', '1'],
  ],
  [
    ['--民情日记', '下雨'],
    ['--diary', '下雨'],
  ],
  [
    ['-o', 'a.csv', '-y'],
    ['--output', 'a.csv', '--yes'],
  ],
  [
    ['—unit', '150722'],
    ['--unit', '150722'],
  ],
  [
    ['－－ｕｎｉｔ', '150722'],
    ['--unit', '150722'],
  ],
  [['–unit=1'], ['--unit=1']],
  [['--unit\u3000150722'], ['--unit=150722']],
  [
    ['--diary', '—见附件'],
    ['--diary', '—见附件'],
  ],
  [
    ['--diary', '-3'],
    ['--diary', '-3'],
  ],
  [
    ['--diary', '-'],
    ['--diary', '-'],
  ],
  [['--diary=--yes'], ['--diary=--yes']],
  [
    ['x', '--', '—unit', '-y'],
    ['x', '--', '—unit', '-y'],
  ],
  [
    ['--other', '-u', '—other'],
    ['--other', '-u', '—other'],
  ],
])('%j is %j', (typed, words) => {
  expect(wordsOf(...typed)).toEqual(words);
});

test.each([
  [['--diary', '--yes']],
  [['--diary']],
  [['--日记', '-y']],
  [['--diary', '--']],
  [['--diary', '--other', 'x']],
])('%j lacks a value', typed => {
  expect(() => wordsOf(...typed)).toThrow('option --diary <value> needs a value');
});

test('other dashes than hyphens are said, Chinese and short names are not', () => {
  expect(ordinaryWords(['—unit', '1', '--日记', 'x', '-y'], PARAMS, 'visit add').remarks.map(({ en }) => en)).toEqual([
    '"—unit" does not begin with two hyphens; it was read as --unit',
  ]);
});
