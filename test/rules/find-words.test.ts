import { expect, test } from 'vitest';
import { shownPart, wordsIn } from '../../src/desk/find/words.ts';
import { hiddenBut, maskedBut } from '../../src/kernel/hidden-but.ts';

test('words are parted by spaces and commas, a phone by nothing', () => {
  expect(wordsIn(['院墙 滴水', '敖玉兰、邻居', '139-0000-0001'])).toEqual([
    '院墙',
    '滴水',
    '敖玉兰',
    '邻居',
    '13900000001',
  ]);
});

test.each([[['敖']], [['院墙', 'a']]])('%j has a word that is too short', typed => {
  expect(() => wordsIn(typed)).toThrow('is too short');
});

test.each([
  ['name', '敖玉兰', ['玉兰'], '敖玉兰'],
  ['name', '敖玉兰', ['院墙'], '敖**'],
  ['name', '德力格尔', ['格尔'], '德*格尔'],
  ['phone', '13900001234', ['1234'], '139****1234'],
  ['phone', '13900001234', ['13900001234'], '13900001234'],
  ['phone', '13900561234', ['0056'], '13900561234'],
  ['address', '一组 12 号', ['12 号'], '一组****（12 号）'],
] as const)('a %s %s that was looked for with %j is shown as %s', (kind, text, words, shown) => {
  expect(maskedBut({ kind, text }, words)).toBe(shown);
});

test('a text hides those whom it concerns, but for what was looked for', () => {
  const known = ['敖玉兰', '13900001234'];
  const text = '敖玉兰说电话是13900001234，邻居郭海山';
  expect(hiddenBut(text, ['邻居'], known)).toBe('敖**说电话是139****1234，邻居郭海山');
  expect(hiddenBut(text, ['敖玉兰'], known)).toBe('敖玉兰说电话是139****1234，邻居郭海山');
});

test('a number on the edge of what is shown is hidden as a whole', () => {
  const text = `院墙${'前'.repeat(20)}，身份证号 152123196001011230`;
  expect(shownPart([{ kind: 'text', text }], ['院墙'], [])).not.toContain('152123');
  const named = `院墙${'前'.repeat(25)}，鄂晓光（13911112222）`;
  expect(shownPart([{ kind: 'text', text: named }], ['院墙'], ['鄂晓光'])).not.toMatch(/晓|1391/);
});

test('of a long text the part around the word is shown', () => {
  const text = `${'前'.repeat(40)}院墙${'后'.repeat(60)}`;
  expect(shownPart([{ kind: 'text', text }], ['院墙'], [])).toBe(`…${'前'.repeat(16)}院墙${'后'.repeat(30)}…`);
  expect(shownPart([{ kind: 'text', text }], ['没有'], [])).toBe('');
});
