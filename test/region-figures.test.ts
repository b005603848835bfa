import { afterAll, expect, test } from 'vitest';
import { connect } from '../src/ledger/sqlite.ts';
import { factsInMemory } from './support/facts.ts';
import { emptyFolder, smallLedger } from './support/ledger.ts';
import { LIVED_DISPUTE, LIVED_PETITION, LIVED_VISIT } from './support/lived-cases.ts';
import { expectSameFigures, ownFigures } from './support/own-figures.ts';

const TODAY = '2023-12-31';
const folders = [emptyFolder(), await smallLedger({ visits: true }), emptyFolder()] as const;
const [village, lived, empty] = folders;
afterAll(() => {
  for (const folder of folders) folder.remove();
});

test('every figure of a region is that of the counties’ own reports, whatever the period', async () => {
  await village.done('demo', '--scale', 'village', '--ledger', village.path);
  for (const line of [...LIVED_DISPUTE, ...LIVED_PETITION, LIVED_VISIT]) await lived.done(...line);
  await empty.done('init', '--county', '150723', '--name', '鄂伦春自治旗');
  const facts = factsInMemory();
  const own = new Map(
    folders.map(({ path }, i) => {
      const db = connect(path);
      const county = ['150722', '150721', '150102'][i] ?? '';
      facts.add(db, TODAY, county);
      const figures = ownFigures(db, TODAY);
      db.close();
      return [county, figures] as const;
    }),
  );
  await expectSameFigures(facts, TODAY, own);
  expect(own.get('150722')?.[9]?.coverage.visits).toBeGreaterThan(0);
});
