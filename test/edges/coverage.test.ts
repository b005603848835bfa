import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADD_C05, FIRST, SECOND, type SmallLedger, smallLedger } from '../support/ledger.ts';

const [CADRE, SPARE] = [`${FIRST}-C05`, `${FIRST}-C06`];
const EMPTY = '150722100300';
const on = (from: string, to = from) => ['--from', from, '--to', to];

let ledger: SmallLedger;
/** A pair without households goes once, on 15 May, and is closed on 1 June; its cadre moves on 10 June. A community is closed on 10 June. */
beforeAll(async () => {
  ledger = await smallLedger();
  await ledger.done(...ADD_C05);
  await ledger.done(
    ...['cadre', 'add', '--code', SPARE, '--name', '何春花', '--unit-code', FIRST, '--on', '2023-05-01'],
  );
  const pair = `code,unit_code,cadre_a,cadre_b,from_on,to_on\n${FIRST}-P03,${FIRST},${CADRE},${FIRST}-C04,2023-05-01,2023-06-01\n`;
  await ledger.done('pair', 'import', ledger.write('pair.csv', pair), '--quiet');
  const visit = `visited_on,household_code,cadre_a,cadre_b,domains,mode,substitute\n2023-05-15,${FIRST}010001,${CADRE},${FIRST}-C04,mediation,phone,yes\n`;
  await ledger.done('visit', 'import', ledger.write('visit.csv', visit), '--quiet');
  await ledger.done('cadre', 'change', CADRE, '--unit-code', SECOND, '--on', '2023-06-10');
  const unit = `code,name,level,parent_code,from_on,to_on\n${EMPTY},新社区,community,150722100,2023-05-10,2023-06-10\n`;
  await ledger.done('unit', 'import', ledger.write('unit.csv', unit), '--quiet');
}, 30_000);
afterAll(() => ledger.remove());

/** The households are an empty cell's 0: the pair has none. */
test.each([
  ['paired, before its visit', on('2023-05-02'), [FIRST, 0, 0]],
  ['the day of the visit', on('2023-05-15'), [FIRST, 0, 1]],
  ['the pair’s last day', on('2023-05-31'), [FIRST, 0, 0]],
  ['the pair has ended', on('2023-06-01'), undefined],
  ['the pair went and has ended', on('2023-05-15', '2023-06-01'), [FIRST, 0, 1]],
  ['the last day in the old team', on('2023-05-15', '2023-06-09'), [FIRST, 0, 1]],
  ['the first day in the new team', on('2023-05-15', '2023-06-10'), [SECOND, 0, 1]],
])('a paired cadre without households is listed, in the team of the last day: %s', async (_, period, expected) => {
  const rows = await ledger.json('report', 'coverage', '--by', 'cadre', ...period);
  const row = rows.find(({ cadre_code }) => cadre_code === CADRE);
  expect(row && [row.unit_code, row.households, row.phone]).toEqual(expected);
  expect(rows.filter(({ cadre_code }) => cadre_code === SPARE)).toEqual([]);
  const pairs = await ledger.json('report', 'coverage', '--by', 'pair', ...period);
  expect(pairs.some(({ pair_code }) => pair_code === `${FIRST}-P03`)).toBe(expected !== undefined);
});

test.each([
  ['its last day', on('2023-06-09'), true],
  ['it has ended', on('2023-06-10'), false],
  ['a period with its last day', on('2023-06-09', '2023-06-30'), true],
])('a community without households is listed while it is open: %s', async (_, period, listed) => {
  const rows = await ledger.json('report', 'coverage', '--by', 'village', ...period);
  expect(rows.some(({ unit_code }) => unit_code === EMPTY)).toBe(listed);
});
