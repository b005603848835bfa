import { describe, expect, test } from 'vitest';
import { dataFile, rowsIn } from '../../src/demo/data-file.ts';
import { sentenceNaming } from '../../src/reports/screening/sentence.ts';

type Quarrel = Readonly<Record<'title' | 'facts' | 'said' | 'agreements', string>> & { readonly amount?: string };

describe.each(rowsIn<Quarrel>(dataFile('quarrels.csv')))('$title', quarrel => {
  const parts = (key: 'facts' | 'said' | 'agreements') => quarrel[key].split('|');

  test('is named by what the household says of it in a visit', () => {
    for (const [index, facts] of parts('facts').entries()) {
      const said = parts('said')[index] ?? parts('said')[0];
      const diary = `到敖大叔家走访，${said}。约定再谈。`;
      expect(sentenceNaming(diary, { title: quarrel.title, facts })).toBe(`到敖大叔家走访，${said}。`);
    }
  });

  test('has an agreement, about money only where money is at issue', () => {
    expect(parts('agreements').every(text => text.length > 10)).toBe(true);
    if (quarrel.amount === undefined) expect(`${quarrel.said}${quarrel.agreements}`).not.toContain('{amount}');
  });
});
