import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../kernel/failure.ts';
import type { DataTable } from './tables.ts';
import type { ValueKind } from './values.ts';

const TYPES: Readonly<Record<ValueKind, string>> = {
  text: 'VARCHAR',
  integer: 'BIGINT',
  share: 'DOUBLE',
  fen: 'BIGINT',
  day: 'DATE',
  instant: 'TIMESTAMP',
  boolean: 'BOOLEAN',
};

/** The tables as Parquet files, made by DuckDB. Throws a Failure where it is not installed (exit 2). */
export async function parquetOf(tables: readonly DataTable[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const { inDuckDb } = await library();
  const folder = mkdtempSync(join(tmpdir(), 'tiaochu-parquet-'));
  try {
    for (const { name, json } of tables) writeFileSync(join(folder, `${name}.json`), json, { mode: 0o600 });
    await inDuckDb(tables.map(table => copyOf(table, folder)));
    return new Map(tables.map(({ name }) => [name, readFileSync(join(folder, `${name}.parquet`))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function copyOf({ name, columns }: DataTable, folder: string): string {
  const types = columns.map(column => `${literal(column.name)}: '${TYPES[column.kind]}'`).join(', ');
  const [from, to] = [`${name}.json`, `${name}.parquet`].map(file => literal(join(folder, file)));
  const read = `read_json(${from}, format = 'array', columns = {${types}}, maximum_object_size = 268435456)`;
  return `copy (select * from ${read}) to ${to} (format parquet)`;
}

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

async function library() {
  try {
    return await import('./duckdb-library.ts');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'MODULE_NOT_FOUND' && code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Failure(
      'usage',
      {
        zh: '写 Parquet 文件要用 DuckDB，这台电脑上没有',
        en: 'Parquet files are written by DuckDB, which is not installed',
      },
      {
        zh: '用 npm install --global @duckdb/node-api 安装，或用 tiaochu export csv',
        en: 'Install it with npm install --global @duckdb/node-api, or use tiaochu export csv',
      },
    );
  }
}
