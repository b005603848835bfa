import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Offices, PLACES, threeOffices } from './support/offices.ts';

const OTHER = `${PLACES.township}201`;
const FREE = `${PLACES.township}299`;
const REASON = ['--reason', '区划代码调整'];

let offices: Offices;
beforeEach(async () => {
  offices = await threeOffices();
}, 120_000);
afterEach(() => offices.remove());

const codes = (at: keyof typeof PLACES) =>
  offices.ledgers[at].direct(
    db =>
      db
        .prepare('select unit_id, code, from_on, to_on from unit_term order by unit_id, from_on')
        .raw()
        .all() as unknown[],
  );

test.each([
  [PLACES.village, OTHER],
  [OTHER, PLACES.village],
])('units that take over a code of another come in one bundle: %s is freed for %s', async (freed, next) => {
  const { banner, township, village } = offices.ledgers;
  await banner.done('unit', 'recode', freed, FREE, '--on', '2023-09-01', ...REASON);
  await banner.done('unit', 'recode', next, freed, '--on', '2023-10-01', ...REASON);
  await banner.done('unit', 'recode', FREE, next, '--on', '2023-11-01', ...REASON);
  await offices.carried('banner', 'township');
  const file = `${offices.folder}/renamed.bundle`;
  await township.done('bundle', 'export', '--to', '西博荣村', '--output', file);
  await village.done('bundle', 'import', file);
  for (const ledger of [banner, township, village]) expect(await ledger.done('check')).toContain('checks passed');
  expect(codes('township').length).toBe(codes('banner').length);
  expect(
    codes('township')
      .map(row => (row as string[]).slice(1))
      .sort(),
  ).toEqual(
    codes('banner')
      .map(row => (row as string[]).slice(1))
      .sort(),
  );
  await village.done('household', 'change', `${PLACES.village}010001`, '--people', '7', '--reason', '核对');
  await offices.carried('village', 'township');
  await offices.carried('township', 'banner');
  expect(await banner.done('household', 'show', `${PLACES.village}010001`, '--format', 'csv')).toContain('7');
});

test('villages of several offices are merged once the banner has taken their ledgers over', async () => {
  const { banner, township, village } = offices.ledgers;
  await village.done('household', 'change', `${PLACES.village}010001`, '--people', '7', '--reason', '核对');
  const merge = ['unit', 'merge', PLACES.village, '--into', OTHER, '--on', '2023-07-01', '--yes'];
  for (const ledger of [banner, township, village]) {
    const refused = await ledger.run(merge);
    expect([refused.code, refused.stderr]).toEqual([4, expect.stringMatching(/written in the ledger of/)]);
  }
  expect((await banner.run(merge)).stderr).toContain('tiaochu bundle office remove');
  await offices.carried('village', 'township');
  await offices.carried('township', 'banner');
  for (const place of [PLACES.village, PLACES.township])
    await banner.done('bundle', 'office', 'remove', place, '--yes');
  await banner.done(...merge);
  expect(await banner.done('check')).toContain('checks passed');
  const moved = await banner.done('household', 'show', `${PLACES.village}010001`, '--format', 'json');
  expect(moved).toContain(OTHER);
});
