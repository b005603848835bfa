import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { WRITTEN_BY_CASES } from '../src/cases/written.ts';
import { DISPUTES } from '../src/disputes/area.ts';
import { PETITIONS } from '../src/petitions/area.ts';
import { smallLedger } from './support/ledger.ts';
import { schemaFiles } from './support/schema-text.ts';

const FOLDER = new URL('../src/ledger/schema/', import.meta.url);

test('the types of all tables are those of the migrated database', async () => {
  const ledger = await smallLedger();
  try {
    for (const [name, text] of ledger.direct(schemaFiles))
      await expect(text).toMatchFileSnapshot(fileURLToPath(new URL(name, FOLDER)));
  } finally {
    ledger.remove();
  }
});

test('every table whose rows name the move that wrote or ended them is declared to what steps a move back', async () => {
  const ledger = await smallLedger();
  try {
    const found = ledger.direct(db => {
      const tables = db.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[];
      return tables.flatMap(table => {
        const keys = db.pragma(`foreign_key_list(${table})`) as { table: string; from: string }[];
        const named = keys.filter(key => key.table === 'move').map(key => key.from);
        return named.length > 0 ? [[table, named.sort().join()]] : [];
      });
    });
    const declared = [...WRITTEN_BY_CASES, ...DISPUTES.written, ...PETITIONS.written].map(({ table, reopen }) => [
      table,
      reopen ? 'ended_by,move_id' : 'move_id',
    ]);
    expect(Object.fromEntries(declared)).toEqual(Object.fromEntries(found));
  } finally {
    ledger.remove();
  }
});
