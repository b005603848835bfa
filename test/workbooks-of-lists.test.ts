import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SmallLedger, smallLedger } from './support/ledger.ts';
import { unzipped } from './support/unzipped.ts';

describe('a list of a ledger as a workbook', () => {
  let ledger: SmallLedger;
  beforeAll(async () => {
    ledger = await smallLedger({ visits: true });
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

  test.each(['visit list', 'household list', 'report coverage', 'report missed', 'deadline list'])(
    '%s has the values of the CSV',
    async command => {
      await ledger.done(...command.split(' '), '--lang', 'zh', '--output', at('same.xlsx'));
      const csv = (await ledger.run([...command.split(' '), '--lang', 'zh', '--format', 'csv'])).stdout;
      const want: string[][] = parse(csv, { bom: true, relax_column_count: true });
      const read = (await readSheet(readFileSync(at('same.xlsx')))).map(row => row.map(asCsv));
      const body = read.slice(read.findIndex(row => row[0] === want[0]?.[0]));
      expect(body.slice(0, want.length)).toEqual(
        want.map(row => row.map(cell => cell.trim().replace(/^\t|^'(?==)/, ''))),
      );
    },
  );

  const asCsv = (cell: unknown) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '').trim());

  test('masks what every other format masks, also in the words that were looked for', async () => {
    await ledger.done('dispute', 'list', '--party', '沃晓光', '--output', at('masked.xlsx'));
    const words = (name: string) => [...unzipped(readFileSync(at(name))).values()].join('');
    const says = (name: string, text: string) => words(name).includes(text);
    expect(says('masked.xlsx', 'tiaochu dispute list --party …')).toBe(true);
    expect(says('masked.xlsx', '沃晓光')).toBe(false);
    await ledger.done('household', 'list', '--output', at('masked.xlsx'));
    expect(says('masked.xlsx', '沃晓光')).toBe(false);
    await ledger.done('household', 'list', '--reveal', 'for the test', '--output', at('full.xlsx'));
    expect(says('full.xlsx', '沃晓光')).toBe(true);
    // Why it was revealed is for the journal, not for whoever gets the file.
    expect(says('full.xlsx', 'for the test')).toBe(false);
  });
});
