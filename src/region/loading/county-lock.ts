import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from '../../kernel/failure.ts';
import type { Connection } from '../database/connection.ts';

/** What locks of counties are told apart by from those of other programs. */
const CLASS = 0x7461_6f63;
/** A loader that was killed is noticed by the server within this time. */
const TRIES = 15;
const BETWEEN_MS = 200;

/** Holds a county while it is loaded. Throws a Failure where somebody else loads it (exit 6). */
export async function holding<T>(region: Connection, county: string, work: () => Promise<T>): Promise<T> {
  await lock(region, county);
  try {
    return await work();
  } finally {
    // Where the connection is lost, so is the lock.
    await region.run('select pg_advisory_unlock($1, $2)', [CLASS, Number(county)]).catch(() => []);
  }
}

async function lock(region: Connection, county: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    const [tried] = await region.run('select pg_try_advisory_lock($1, $2) as held', [CLASS, Number(county)]);
    if (tried?.held === true) return;
    if (tries === TRIES) throw inHand(county);
    await wait(BETWEEN_MS);
  }
}

const inHand = (county: string) =>
  new Failure(
    'ledger',
    { zh: `${county} 正由其他人装载`, en: `Somebody else is loading ${county} now` },
    {
      zh: '请等它完成；tiaochu region status 可以看到',
      en: 'Wait until it is finished; tiaochu region status shows it',
    },
  );

/** Counties that somebody loads now: who does holds a lock, which ends with the connection. */
export async function countiesInHand(region: Connection): Promise<ReadonlySet<string>> {
  const held = await region.run(
    `select objid::bigint as county from pg_locks where locktype = 'advisory' and classid = ${CLASS} and granted`,
  );
  return new Set(held.map(({ county }) => String(county)));
}
