import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Command } from '../../src/cli/command.ts';
import { AREAS } from '../../src/program.ts';
import { seeded } from '../support/seeded.ts';
import { LONG, tell, times } from './scale.ts';
import { faultOf, type Stage, stage } from './stage.ts';

let here: Stage;
const folder = process.cwd();
beforeAll(async () => {
  here = await stage();
  // Some commands write a file where they are called.
  process.chdir(here.folder);
}, LONG);
afterAll(() => {
  process.chdir(folder);
  here?.remove();
});

/** What people, spreadsheets and malice put into cells and options. */
const NASTY: readonly string[] = [
  ...['', ' ', '　', '0', '-1', '1e309', '9'.repeat(400), 'NaN', 'null', '__proto__', 'constructor'],
  ...[
    '2023-02-30',
    '0000-00-00',
    '9999-12-31',
    '２０２３年５月３日',
    '昨天',
    '13月',
    '2023-13',
    '45000',
    '45000.5',
    '1904-01-01',
  ],
  ...[
    '=1+1',
    '+cmd|x',
    '@SUM(A1)',
    '-2+3',
    '\u0007\u001b[31m',
    '\u202e倒写',
    '\u200b',
    '\u0000',
    '\ufeff',
    '\ud800',
    '\u{20BB7}',
  ],
  ...[
    "'; drop table unit; --",
    '"',
    '""',
    '","',
    '\\',
    '%00',
    '../../etc/passwd',
    '@no-such-file',
    '@',
    '-',
    '--',
    '—unit',
    '<b>x</b>',
    'a|b',
  ],
  ...[
    '敖'.repeat(10_000),
    '，、；',
    '150722199912310029',
    '15072219991231002X',
    '13900001111',
    '8613900001111',
    '1.5E+17',
    '#N/A',
    'TRUE',
  ],
];

interface Importer {
  readonly noun: string;
  readonly rows: readonly (readonly string[])[];
}

/** Every list that can be imported, with rows of its template. */
async function importers(): Promise<Importer[]> {
  const found: Importer[] = [];
  for (const area of AREAS) {
    const commands = await area.load();
    if (!commands.some(({ name }) => name === 'template') || !commands.some(({ name }) => name === 'import')) continue;
    const text = await here.done(area.name, 'template');
    const rows = text.replace('\ufeff', '').trim().split(/\r?\n/);
    found.push({ noun: area.name, rows: rows.map(row => row.split(',')) });
  }
  return found;
}

/** A process cannot be given a word with a NUL in it. */
const WORDS = NASTY.filter(text => !text.includes('\0'));

type Next = (below: number) => number;
const oneOf = <T>(list: readonly T[], next: Next) => list[next(list.length)] as T;

/** A file with a cell, a line, its separators, its encoding or some bytes made wrong. */
function mutated({ rows }: Importer, next: Next): Uint8Array {
  const cells = [...rows, ...rows.slice(1)].map(row => [...row]);
  for (let n = 1 + next(3); n > 0; n--) {
    const row = oneOf(cells, next);
    row[next(row.length)] = oneOf(NASTY, next);
  }
  if (next(6) === 0) cells.splice(next(cells.length), 1);
  if (next(6) === 0) oneOf(cells, next).push(oneOf(NASTY, next));
  if (next(8) === 0) cells.unshift([oneOf(NASTY, next)]);
  const separator = oneOf([',', ',', ',', ';', '\t'], next);
  const text = cells.map(row => row.join(separator)).join(oneOf(['\n', '\r\n', '\r'], next));
  const bytes = next(5) === 0 ? Buffer.from(`\ufeff${text}`, 'utf16le') : Buffer.from(text);
  for (let n = next(4) === 0 ? 1 + next(5) : 0; n > 0 && bytes.length > 0; n--) bytes[next(bytes.length)] = next(256);
  return next(7) === 0 ? bytes.subarray(0, next(bytes.length + 1)) : bytes;
}

const journalled = () => here.direct(db => db.prepare('select count(*) from journal').pluck().get());

test(
  'mutated files over every import',
  async context => {
    const next = seeded(20_261_128);
    const lists = await importers();
    expect(lists.length).toBeGreaterThan(20);
    const before = journalled();
    const faults: string[] = [];
    const codes: Record<string, number> = {};
    const tries = times(20_000, 300);
    for (let n = 0; n < tries; n++) {
      const list = oneOf(lists, next);
      const file = join(here.folder, 'mutated.csv');
      writeFileSync(file, mutated(list, next));
      const began = performance.now();
      const end = await here.run([list.noun, 'import', file, '--dry-run', ...(next(2) ? ['--lenient'] : [])]);
      const fault = faultOf(`${list.noun} import, try ${n}`, { ...end, ms: performance.now() - began });
      if (fault) faults.push(fault);
      codes[`exit ${end.code}`] = (codes[`exit ${end.code}`] ?? 0) + 1;
    }
    expect(faults.slice(0, 10)).toEqual([]);
    expect(journalled()).toBe(before);
    tell(context, tries, codes);
  },
  LONG,
);

/** What takes long, waits for somebody, or writes over the stage itself. */
const LEFT_OUT = /^(demo|init|menu|restore|recover|backup|completion|import all|encrypt|decrypt|config|me|bundle)\b/;

/** The words of an example, with one to three of them made wrong. */
function wrong(words: readonly string[], next: Next): string[] {
  const made = [...words];
  for (let n = 1 + next(3); n > 0; n--) {
    const at = next(made.length + 1);
    const what = next(5);
    if (what === 0) made.splice(at, 1);
    else if (what === 1) made.splice(at, 0, oneOf(WORDS, next));
    else if (what === 2 && made[at]) made.splice(at, 0, made[at]);
    else if (what === 3) made.splice(at, 0, `--${oneOf(['unit', 'on', 'month', 'format', 'limit', 'nosuch'], next)}`);
    else made[Math.min(at, made.length - 1)] = oneOf(WORDS, next);
  }
  return made;
}

test(
  'mutated options over every command',
  async context => {
    const next = seeded(42);
    const commands: { readonly path: string; readonly command: Command }[] = [];
    for (const area of AREAS)
      for (const command of await area.load()) {
        const path = area.solo ? area.name : `${area.name} ${command.name}`;
        if (!LEFT_OUT.test(path)) commands.push({ path, command });
      }
    expect(commands.length).toBeGreaterThan(200);
    const faults: string[] = [];
    const codes: Record<string, number> = {};
    const tries = times(80_000, 1500);
    for (let n = 0; n < tries; n++) {
      const { path, command } = oneOf(commands, next);
      const words = (command.example.match(/'[^']*'|"[^"]*"|\S+/g) ?? []).map(word => word.replace(/^['"]|['"]$/g, ''));
      const said = words.slice(path.split(' ').length);
      const argv = [
        ...path.split(' '),
        ...wrong(said, next),
        ...(command.access === 'write' ? ['--dry-run', '--yes'] : []),
      ];
      // Nothing is written outside the stage.
      if (argv.some(word => word === '-o' || word.startsWith('--output'))) continue;
      const began = performance.now();
      const end = await here.run(argv);
      const fault = faultOf(argv.join(' ').slice(0, 300), { ...end, ms: performance.now() - began });
      if (fault) faults.push(fault);
      codes[`exit ${end.code}`] = (codes[`exit ${end.code}`] ?? 0) + 1;
    }
    expect(faults.slice(0, 10)).toEqual([]);
    tell(context, tries, codes);
  },
  LONG,
);
