import { DuckDBInstance } from '@duckdb/node-api';

/** Runs SQL in a DuckDB of its own, in memory. (A bundle of its own, see bin/build.mjs; who wants Parquet installs DuckDB.) */
export async function inDuckDb(statements: readonly string[]): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    for (const statement of statements) await connection.run(statement);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
