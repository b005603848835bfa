import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { blockersOf } from '../src/admin/import-undo.ts';
import { KINDS } from '../src/admin/records.ts';
import type { Db } from '../src/ledger/sqlite.ts';
import type { RecordKind } from '../src/register/kind.ts';
import { FILES } from './support/files-of-kinds.ts';
import { FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';

let ledger: SmallLedger;
beforeEach(async () => {
  ledger = await smallLedger();
});
afterEach(() => ledger.remove());

/** The agent of the petition in the template. */
const AGENT = `code,name,unit_code\n${FIRST}-D01,索巴图,${FIRST}\n`;

/** Not compared: what is written about imports, and the settings, to which the first import of cases adds a secret. */
const KEPT = ['import', 'journal', 'seal', 'seal_block', 'sqlite_sequence', 'setting'];

/** Everything else that the ledger keeps. */
function contents(db: Db): Record<string, unknown> {
  const tables = db.prepare(`select name from sqlite_schema where type = 'table'`).pluck().all() as string[];
  return Object.fromEntries(
    tables.filter(name => !KEPT.includes(name)).map(name => [name, db.prepare(`select * from ${name}`).all()]),
  );
}

/** The kinds of record whose table has a column for the import. */
function importable(db: Db): RecordKind[] {
  const columns = db.prepare('select name from pragma_table_info(?)').pluck();
  return KINDS.filter(({ table }) => columns.all(table).includes('import_id'));
}

const sound = async () => expect((await ledger.run(['check'])).code).toBe(0);

/** Imports a file and undoes it; what the ledger keeps is then what it was. */
async function thereAndBack(noun: string, file: string): Promise<void> {
  const before = ledger.direct(contents);
  await ledger.done(...file.split(' '));
  expect(ledger.direct(contents)).not.toEqual(before);
  const { id } = ledger.direct(db => db.prepare('select max(id) as id from import').get() as { id: number });
  await ledger.done('import', 'undo', String(id), '--yes');
  expect(ledger.direct(contents), noun).toEqual(before);
}

describe('undoing an import', () => {
  test('leaves no row of any kind of record', async () => {
    for (const [noun, text] of Object.entries(FILES)) {
      const path = ledger.write(`${noun}.csv`, text);
      await thereAndBack(noun, `${noun} import ${path}`);
      await ledger.done(noun, 'import', path);
    }
    await sound();
  }, 60_000);

  test('leaves no row of a dispute, a petition or a scheme', async () => {
    await ledger.done('agent', 'import', ledger.write('agents.csv', AGENT));
    for (const noun of ['dispute', 'petition'])
      await thereAndBack(noun, `${noun} import ${ledger.write(`${noun}.csv`, await ledger.done(noun, 'template'))}`);
    await ledger.done('assessment', 'close', '--yes', 'standard', '--on', '2023-07-01');
    const scheme = (await ledger.done('assessment', 'template')).replaceAll('standard', 'next');
    await thereAndBack('scheme', `assessment import ${ledger.write('scheme.csv', scheme)} --on 2023-07-01`);
    await sound();
  }, 60_000);

  test('is tried for every kind of record that can be imported', () => {
    // These come with what they belong to, or one by one.
    const others = ['action-item', 'diary', 'indicator', 'manual-value'];
    const tried = [...Object.keys(FILES), 'dispute', 'petition', 'scheme', ...others];
    expect(
      ledger
        .direct(importable)
        .map(({ noun }) => noun)
        .toSorted(),
    ).toEqual(tried.toSorted());
  });
});

describe('what refers to imported records', () => {
  test('has words in every table', () => {
    ledger.direct(db => {
      for (const kind of importable(db)) expect(() => blockersOf(db, kind, 1)).not.toThrow();
    });
  });

  test('must have words in a table that is added later', () => {
    const unit = KINDS.find(({ noun }) => noun === 'unit') ?? expect.unreachable();
    ledger.direct(db => {
      db.exec('create table grid (id integer primary key, unit_id integer not null references unit (id)) strict');
      expect(() => blockersOf(db, unit, 1)).toThrow('no words for the table grid');
    });
  });
});
