import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FIRST, smallLedger } from './support/ledger.ts';

const ledger = await smallLedger();
process.once('exit', ledger.remove);

test('what a command leads on to is written into the ledger that was named', async () => {
  const other = join(ledger.folder, 'other.db');
  copyFileSync(ledger.path, other);
  const household = `${FIRST}010001`;
  const { code, stderr } = await ledger.run(['visit', 'round', '--on', '2023-12-30', '--ledger', other], {
    answers: [household, 'mediation', '', 'save', 'no', '⎋'],
  });
  expect(code, stderr).toBe(0);
  expect(stderr).toContain(`--ledger ${other}`);
  expect(await ledger.json('visit', 'list', '--ledger', other)).toHaveLength(1);
  expect(await ledger.json('visit', 'list')).toEqual([]);
});
