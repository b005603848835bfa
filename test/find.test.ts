import { afterAll, beforeAll, expect, test } from 'vitest';
import { FIRST, SECOND, type SmallLedger, smallLedger } from './support/ledger.ts';

const ZH = { TIAOCHU_LANG: 'zh' };
let ledger: SmallLedger;
const dispute = (unit: string, title: string, ...more: string[]) =>
  ledger.done(
    ...['dispute', 'register', '--unit', unit, '--grade', 'simple', '--category', '02', '--title', title],
    ...['--applicant', '敖玉兰', '--respondent', '郭海山', '--on', '2023-06-01', ...more],
  );
const found = async (...words: string[]) =>
  (await ledger.json<{ code: string }>('find', ...words)).map(({ code }) => code);

beforeAll(async () => {
  ledger = await smallLedger();
  const cadres = ['--cadre-a', `${FIRST}-C01`, '--cadre-b', `${FIRST}-C02`, '--domains', 'mediation'];
  const diary = ['--diary', '邻居郭海山家的院墙滴水'];
  await ledger.done(
    'visit',
    'add',
    '--visited-on',
    '2023-05-31',
    '--household-code',
    `${FIRST}010001`,
    ...cadres,
    ...diary,
  );
  await dispute(FIRST, '院墙滴水', '--visit', '1');
  await dispute(SECOND, '院墙占地');
}, 60_000);
afterAll(() => ledger.remove());

test('a word may be in the name of the unit, of it or one above it', async () => {
  expect(await found('沃晓光', '西博荣')).toEqual([`${FIRST}010001`]);
  expect(await found('院墙', '后宜卧奇')).toEqual([`${SECOND}-2023-1`]);
  expect(await found('沃晓光', '尼尔基')).toContain(`${FIRST}010001`);
  expect(await found('沃晓光', '红彦镇')).toEqual([]);
});

test('the name of a unit alone does not find all that the unit has', async () => {
  expect(await found('西博荣', '村')).toEqual([]);
});

test('a single character narrows beside a word, a single digit does not', async () => {
  expect(await found('敖', '滴水')).toEqual([`${FIRST}-2023-1`]);
  const { code } = await ledger.run(['find', '滴水', '1']);
  expect(code).toBe(2);
});

test('whom a case masks the diary of the visit in which it was found does not show, in the search or on its page', async () => {
  for (const line of [
    ['find', '滴水'],
    ['find', '邻居'],
    ['visit', 'show', '1'],
  ]) {
    const { stdout } = await ledger.run(line, { env: ZH });
    expect(stdout).toContain('邻居郭**家的院墙');
    expect(stdout).not.toContain('郭海山');
  }
});

test('a household is found by its place, with or without a space behind the village', async () => {
  for (const words of [['西博荣村1组3号'], ['西博荣村', '1组3号'], ['西博荣村一组3号']])
    expect(await found(...words)).toEqual([`${FIRST}010003`]);
});
