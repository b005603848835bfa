import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';
import { run } from './support/run.ts';

/** 07:30 in Beijing on the next day, whatever the machine's own zone is. */
const EARLY = '2023-05-03T23:30:00.000Z';
const NEW_YEAR = '2023-12-31T23:30:00.000Z';

let ledger: SmallLedger;
beforeAll(async () => {
  ledger = await smallLedger();
});
afterAll(() => ledger.remove());

const at = (now: string, words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  run(words, { now, env: { TIAOCHU_LEDGER: ledger.path, TIAOCHU_TODAY: undefined, ...env } });

const visit = (day: string) => [
  ...['visit', 'add', '--visited-on', day, '--household-code', `${FIRST}010001`],
  ...['--cadre-a', `${FIRST}-C01`, '--cadre-b', `${FIRST}-C02`, '--domains', 'law'],
];

describe('in China’s time zone', () => {
  test('a visit of this morning is accepted while UTC still has yesterday', async () => {
    expect(await at(EARLY, visit('2023-05-04'))).toMatchObject({ code: 0 });
    expect(await at(EARLY, visit('2023-05-05'))).toMatchObject({ code: 4 });
  });

  test('a case of New Year’s morning belongs to the new year', async () => {
    const { code, stdout } = await at(NEW_YEAR, [
      ...['dispute', 'register', '--unit', FIRST, '--grade', 'simple', '--category', '02', '--title', '元旦的事'],
      ...['--applicant', '敖玉兰', '--respondent', '郭海山'],
    ]);
    expect({ code, number: stdout.includes(`${FIRST}-2024-1`) }).toEqual({ code: 0, number: true });
  });

  test('people read instants as local time, programs as UTC', async () => {
    const table = await at(EARLY, ['log', '--last', '1']);
    expect(table.stdout).toContain('2024-01-01 07:30');
    expect((await at(EARLY, ['log', '--last', '1', '--format', 'csv'])).stdout).toContain(',2024-01-01 07:30,');
    expect((await at(EARLY, ['log', '--last', '1', '--format', 'json'])).stdout).toContain(NEW_YEAR);
  });

  test('a day of the journal begins at midnight in Beijing', async () => {
    const rows = async (...period: string[]) =>
      JSON.parse((await at(NEW_YEAR, ['log', ...period, '--format', 'json'])).stdout).length;
    expect(await rows('--from', '2024-01-01', '--to', '2024-01-01')).toBe(1);
    expect(await rows('--from', '2023-05-04', '--to', '2023-05-04')).toBe(1);
  });
});

test('TIAOCHU_TZ names another time zone', async () => {
  const env = { TIAOCHU_TZ: 'Asia/Urumqi' };
  expect((await at(EARLY, ['log', '--last', '1'], env)).stdout).toContain('2024-01-01 05:30');
  expect(await at('2023-06-03T17:00:00.000Z', visit('2023-06-04'), env)).toMatchObject({ code: 4 });
});

test('an unknown time zone is a usage error', async () => {
  const { code, stderr } = await at(EARLY, ['log'], { TIAOCHU_TZ: 'Asia/Nirgends' });
  expect(code).toBe(2);
  expect(stderr).toContain('TIAOCHU_TZ holds "Asia/Nirgends"');
});
