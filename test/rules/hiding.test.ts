import { expect, test } from 'vitest';
import { hiddenIn, knownWords } from '../../src/kernel/hiding.ts';
import { maskPhone } from '../../src/kernel/phone.ts';
import { hidden } from '../../src/output/hidden.ts';

test.each([
  ['户主电话13900000001身份证00000019900101019X', '户主电话139****0001身份证**************019X'],
  ['+86 138 1234 5678', '+86 138 **** 5678'],
  ['139-0000-0001', '139-****-0001'],
  ['１３９００００００１２', '１３９****００１２'],
  ['电话0470-1234567', '电话0470-*****67'],
  ['（0470）1234567', '（0470）*****67'],
  ['座机12345678。', '座机******78。'],
  ['电话：8221234', '电话：*****34'],
  ['152122900101001', '***********1001'],
  ['152122 19900101 0011', '****************0011'],
  ['13800009999，0470-4612345，15072219600101123X', '138****9999，0470-*****45，**************123X'],
  ['卡号6222020200012345678', '卡号***************5678'],
  ['123456789012345678', '**************5678'],
])('a text hides numbers like those of phones and identity cards: %s', (text, shown) => {
  expect(hiddenIn(text)).toBe(shown);
});

test.each([
  '110、12345',
  '第 1234567890 号',
  '20230503去过，2022-2023年',
  '补偿20000000元，0.12345678',
  '地1234567平',
  '150722100200-2023-17',
  '户150722100200010001',
  '代码150722100200',
])('days, amounts, public numbers and the codes of the ledger stay: %s', text => {
  expect(hiddenIn(text)).toBe(text);
});

test('a text hides the names and numbers that are known, the longest first', () => {
  expect(hiddenIn('敖玉兰和敖玉说的，找8221234', knownWords(['敖玉', '敖玉兰', '8221234']))).toBe(
    '敖**和敖*说的，找*****34',
  );
  expect(knownWords(['张三、李四丰', '', null, '王'])).toEqual(['李四丰', '张三']);
});

test.each([
  ['13812345678', '138****5678'],
  ['+8613812345678', '+86138****5678'],
  ['12345678', '******78'],
  ['1234567', '*****67'],
  ['0470-1234567', '0470-*****67'],
  ['04701234567', '0470*****67'],
  ['01012345678', '010******78'],
  ['8012', '****'],
  ['12345', '12345'],
  ['110', '110'],
])('of the phone %s is shown %s', (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown);
});

const column = (key: string, kind: 'text' | 'name' | 'code') => ({ key, kind, title: { zh: key, en: key } });

test('the texts of a row hide what its personal columns mask; codes stay', () => {
  const columns = [column('head', 'name'), column('diary', 'text'), column('code', 'code')];
  const rows = [{ head: '敖玉兰', diary: '敖玉兰家，13900000001', code: '13900000001' }];
  expect(hidden({ shape: 'table', columns, rows }, () => [])).toMatchObject({
    rows: [{ head: '敖**', diary: '敖**家，139****0001', code: '13900000001' }],
  });
});

test('a page hides what is known of the people concerned in its tables, too', () => {
  const title = { zh: '', en: '' };
  const facts = [column('facts', 'text')];
  const table = { shape: 'table', columns: facts, rows: [{ facts: { zh: '敖玉兰说', en: '敖玉兰 says' } }] } as const;
  const page = {
    shape: 'card',
    title,
    columns: facts,
    row: { facts: '找敖玉兰' },
    tables: [table],
    hides: ['敖玉兰'],
  } as const;
  expect(hidden(page, () => [])).toMatchObject({
    row: { facts: '找敖**' },
    tables: [{ rows: [{ facts: { zh: '敖**说', en: '敖** says' } }] }],
  });
});

test('the texts of a row hide the people whom the case or the household concerns that the row names', () => {
  const columns = [column('number', 'code'), column('title', 'text')];
  const rows = [
    { number: '150722100200-2023-1', title: '敖玉兰争水' },
    { number: '', title: '敖玉兰争水' },
  ];
  const peopleOf = (code: string) => (code === '150722100200-2023-1' ? ['敖玉兰'] : []);
  expect(hidden({ shape: 'table', columns, rows }, peopleOf)).toMatchObject({
    rows: [{ title: '敖**争水' }, { title: '敖玉兰争水' }],
  });
});
