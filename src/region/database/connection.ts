import { pipeline } from 'node:stream/promises';
import { type Compilable, createQueryId, PostgresQueryCompiler } from 'kysely';
import type { Client, ClientConfig } from 'pg';
import type { World } from '../../cli/world.ts';
import type { Address } from './address.ts';
import { passwordFor } from './password-file.ts';
import { databaseFailure, type Holders } from './problems.ts';

type Result = Readonly<Record<string, unknown>>;

/** A connection to one server. Whatever fails there is thrown as a Failure that names it (exit 6). */
export interface Connection {
  readonly address: Address;
  /** Runs SQL that Kysely does not write: definitions, settings, locks. */
  run(sql: string, values?: readonly unknown[]): Promise<readonly Result[]>;
  rows<R>(query: Compilable<R>): Promise<R[]>;
  /** Sends the lines of a COPY … FROM STDIN. */
  copy(sql: string, pieces: Iterable<Uint8Array>): Promise<void>;
  /** Does all of it or nothing. */
  atomically<T>(work: () => Promise<T>): Promise<T>;
  /** Tells it which servers it reads through, so that one that is down is named. */
  names(holders: Holders): void;
  close(): Promise<void>;
}

const CONNECT_MS = 5_000;
const CLOSE_MS = 1_000;
/** Figures of several counties are computed where these are; whoever waits for a lock is told so. */
const SETTINGS = `set search_path = tiaochu;
  set enable_partitionwise_aggregate = on;
  set enable_partitionwise_join = on;
  set client_min_messages = warning;
  set lock_timeout = '30s'`;

/** Connects to a server. Throws a Failure of kind `ledger` within some seconds where that cannot be done (exit 6). */
export async function connectTo(address: Address, env: World['env']): Promise<Connection> {
  const { newClient, copyStream } = await import('./pg-library.ts');
  const client = newClient(configFor(address, env));
  // What breaks between two queries is noticed by the next one.
  client.on('error', () => {});
  let holders: Holders = new Map();
  const guarded = <T>(work: () => Promise<T>): Promise<T> =>
    work().catch(error => {
      throw databaseFailure(error, address, holders);
    });
  const run: Connection['run'] = (sql, values) =>
    guarded(async () => (await client.query(sql, values && [...values])).rows ?? []);
  await guarded(() => client.connect());
  await run(SETTINGS);
  return {
    address,
    run,
    rows: async query => {
      const { sql, parameters } = compiled(query);
      return (await run(sql, parameters)) as never;
    },
    copy: (sql, pieces) => guarded(() => pipeline(pieces, copyStream(client, sql))),
    atomically: work => inTransaction(run, work),
    names: known => {
      holders = known;
    },
    close: () => closed(client),
  };
}

/** A query as PostgreSQL has it, whichever database it was written for. */
const compiled = (query: Compilable<unknown>) =>
  new PostgresQueryCompiler().compileQuery(query.compile().query, createQueryId());

function configFor(address: Address, env: World['env']): ClientConfig {
  const { host, port, database, user, sslmode } = address;
  const password = passwordFor(address, env);
  return {
    ...{ host, port: Number(port), database, user: user ?? env.PGUSER, connectionTimeoutMillis: CONNECT_MS },
    // A function keeps the client from looking for a password itself.
    password: () => password as string,
    ssl: sslmode === undefined || sslmode === 'disable' ? false : { rejectUnauthorized: sslmode.startsWith('verify') },
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: 'tiaochu',
  };
}

async function inTransaction<T>(run: Connection['run'], work: () => Promise<T>): Promise<T> {
  await run('begin');
  try {
    const done = await work();
    await run('commit');
    return done;
  } catch (error) {
    // Where the connection is lost, the server rolls back itself.
    await run('rollback').catch(() => {});
    throw error;
  }
}

/** A server that does not answer any more is not waited for. */
async function closed(client: Client): Promise<void> {
  const waited = new Promise<void>(resolve => setTimeout(resolve, CLOSE_MS).unref());
  await Promise.race([client.end().catch(() => {}), waited]);
}
