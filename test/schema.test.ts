import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
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
