import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asAddress } from '../src/region/database/address.ts';
import { type Connection, connectTo } from '../src/region/database/connection.ts';
import { FACTS } from '../src/region/database/fact-columns.ts';
import { loadsOf } from '../src/region/loading/region-store.ts';
import type { SmallLedger } from './support/ledger.ts';
import { postgresPrograms, type Server, startServer } from './support/postgres.ts';
import { counties, countyLedger, held, inRegion, kept, sorted, strays } from './support/region.ts';
import { run } from './support/run.ts';
import { seeded } from './support/seeded.ts';
import { tiaochu } from './support/spawned.ts';

const PROGRAMS = postgresPrograms();

const region = (url: string, ...argv: string[]) => run(['region', ...argv], { env: { TIAOCHU_DATABASE: url } });
/** A load in a process of its own, which can be killed. */
const loading = (url: string, ledger: SmallLedger, started?: (child: ChildProcess) => void) =>
  tiaochu(['region', 'load', ledger.path, '--format', 'json'], {
    env: { TIAOCHU_DATABASE: url },
    ...(started ? { started } : {}),
  });
const resultOf = ({ stdout }: { readonly stdout: string }) => JSON.parse(stdout)[0].result_code;

let visits = 0;
/** One more visit in the ledger, so that it has something to load. */
async function oneMore(ledger: SmallLedger, code: string): Promise<void> {
  const day = new Date(Date.UTC(2023, 8, 1 + visits++)).toISOString().slice(0, 10);
  const cells = [day, `${code}100200010003`, `${code}100200-C01`, `${code}100200-C02`, 'law', 'home', 'no'];
  const text = `visited_on,household_code,cadre_a,cadre_b,domains,mode,substitute\n${cells.join()}\n`;
  await ledger.done('visit', 'import', ledger.write(`more-${visits}.csv`, text));
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries++) {
    if (tries > 200) throw new Error('it never came to that');
    await wait(50);
  }
}

describe.skipIf(PROGRAMS === undefined)('loads that are stopped, on one PostgreSQL', () => {
  let server: Server;
  let ledger: SmallLedger;
  beforeAll(async () => {
    server = await startServer(PROGRAMS ?? '');
    ledger = await countyLedger('150721');
    await region(server.url, 'init');
    await region(server.url, 'load', ledger.path);
  }, 120_000);
  afterAll(() => {
    ledger?.remove();
    server?.remove();
  });

  /** Someone reads the facts, so that a load waits before the moment in which it takes the place of what was there. */
  async function whileSomebodyReads(work: (reader: Connection) => Promise<void>): Promise<void> {
    const reader = await connectTo(asAddress(server.url), {});
    await reader.run('begin');
    await reader.run(`lock table only ${FACTS[0]} in access share mode`);
    try {
      await work(reader);
    } finally {
      await reader.close();
    }
  }
  const isWaiting = async () => {
    const waiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query ~ '^lock'`;
    return (await inRegion(server.url, r => r.run(waiting))).length > 0;
  };

  test('one that is killed before its last moment changes nothing, is shown, and is gone on with', async () => {
    const before = await held(server.url, '150721');
    await oneMore(ledger, '150721');
    await whileSomebodyReads(async () => {
      let child: ChildProcess | undefined;
      const ended = loading(server.url, ledger, started => {
        child = started;
      });
      await until(isWaiting);
      expect(JSON.parse((await region(server.url, 'status', '--format', 'json')).stdout)[1].status_code).toBe(
        'loading',
      );
      child?.kill('SIGKILL');
      expect((await ended).signal).toBe('SIGKILL');
    });
    expect(await held(server.url, '150721')).toEqual(before);
    await until(async () => {
      const rows = JSON.parse((await region(server.url, 'status', '--format', 'json')).stdout);
      return rows[1].status_code === 'interrupted';
    });
    const [{ edition } = { edition: 0 }] = await inRegion(server.url, loadsOf);
    const again = await loading(server.url, ledger);
    expect(resultOf(again)).toBe('resumed');
    expect((await counties(server.url))[0]?.edition).toBe(edition);
    expect(sorted(await held(server.url, '150721'))).toEqual(sorted(kept(ledger, '150721')));
    expect(await strays(server.url)).toEqual([]);
    expect(await inRegion(server.url, loadsOf)).toEqual([]);
  });

  test('what an interrupted load of an earlier state left is taken away by the next load', async () => {
    await oneMore(ledger, '150721');
    await whileSomebodyReads(async () => {
      let child: ChildProcess | undefined;
      const ended = loading(server.url, ledger, started => {
        child = started;
      });
      await until(isWaiting);
      child?.kill('SIGKILL');
      await ended;
    });
    await oneMore(ledger, '150721');
    expect(resultOf(await loading(server.url, ledger))).toBe('loaded');
    expect(sorted(await held(server.url, '150721'))).toEqual(sorted(kept(ledger, '150721')));
    expect(await strays(server.url)).toEqual([]);
  });

  test('a connection that is cut off, and a server that crashes, are one sentence each', async () => {
    for (const [cut, sentence] of [
      [
        async (reader: Connection) => {
          await reader.run(
            `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and query ~ '^lock'`,
          );
        },
        /connection to the database .* was lost/,
      ],
      [async () => server.stop(), /connection to the database .* was lost/],
    ] as const) {
      const before = await held(server.url, '150721');
      await oneMore(ledger, '150721');
      await whileSomebodyReads(async reader => {
        const ended = loading(server.url, ledger);
        await until(isWaiting);
        await cut(reader);
        const { code, stderr } = await ended;
        expect([code, stderr]).toEqual([6, expect.stringMatching(sentence)]);
        expect(stderr).not.toMatch(/\n\s+at /);
      });
      if ((await region(server.url, 'status')).code === 6) await server.start();
      expect(await held(server.url, '150721')).toEqual(before);
      expect(resultOf(await loading(server.url, ledger))).toBe('resumed');
    }
  });

  test('killed at any moment, it leaves the old facts or the new ones, and the next load ends with the new', {
    timeout: 120_000,
  }, async () => {
    const next = seeded(20231205);
    for (let round = 0; round < 12; round++) {
      const old = await held(server.url, '150721');
      await oneMore(ledger, '150721');
      const ended = loading(server.url, ledger, child => {
        setTimeout(() => child.kill('SIGKILL'), 100 + next(400));
      });
      await ended;
      // What the server still does for a client that is gone takes a moment.
      await until(
        async () =>
          (await inRegion(server.url, r => r.run(`select 1 from pg_locks where locktype = 'advisory'`))).length === 0,
      );
      const fresh = sorted(kept(ledger, '150721'));
      expect([sorted(old), fresh]).toContainEqual(sorted(await held(server.url, '150721')));
      expect((await loading(server.url, ledger)).code).toBe(0);
      expect(sorted(await held(server.url, '150721'))).toEqual(fresh);
      expect(await strays(server.url)).toEqual([]);
    }
  });

  test('two loads of one county at once: both are right, or the second is told so', async () => {
    await oneMore(ledger, '150721');
    const both = await Promise.all([loading(server.url, ledger), loading(server.url, ledger)]);
    for (const { code, stderr } of both)
      if (code !== 0) expect([code, stderr]).toEqual([6, expect.stringMatching(/is loading 150721 now/)]);
    expect(both.map(({ code }) => code)).toContain(0);
    expect(sorted(await held(server.url, '150721'))).toEqual(sorted(kept(ledger, '150721')));
    const holder = await connectTo(asAddress(server.url), {});
    await holder.run('select pg_advisory_lock($1, 150721)', [0x7461_6f63]);
    const refused = await region(server.url, 'load', ledger.path);
    await holder.close();
    expect(refused).toMatchObject({ code: 6, stderr: expect.stringMatching(/Somebody else is loading 150721 now/) });
  });
});

describe.skipIf(PROGRAMS === undefined)('a region on three servers', () => {
  let servers: Server[] = [];
  let ledgers: SmallLedger[] = [];
  const codes = ['150721', '150723', '150724', '150725'];
  const url = () => servers[0]?.url ?? '';
  beforeAll(async () => {
    servers = await Promise.all([1, 2, 3].map(() => startServer(PROGRAMS ?? '')));
    ledgers = [];
    for (const code of codes) ledgers.push(await countyLedger(code));
    const holders = servers.slice(1).flatMap(server => ['--holder', server.url]);
    expect(await region(url(), 'init', ...holders)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/over 2 servers/),
    });
    expect((await region(url(), 'load', ...ledgers.map(({ path }) => path))).code).toBe(0);
  }, 120_000);
  afterAll(() => {
    for (const ledger of ledgers) ledger.remove();
    for (const server of servers) server.remove();
  });

  test('spreads its counties evenly, and its own server reads all of them', async () => {
    expect((await counties(url())).map(({ holder }) => holder)).toEqual([1, 2, 1, 2]);
    for (const [i, code] of codes.entries())
      expect(sorted(await held(url(), code))).toEqual(sorted(kept(ledgers[i] as SmallLedger, code)));
    // No fact lies on the region's own server.
    const own = await inRegion(url(), r => r.run(`select 1 from pg_tables where tablename ~ '_[0-9]{6}_'`));
    expect(own).toEqual([]);
  });

  test('keeps a county where it is when it is loaded again, and drops what it had there', async () => {
    await oneMore(ledgers[1] as SmallLedger, '150723');
    expect((await region(url(), 'load', ledgers[1]?.path ?? '')).code).toBe(0);
    expect((await counties(url())).map(({ holder }) => holder)).toEqual([1, 2, 1, 2]);
    expect(sorted(await held(url(), '150723'))).toEqual(sorted(kept(ledgers[1] as SmallLedger, '150723')));
    const second = await connectTo(asAddress(servers[2]?.url ?? ''), {});
    const tables = await second.run(`select tablename from pg_tables where tablename ~ '_150723_'`);
    await second.close();
    expect(tables.length).toBe(FACTS.length);
  });

  test('names a server that goes away while it takes a county in, and one that is away; the others go on', {
    timeout: 60_000,
  }, async () => {
    const [, , second] = servers;
    const at = new RegExp(`127\\.0\\.0\\.1:${second?.port}`);
    await oneMore(ledgers[1] as SmallLedger, '150723');
    const next = (await inRegion(url(), r => r.run('select last_value as last from tiaochu.edition')))[0]?.last;
    const blocker = await connectTo(asAddress(second?.url ?? ''), {});
    await blocker.run('begin');
    await blocker.run(`create table tiaochu.${FACTS[0]}_150723_${Number(next) + 1} (n integer)`);
    const ended = loading(url(), ledgers[1] as SmallLedger);
    await until(async () => (await blocker.run(`select 1 from pg_locks where not granted`)).length > 0);
    second?.stop();
    const { code, stderr } = await ended;
    expect([code, stderr]).toEqual([6, expect.stringMatching(at)]);
    await blocker.close();

    const status = await region(url(), 'status', '--format', 'json');
    expect(status.code).toBe(6);
    expect(status.stderr).toMatch(at);
    const words = JSON.parse(status.stdout).map((row: Record<string, unknown>) => [row.county_code, row.status_code]);
    expect(words).toEqual([
      ['150721', 'loaded'],
      ['150723', 'server-down'],
      ['150724', 'loaded'],
      ['150725', 'server-down'],
      ['150723', 'interrupted'],
    ]);
    await oneMore(ledgers[0] as SmallLedger, '150721');
    const some = await region(url(), 'load', ledgers[0]?.path ?? '', ledgers[1]?.path ?? '', '--format', 'json');
    expect(some.code).toBe(5);
    expect(JSON.parse(some.stdout).map((row: Record<string, unknown>) => row.result_code)).toEqual([
      'loaded',
      'failed',
    ]);
    expect(some.stderr).toMatch(at);
    await expect(held(url(), '150723')).rejects.toThrow(at);
    await second?.start();
    expect((await region(url(), 'load', ledgers[1]?.path ?? '')).code).toBe(0);
    expect(sorted(await held(url(), '150723'))).toEqual(sorted(kept(ledgers[1] as SmallLedger, '150723')));
    expect((await region(url(), 'status')).code).toBe(0);
  });

  test('a server whose password changes is told to the region again by the same init', async () => {
    const [, first] = servers;
    const owner = await connectTo(asAddress(first?.url ?? ''), {});
    await owner.run("alter role tiaochu password 'n3w'");
    await owner.close();
    const [before] = await counties(url());
    const holders = servers.slice(1).flatMap(server => ['--holder', server.url]);
    const again = await run(['region', 'init', ...holders], { env: { TIAOCHU_DATABASE: url(), PGPASSWORD: 'n3w' } });
    expect(again.code).toBe(0);
    const logins = await inRegion(url(), r =>
      r.run('select umoptions::text as login from pg_user_mappings order by srvname'),
    );
    expect(logins.map(({ login }) => login)).toEqual(Array(2).fill('{user=tiaochu,password=n3w}'));
    expect((await counties(url()))[0]).toEqual(before);
    expect(sorted(await held(url(), '150721'))).toEqual(sorted(kept(ledgers[0] as SmallLedger, '150721')));
  });

  test('another region does not take a server that keeps counties for this one', async () => {
    const other = await startServer(PROGRAMS ?? '');
    const taken = await region(other.url, 'init', '--holder', servers[1]?.url ?? '');
    expect(taken).toMatchObject({ code: 4, stderr: expect.stringMatching(/another region/) });
    const itself = await region(url(), 'init', '--holder', url());
    expect(itself).toMatchObject({ code: 4, stderr: expect.stringMatching(/is a region’s database itself/) });
    other.remove();
  });
});

describe.skipIf(PROGRAMS === undefined)('who cannot connect', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer(PROGRAMS ?? '');
  }, 60_000);
  afterAll(() => server?.remove());

  test('is told why, without the password', async () => {
    const at = (user: string, database: string, port = server.port) =>
      `postgresql://${user}:s3cret@127.0.0.1:${port}/${database}`;
    for (const [url, sentence] of [
      [at('tiaochu', 'nowhere'), /has no database/],
      [at('nobody', 'postgres'), /does not accept this user or password/],
      [at('tiaochu', 'postgres', 1), /no server listens there/],
      ['mysql://root:s3cret@db/region', /is written like postgresql:/],
    ] as const) {
      const { code, stdout, stderr } = await region(url, 'status');
      expect([code, stderr]).toEqual([url.startsWith('mysql') ? 2 : 6, expect.stringMatching(sentence)]);
      expect(stdout + stderr).not.toContain('s3cret');
    }
  });

  test('needs a permission for what it does', async () => {
    const owner = await connectTo(asAddress(server.url), {});
    await owner.run('create role reader login');
    await owner.run('revoke create on database postgres from public');
    const reader = server.url.replace('tiaochu@', 'reader@');
    expect(await region(reader, 'init')).toMatchObject({
      code: 6,
      stderr: expect.stringMatching(/lacks a permission/),
    });
    await region(server.url, 'init');
    expect(await region(reader, 'status')).toMatchObject({ code: 6 });
    await owner.run("update tiaochu.region set facts = 'of another program'");
    expect(await region(server.url, 'status')).toMatchObject({
      code: 6,
      stderr: expect.stringMatching(/another version/),
    });
    await owner.close();
  });
});
