import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reference } from './support/reference.ts';

const FILE = new URL('../docs/commands.md', import.meta.url);

test('the command reference says what the commands say', async () => {
  const wanted = await reference();
  if (process.env.UPDATE_DOCS) writeFileSync(FILE, wanted);
  expect(readFileSync(FILE, 'utf8')).toBe(wanted);
});
