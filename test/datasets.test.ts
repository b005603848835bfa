import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SmallLedger, smallLedger } from './support/ledger.ts';
import { LIVED_DISPUTE, LIVED_PETITION } from './support/lived-cases.ts';
import { ROOT } from './support/spawned.ts';

let ledger: SmallLedger;
beforeAll(async () => {
  ledger = await smallLedger({ visits: true });
  for (const line of [...LIVED_DISPUTE, ...LIVED_PETITION]) await ledger.done(...line);
}, 120_000);
afterAll(() => ledger.remove());

const inLedger = (name: string) => join(ledger.folder, name);

/** What DuckDB reads in a file: its rows, and the type of each column. */
async function read(file: string) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    const reader = await connection.runAndReadAll(`select * from '${file}'`);
    const types = reader.columnNames().map((name, i) => [name, String(reader.columnType(i))] as const);
    return { rows: reader.getRowObjectsJson(), types: Object.fromEntries(types) };
  } finally {
    connection.closeSync();
  }
}

/** Lists, and the words after them that list what is over as well. */
const LISTS: readonly (readonly [table: string, ...words: string[]])[] = [
  ['unit', 'unit', 'list', '--all'],
  ['household', 'household', 'list', '--all'],
  ['cadre', 'cadre', 'list', '--all'],
  ['assignment', 'assignment', 'list', '--all'],
  ['visit', 'visit', 'list'],
  ['dispute', 'dispute', 'list', '--all'],
  ['petition', 'petition', 'list', '--all'],
];

test('Parquet files hold what the lists of the ledger print, in the kinds that the dictionary says', async () => {
  await ledger.done('export', 'parquet', inLedger('data'));
  const dictionary = await read(inLedger('data/dictionary.csv'));
  for (const [table, ...words] of LISTS) {
    const { rows, types } = await read(inLedger(`data/${table}.parquet`));
    const printed = await ledger.json(...words);
    expect(printed.length, table).toBeGreaterThan(0);
    // DuckDB writes big integers as texts.
    expect(
      rows.map(row => plain(row)),
      table,
    ).toEqual(printed.map(plain));
    const said = dictionary.rows.filter(row => row.table === table);
    expect(said.map(({ column }) => column)).toEqual(Object.keys(types));
    for (const { column, kind } of said) expect([column, types[String(column)]]).toEqual([column, TYPES[String(kind)]]);
    for (const { zh, en } of said) expect([zh, en]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)]);
  }
});

const TYPES: Readonly<Record<string, string>> = {
  ...{ text: 'VARCHAR', integer: 'BIGINT', share: 'DOUBLE', fen: 'BIGINT', day: 'DATE', instant: 'TIMESTAMP' },
  boolean: 'BOOLEAN',
};
const plain = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      value === null || typeof value === 'boolean' ? value : String(value),
    ]),
  );

test('CSV files hold the same', async () => {
  await ledger.done('export', 'csv', inLedger('texts'));
  for (const [table, ...words] of LISTS) {
    const types = Object.keys((await read(inLedger(`data/${table}.parquet`))).types).map(
      name => `'${name}': 'VARCHAR'`,
    );
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const reader = await connection.runAndReadAll(
      `select * from read_csv('${inLedger(`texts/${table}.csv`)}', header = true, columns = {${types.join(', ')}})`,
    );
    const empty = (row: Readonly<Record<string, unknown>>) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value ?? '')]));
    expect(reader.getRowObjectsJson().map(empty), table).toEqual((await ledger.json(...words)).map(empty));
    connection.closeSync();
  }
});

test('names and phones are masked unless they are revealed with a reason, which the journal keeps', async () => {
  const people = ledger.direct(db =>
    db.prepare('select head_name from household union select name from cadre').pluck().all(),
  ) as string[];
  const all = (folder: string) =>
    readdirSync(folder)
      .map(file => readFileSync(join(folder, file), 'utf8'))
      .join('\n');
  const masked = all(inLedger('texts'));
  expect(people.filter(name => masked.includes(name))).toEqual([]);
  expect(masked).not.toMatch(/13[89]0000\d{4}/);
  await ledger.done('export', 'csv', inLedger('full'), '--reveal', '分析走访');
  const full = all(inLedger('full'));
  expect(people.filter(name => !full.includes(name))).toEqual([]);
  const [last] = ledger.direct(db =>
    db.prepare('select command, reason from journal order by id desc').all(),
  ) as object[];
  expect(last).toEqual({ command: 'export csv', reason: '分析走访' });
});

test('a folder that is there is not overwritten', async () => {
  mkdirSync(inLedger('mine'));
  writeFileSync(inLedger('mine/notes.txt'), 'of an analyst');
  const refused = await ledger.run(['export', 'csv', inLedger('mine')]);
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringMatching(/exists and is not overwritten/) });
  expect(readdirSync(inLedger('mine'))).toEqual(['notes.txt']);
});

test('without DuckDB the sentence says how to install it, and the other way', () => {
  const place = inLedger('program');
  for (const part of ['bin', 'dist', 'package.json']) cpSync(join(ROOT, part), join(place, part), { recursive: true });
  mkdirSync(join(place, 'node_modules'));
  for (const name of readdirSync(join(ROOT, 'node_modules')).filter(each => each.startsWith('better-sqlite3')))
    symlinkSync(join(ROOT, 'node_modules', name), join(place, 'node_modules', name));
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(place, 'bin', 'tiaochu.js'), 'export', 'parquet', inLedger('none'), '--ledger', ledger.path, '--lang', 'en'],
    { encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([
    2,
    expect.stringMatching(/npm install --global @duckdb\/node-api.*tiaochu export csv/),
  ]);
});
