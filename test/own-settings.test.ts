import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settingsFile } from '../src/cli/own-settings.ts';
import { FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';

/** Runs a command line as somebody who has settings; the operator is not said in the environment. */
const withSettings = (ledger: SmallLedger) => (argv: readonly string[], env?: Record<string, string | undefined>) =>
  ledger.run(argv, {
    env: { TIAOCHU_CONFIG: join(ledger.folder, 'own', 'settings.json'), TIAOCHU_OPERATOR: undefined, ...env },
  });

const REGISTER = [
  ...['dispute', 'register', '--grade', 'simple', '--category', '02', '--title', '院墙'],
  ...['--applicant', 'name=敖玉兰', '--respondent', 'name=郭海山', '--on', '2023-06-01'],
];

test('settings are in the usual place of each system', () => {
  expect(settingsFile({ env: { HOME: '/home/a' } }, 'linux')).toBe('/home/a/.config/tiaochu/settings.json');
  expect(settingsFile({ env: { HOME: '/home/a', XDG_CONFIG_HOME: '/x' } }, 'linux')).toBe('/x/tiaochu/settings.json');
  expect(settingsFile({ env: { HOME: '/Users/a' } }, 'darwin')).toBe(
    '/Users/a/Library/Application Support/tiaochu/settings.json',
  );
  expect(settingsFile({ env: { APPDATA: '/r' } }, 'win32')).toBe('/r/tiaochu/settings.json');
  expect(settingsFile({ env: { HOME: '/home/a', TIAOCHU_CONFIG: '/t.json' } }, 'linux')).toBe('/t.json');
  expect(settingsFile({ env: {} }, 'linux')).toBeUndefined();
});

test('a unit and a name that were set once are those of registrations, moves and the journal', async () => {
  const ledger = await smallLedger();
  try {
    const run = withSettings(ledger);
    expect((await run(REGISTER)).stderr).toContain('--unit is missing');
    expect((await run(['me', '西博荣村', '何春花'])).stdout).toBe(`何春花 of 西博荣村 ${FIRST}\n`);
    expect((await run(REGISTER)).stdout).toContain(`Registered ${FIRST}-2023-1`);
    expect((await run(['dispute', 'accept', '2023-1', '--on', '2023-06-02'])).code).toBe(0);
    const mediated = await run([
      'dispute',
      'mediate',
      '2023-1',
      '--record',
      'r',
      '--outcome',
      'agreed',
      '--on',
      '2023-06-03',
    ]);
    expect(mediated.stderr).not.toContain('--mediator is missing');
    const [entry] = await ledger.json('log', '--last', '1', '--operator', '何春花');
    expect(entry).toMatchObject({ operator: '何春花' });
  } finally {
    ledger.remove();
  }
});

test('what is said in a command goes before the environment, that before the settings', async () => {
  const ledger = await smallLedger();
  try {
    const run = withSettings(ledger);
    await run(['config', 'set', 'name', '何春花']);
    await run(['config', 'set', 'lang', 'zh']);
    expect((await run(['me'], { TIAOCHU_LANG: undefined })).stdout).toBe('（没有单位）  何春花\n');
    expect((await run(['me'], { TIAOCHU_LANG: 'en' })).stdout).toBe('何春花 of no unit\n');
    await run(['unit', 'change', FIRST, '--name', '甲村', '--as', '代理', '--yes']);
    await run(['unit', 'change', FIRST, '--name', '乙村', '--yes'], { TIAOCHU_OPERATOR: '夜班' });
    await run(['unit', 'change', FIRST, '--name', '丙村', '--yes']);
    const operators = (await ledger.json('log', '--last', '3')).map(({ operator }) => operator);
    expect(operators).toEqual(['何春花', '夜班', '代理']);
  } finally {
    ledger.remove();
  }
});

test('an empty value clears a setting; a file that is none is refused in a sentence', async () => {
  const ledger = await smallLedger();
  try {
    const run = withSettings(ledger);
    await run(['me', FIRST, '何春花']);
    await run(['config', 'set', 'name', '']);
    const file = join(ledger.folder, 'own', 'settings.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ unit: FIRST });
    await run(['me', '--clear']);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({});
    expect((await run(['config', 'set', 'lang', 'fr'])).code).toBe(2);
    expect((await run(['me', '没有村'])).code).toBe(3);
    ledger.write('own/settings.json', '[]');
    const broken = await run(['unit', 'list']);
    expect(broken.code).toBe(2);
    expect(broken.stderr).toContain('cannot be understood');
  } finally {
    ledger.remove();
  }
});
