import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SmallLedger, smallLedger } from './support/ledger.ts';

describe('a list as a workbook', () => {
  let ledger: SmallLedger;
  beforeAll(async () => {
    ledger = await smallLedger();
  });
  afterAll(() => ledger.remove());
  const at = (name: string) => join(ledger.folder, name);

  test('is refused on a terminal, and is bytes in a pipe', async () => {
    const refused = await ledger.run(['unit', 'list', '--format', 'xlsx'], { columns: 100 });
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('--output FILE.xlsx');
    const piped = await ledger.run(['unit', 'list', '--format', 'xlsx']);
    const rows = await readSheet(Buffer.from(piped.stdout, 'latin1'));
    expect(rows[0]?.[0]).toBe('Code');
  });

  test('has codes as text and days as days', async () => {
    await ledger.done('pair', 'list', '--output', at('pairs.XLSX'));
    const [, first] = await readSheet(readFileSync(at('pairs.XLSX')));
    expect(first).toEqual(expect.arrayContaining([expect.any(Date), expect.stringMatching(/^\d{12}-P\d\d$/)]));
  });
});
