import type { Writable } from 'node:stream';
import { Client, type ClientConfig, types } from 'pg';
import { from } from 'pg-copy-streams';

/** Counts (int8) and sums (numeric) are integers that a number holds. */
const INTEGERS = [20, 1700];
const INSTANT = 1184;

/** A connection to PostgreSQL that is not open yet. (A bundle of its own, see bin/build.mjs.) */
export function newClient(config: ClientConfig): Client {
  const parsers = new Map<number, (text: string) => unknown>([
    ...INTEGERS.map(oid => [oid, Number] as const),
    [INSTANT, text => new Date(text).toISOString()],
  ]);
  const getTypeParser = ((oid: number, format: 'text') =>
    parsers.get(oid) ?? types.getTypeParser(oid, format)) as typeof types.getTypeParser;
  return new Client({ ...config, types: { getTypeParser } });
}

/** Where the lines of a COPY … FROM STDIN go. */
export function copyStream(client: Client, sql: string): Writable {
  return client.query(from(sql));
}
