import { closeSync, ftruncateSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SmallLedger, smallLedger } from './support/ledger.ts';
import { bashBeside, tiaochu } from './support/spawned.ts';

let ledger: SmallLedger;
beforeAll(async () => {
  ledger = await smallLedger();
}, 60_000);
afterAll(() => ledger.remove());

/** A file that says it is long and takes no room. */
function sparse(name: string, bytes: number): string {
  const path = join(ledger.folder, name);
  const file = openSync(path, 'w');
  ftruncateSync(file, bytes);
  closeSync(file);
  return path;
}

test.each([
  ['a gigabyte', 'giga.csv', 1e9],
  ['more than Node reads at once', 'huge.csv', 3e9],
  ['a large workbook', 'huge.xlsx', 3e9],
] as const)('a file of %s is refused before it is read', async (_, name, bytes) => {
  const path = sparse(name, bytes);
  for (const words of [
    ['household', 'import', path],
    ['visit', 'import', path],
    ['import', path, '--yes'],
  ]) {
    const { code, stderr } = await tiaochu(words, { ledger: ledger.path });
    expect([code, stderr.split('\n')[0]]).toEqual([
      5,
      `error: ${name} is larger than 256 MB, too large for one import`,
    ]);
  }
});

test.skipIf(process.platform === 'win32')(
  'standard input is given up once it is too much',
  async () => {
    for (const input of [
      'head -c 3000000000 /dev/zero',
      'yes "150722100200010001,150722100200,敖" | head -c 3000000000',
    ]) {
      const { stdout, stderr } = await bashBeside(ledger.folder, `${input} | tiaochu household import -; echo $?`, {
        ledger: ledger.path,
      });
      expect([stdout, stderr.split('\n')[0]]).toEqual([
        '5\n',
        'error: standard input is larger than 256 MB, too large for one import',
      ]);
    }
  },
  60_000,
);
