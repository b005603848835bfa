import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { codeOf, FILES } from './support/source.ts';
import { TABLES_OF } from './support/table-owners.ts';

const read = (name: string) => readFileSync(new URL(`../docs/${name}`, import.meta.url), 'utf8');
const HEADINGS = ['zh', 'en', 'code', 'tables', 'command', 'json'] as const;

/** The rows of the glossary; a cell's names stand in backticks. */
const ROWS = read('glossary.md')
  .split('\n')
  .filter(line => /^\| \p{Script=Han}/u.test(line) && !line.startsWith('| 中文 |'))
  .map(line => {
    const cells = line.split('|').slice(1, -1);
    expect(cells.length, line).toBe(HEADINGS.length);
    return Object.fromEntries(HEADINGS.map((heading, index) => [heading, (cells[index] ?? '').trim()]));
  });
const named = (column: (typeof HEADINGS)[number]) =>
  ROWS.flatMap(row => [...(row[column] ?? '').matchAll(/`([^`]+)`/g)].map(match => match[1] ?? ''));

const tables = Object.values(TABLES_OF).flat();
const code = FILES.map(codeOf).join('\n');
const commands = read('commands.md');

test('every table of the ledger has its row in the glossary, and no other table is named', () => {
  expect(ROWS.length).toBeGreaterThan(60);
  expect(tables.filter(table => !named('tables').includes(table))).toEqual([]);
  expect(named('tables').filter(table => !tables.includes(table))).toEqual([]);
});

test('the names in the code exist', () => {
  expect(named('code').filter(name => !new RegExp(`\\b(interface|type|const) ${name}\\b`).test(code))).toEqual([]);
});

test('the commands and options exist', () => {
  const missing = named('command').filter(name =>
    name.startsWith('--')
      ? !commands.includes(name)
      : !new RegExp(`^### tiaochu ${name}\\b|^## ${name}\\b`, 'm').test(commands),
  );
  expect(missing).toEqual([]);
});

test('the JSON keys exist', () => {
  expect(named('json').filter(key => !new RegExp(`\\b${key}\\b`).test(code))).toEqual([]);
});

test('no term has two rows', () => {
  for (const column of ['zh', 'en'] as const) {
    const terms = ROWS.map(row => row[column]);
    expect(terms.filter((term, index) => terms.indexOf(term) !== index)).toEqual([]);
  }
});
