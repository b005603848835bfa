import { describe, expect, test } from 'vitest';
import { keptValue } from '../../src/cli/kept-value.ts';
import { partedNames, partedPairs } from '../../src/cli/parts.ts';

describe('what is typed full-width', () => {
  test.each([
    ['--amount <yuan>', '３００００', '30000'],
    ['--amount <yuan>', '３万元', '3万元'],
    ['--year <year>', '２０２６', '2026'],
    ['--county <code>', '１５０７２２', '150722'],
    ['--on <day>', '２０２６年１２月１５日', '2026年12月15日'],
    ['--instalment <day=yuan...>', '１２月１５日＝１５０００', '12月15日=15000'],
  ])('is ordinary for %s', (term, typed, kept) => {
    expect(keptValue({ term }, typed)).toBe(kept);
  });

  test('stays in what people read', () => {
    expect(keptValue({ term: '--place <text>' }, '３号院')).toBe('３号院');
  });
});

describe('several values in one answer', () => {
  test.each([
    '2026年12月15日=15000；2027年1月15日=15000',
    '2026年12月15日=15000;2027年1月15日=15000',
    '2026年12月15日=15000、2027年1月15日=15000',
    '2026年12月15日=15000，2027年1月15日=15000',
    '2026年12月15日=15000, 2027年1月15日=15000',
    '2026年12月15日=15000 2027年1月15日=15000',
    '2026年12月15日=15000\n2027年1月15日=15000',
  ])('are instalments: %s', text => {
    expect(partedPairs(text)).toEqual(['2026年12月15日=15000', '2027年1月15日=15000']);
  });

  test('are not parted within an amount or a day', () => {
    expect(partedPairs('2026-12-15=15,000，2027-01-15=15，000')).toEqual(['2026-12-15=15,000', '2027-01-15=15，000']);
    expect(partedPairs('2026、12、15=100')).toEqual(['2026、12、15=100']);
  });

  test('are names with commas of any kind between', () => {
    expect(partedNames('张三丰、李四海，敖玉兰；鄂晓光')).toEqual(['张三丰', '李四海', '敖玉兰', '鄂晓光']);
    expect(partedNames('、')).toEqual(['']);
  });
});
