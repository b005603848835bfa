import { expect, test } from 'vitest';
import { widthOf } from '../src/output/width.ts';
import { smallLedger } from './support/ledger.ts';
import { LIVED_DISPUTE, LIVED_PETITION } from './support/lived-cases.ts';

const ledger = await smallLedger();
for (const words of [...LIVED_DISPUTE, ...LIVED_PETITION]) await ledger.done(...words);
process.once('exit', ledger.remove);

test.each([20, 30, 40])('no line of a case is wider than a window of %i columns', async columns => {
  const wide: string[] = [];
  for (const lang of ['zh', 'en'])
    for (const words of [
      ['dispute', 'show', '1'],
      ['petition', 'show', '150722100-2023-P1'],
    ]) {
      const { code, stdout } = await ledger.run(words, { columns, env: { TIAOCHU_LANG: lang, NO_COLOR: '1' } });
      expect(code).toBe(0);
      wide.push(...stdout.split('\n').filter(line => widthOf(line) > columns));
    }
  expect(wide).toEqual([]);
});
