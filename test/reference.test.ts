import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandNames, reference } from './support/reference.ts';

const FILE = new URL('../docs/commands.md', import.meta.url);

const NAMES = new URL('../src/cli/words/command-names.ts', import.meta.url);

test('the Chinese names of commands are those that the commands have', async () => {
  const wanted = await commandNames();
  if (process.env.UPDATE_DOCS) writeFileSync(NAMES, wanted);
  expect(readFileSync(NAMES, 'utf8')).toBe(wanted);
});

test('the command reference says what the commands say', async () => {
  const wanted = await reference();
  if (process.env.UPDATE_DOCS) writeFileSync(FILE, wanted);
  expect(readFileSync(FILE, 'utf8')).toBe(wanted);
});
