import { expect, test } from 'vitest';
import { row, selectFrom, statement, updateTable } from '../src/ledger/query.ts';
import { smallLedger } from './support/ledger.ts';

test('a query that is compiled once keeps its constants: numbers, quotes and no value at all', async () => {
  const ledger = await smallLedger();
  try {
    ledger.direct(db => {
      const empty = statement<{ code: string }>(db, ({ code }) =>
        updateTable('household').set({ people: null, address: "a 'quoted' ? place" }).where('code', '=', code),
      );
      const code = '150722100200010001';
      expect(empty({ code }).changes).toBe(1);
      const found = row(db, selectFrom('household').select(['people', 'address']).where('code', '=', code));
      expect(found).toEqual({ people: null, address: "a 'quoted' ? place" });
    });
  } finally {
    ledger.remove();
  }
});
