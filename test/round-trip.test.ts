import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../src/ledger/sqlite.ts';
import { FILES } from './support/files-of-kinds.ts';
import { FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';

/** Not compared: what is written about imports and commands. */
const KEPT = ['import', 'journal', 'seal', 'seal_block', 'sqlite_sequence'];

/** Everything else that the ledger keeps. */
function contents(db: Db): Record<string, unknown> {
  const tables = db.prepare(`select name from sqlite_schema where type = 'table'`).pluck().all() as string[];
  return Object.fromEntries(
    tables.filter(name => !KEPT.includes(name)).map(name => [name, db.prepare(`select * from ${name}`).all()]),
  );
}

/** The lists that have nothing to reveal. */
const NOTHING_PERSONAL = ['unit', 'assignment', 'holiday', 'department', 'window', 'stationing', 'allowance-rate'];

describe.each(['zh', 'en'])('a list that was written as a file (%s)', lang => {
  let ledger: SmallLedger;
  const env = { TIAOCHU_LANG: lang };
  beforeAll(async () => {
    ledger = await smallLedger({ visits: true });
    for (const [noun, text] of Object.entries(FILES))
      await ledger.done(noun, 'import', ledger.write(`${noun}.csv`, text));
    // Values that hold from a day on, an end, a flag, an amount and texts that a spreadsheet could misread.
    await ledger.done('cadre', 'change', `${FIRST}-C03`, '--duty', '=1+1', '--on', '2023-08-01', '--yes');
    await ledger.done('stationing', 'close', 'CK01-RSJ', '--on', '2023-12-01', '--yes');
    await ledger.done('outreach', 'change', 'XC-1', '--place', '-村部 "二楼"', '--yes');
  }, 60_000);
  afterAll(() => ledger.remove());

  /** What an import of the list in a format says that it did. */
  async function broughtBack(noun: string, ending = 'xlsx', ...words: readonly string[]) {
    const file = join(ledger.folder, `back-${noun}.${ending}`);
    const reveal = NOTHING_PERSONAL.includes(noun) ? [] : ['--reveal', 'to move it to another office'];
    const written = await ledger.run([noun, 'list', ...words, ...reveal, '--output', file], { env });
    expect(written, written.stderr).toMatchObject({ code: 0 });
    const back = await ledger.run([noun, 'import', file, '--format', 'json'], { env });
    expect(back, back.stderr).toMatchObject({ code: 0 });
    return JSON.parse(back.stdout)[0];
  }

  test.each(Object.keys(FILES))('%s comes back with nothing added and nothing changed', async noun => {
    const before = ledger.direct(contents);
    for (const [ending, ...words] of [
      ['xlsx'],
      ['csv'],
      ['csv', '--encoding', 'gb18030'],
      ['csv', '--encoding', 'utf-16'],
    ])
      expect(await broughtBack(noun, ending, ...words)).toMatchObject({ added: 0, changed: 0, rejected: 0 });
    expect(ledger.direct(contents)).toEqual(before);
  });

  test('a folder with all of them comes back in one command, the notes of each workbook left out', async () => {
    const folder = join(ledger.folder, 'out');
    mkdirSync(folder);
    const nouns = ['unit', 'assignment', 'visit', 'holiday', 'department', 'window'];
    for (const noun of nouns) await ledger.run([noun, 'list', '--output', join(folder, `${noun}.xlsx`)], { env });
    const back = await ledger.run(['import', folder, '--yes', '--format', 'json'], { env });
    expect(back, back.stderr).toMatchObject({ code: 0 });
    const counts = JSON.parse(back.stdout) as { added: number; changed: number; rejected: number }[];
    expect(counts).toHaveLength(nouns.length);
    for (const count of counts) expect(count).toMatchObject({ added: 0, changed: 0, rejected: 0 });
    expect(back.stderr).not.toMatch(/说明|Notes/);
  });

  test('ended records come back as well', async () => {
    expect(await broughtBack('stationing', 'xlsx')).toMatchObject({ read: 0 });
    expect(await broughtBack('stationing', 'xlsx', '--all')).toMatchObject({ read: 1, already: 1 });
  });
});
