import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';

let ledger: SmallLedger;
const at = (name: string) => join(ledger.folder, name);
beforeAll(async () => {
  ledger = await smallLedger();
  for (const code of ['02', '1-2', '2023-11', '5月3日'])
    await ledger.done('window', 'add', '--code', code, '--name', '窗口');
});
afterAll(() => ledger.remove());

test('a mark for spreadsheets begins a file that is named and all CSV in Chinese, and nothing that a program reads', async () => {
  const begins = async (lang: string, ...words: readonly string[]) =>
    (await ledger.run(['window', 'list', ...words], { env: { TIAOCHU_LANG: lang } })).stdout.startsWith('\uFEFF');
  expect(await begins('en', '--format', 'csv')).toBe(false);
  expect(await begins('en', '--format', 'csv', '--output', '-')).toBe(false);
  expect(await begins('zh', '--format', 'csv')).toBe(true);
  expect(await begins('zh', '--format', 'json')).toBe(false);
  expect(await begins('zh')).toBe(false);
  const written = async (...words: readonly string[]) => {
    await ledger.done('window', 'list', '--output', at('w.csv'), ...words);
    return readFileSync(at('w.csv')).subarray(0, 3).toString('hex');
  };
  expect(await written()).toBe('efbbbf');
  expect(await written('--encoding', 'utf-16')).toBe('fffe63');
  expect(await written('--encoding', 'gb18030')).toBe(Buffer.from('cod').toString('hex'));
});

const office = spawnSync('soffice', ['--version']).status === 0;
if (!office) console.warn('LibreOffice is not installed: no test saves CSV with it');

/** Opens a CSV file as a double-click does, with the usual reading of numbers and days, and saves it into a folder. */
function saved(name: string, folder: string): void {
  const home = `-env:UserInstallation=file://${at('office-home')}`;
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1';
  const args = [
    home,
    '--headless',
    '--infilter=CSV:44,34,76,1',
    '--convert-to',
    filter,
    '--outdir',
    at(folder),
    at(name),
  ];
  expect(spawnSync('soffice', args, { timeout: 120_000 }).status).toBe(0);
}

test.skipIf(!office).each([['household', '--reveal', 'to print it'], ['window']])(
  'a list of %ss that a spreadsheet saved, twice, is read back with nothing changed',
  async (noun, ...words) => {
    const name = `${noun}.csv`;
    await ledger.done(noun, 'list', ...words, '--output', at(name));
    saved(name, 'once');
    saved(`once/${name}`, 'twice');
    const [back] = await ledger.json(noun, 'import', at(`twice/${name}`));
    expect(back).toMatchObject({ added: 0, changed: 0, rejected: 0 });
    expect(back?.already).toBeGreaterThan(3);
  },
  200_000,
);

test.skipIf(!office)(
  'without the tab it would not be',
  async () => {
    const { stdout } = await ledger.run(['household', 'list', '--unit', FIRST, '--format', 'csv', '--quiet']);
    ledger.write('bare.csv', stdout);
    saved('bare.csv', 'changed');
    expect(readFileSync(at('changed/bare.csv'), 'utf8')).toMatch(/1\.5072210020001E\+0?17/);
  },
  150_000,
);
