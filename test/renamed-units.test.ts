import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ADD_C05, FIRST, SEPTEMBER, type SmallLedger, smallLedger } from './support/ledger.ts';

let ledger: SmallLedger;
beforeEach(async () => {
  ledger = await smallLedger({ visits: true });
});
afterEach(() => ledger.remove());

describe('after a village was renamed, what was before it can still be entered', () => {
  beforeEach(async () => {
    await ledger.done('unit', 'change', FIRST, '--name', '西博荣嘎查', ...SEPTEMBER);
  });

  test('a household of May', () =>
    ledger.done(
      'household',
      'add',
      '--code',
      `${FIRST}010009`,
      '--unit-code',
      FIRST,
      '--head-name',
      '何秀英',
      '--on',
      '2023-05-01',
    ));

  test('a cadre and a pair of May', async () => {
    await ledger.done(...ADD_C05);
    await ledger.done(
      'pair',
      'add',
      '--code',
      'P9',
      '--unit-code',
      FIRST,
      '--cadre-a',
      `${FIRST}-C05`,
      '--cadre-b',
      `${FIRST}-C01`,
      '--on',
      '2023-05-01',
    );
  });

  test('a visit of May', () =>
    ledger.done(
      'visit',
      'add',
      '--visited-on',
      '2023-05-09',
      '--household-code',
      `${FIRST}010002`,
      '--cadre-a',
      `${FIRST}-C01`,
      '--cadre-b',
      `${FIRST}-C02`,
      '--domains',
      'law',
    ));

  test('a village of a renamed township', async () => {
    await ledger.done('unit', 'change', '150722100', '--name', '尼尔基街道', ...SEPTEMBER);
    await ledger.done(
      'unit',
      'add',
      '--code',
      '150722100299',
      '--name',
      '新立村',
      '--level',
      'village',
      '--on',
      '2023-05-01',
    );
  });

  test('the same files once more, with nothing added', async () => {
    const first = await ledger.json<{ added: number; already: number }>(
      'household',
      'import',
      `${ledger.folder}/households.csv`,
    );
    expect(first[0]).toMatchObject({ added: 0, already: 18 });
    for (const noun of ['cadre', 'pair', 'assignment', 'visit'])
      expect((await ledger.json(noun, 'import', `${ledger.folder}/${noun}s.csv`))[0]).toMatchObject({ added: 0 });
  });
});

describe('a village of a new township', () => {
  test('takes in a cadre who was in another team before', async () => {
    await ledger.done(...ADD_C05);
    await ledger.done('unit', 'add', '--code', '150722101299', '--name', '新立村', '--level', 'village', ...SEPTEMBER);
    await ledger.done('cadre', 'change', `${FIRST}-C05`, '--unit-code', '150722101299', '--on', '2023-10-01');
    await ledger.done('check');
  });
});
