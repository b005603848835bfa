import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seeded } from '../support/seeded.ts';
import { ended } from './killed.ts';
import { LONG, MOST_MS, tell, times } from './scale.ts';
import { expectWell, faultOf, type Stage, stage } from './stage.ts';
import { SOME_VICTIMS, type Victim } from './victims.ts';

const CRASHING = fileURLToPath(new URL('crash-at.cjs', import.meta.url));

let here: Stage;
beforeAll(async () => {
  here = await stage();
}, LONG);
afterAll(() => here?.remove());

/** What a victim makes of the ledger when nobody disturbs it, and how long that takes. */
async function undisturbed({ name, argv, prepare }: Victim) {
  here.reset();
  await prepare?.(here);
  const before = here.rows();
  const { code, stderr, ms } = await ended(argv(here), { ledger: here.path });
  expect([0, 5], `${name}: ${stderr.slice(-500)}`).toContain(code);
  return { before, after: here.rows(), ms };
}

interface Expected {
  /** The ledger as it was, and as it is when all is done. */
  readonly allowed: readonly (string | undefined)[];
  /** How long the command takes undisturbed. */
  readonly ms: number;
  /** Whether the command is tried again, which not every try can afford. */
  readonly isRepeated: boolean;
}

/** Nothing is half done, nothing is left over, and the same command works afterwards. */
async function expectAllOrNothing({ name, argv, prepare }: Victim, { allowed, ms, isRepeated }: Expected) {
  const now = here.rows();
  expect(allowed, name).toContain(now);
  await expectWell(here, name);
  if (isRepeated) {
    const again = await ended(argv(here), { ledger: here.path });
    expect(faultOf(`${name} again`, again, Math.max(MOST_MS, 4 * ms))).toBeUndefined();
    await expectWell(here, `${name} again`);
  }
  here.reset();
  await prepare?.(here);
  return now === allowed[0] ? 'before' : 'after';
}

describe.each(SOME_VICTIMS)('killed: $name', victim => {
  test(
    `${victim.name} killed at any moment`,
    async context => {
      const { before, after, ms } = await undisturbed(victim);
      const next = seeded(20_261_128);
      const outcome = { 'as before': 0, 'as after': 0 };
      const tries = times(40, 1);
      here.reset();
      await victim.prepare?.(here);
      for (let n = 0; n < tries; n++) {
        const moment = (0.25 + 0.85 * (next(1000) / 1000)) * ms;
        await ended(victim.argv(here), { ledger: here.path, end: { signal: 'SIGKILL', after: moment } });
        const left = await expectAllOrNothing(victim, { allowed: [before, after], ms, isRepeated: n % 5 === 0 });
        outcome[left === 'before' ? 'as before' : 'as after']++;
      }
      tell(context, tries, outcome);
    },
    LONG,
  );

  test(
    `${victim.name} killed before an operation on a file`,
    async context => {
      const { before, after, ms } = await undisturbed(victim);
      here.reset();
      await victim.prepare?.(here);
      const count = join(tmpdir(), `tiaochu-count-${process.pid}`);
      const env = { CRASH_IN: here.folder };
      const node = ['--require', CRASHING];
      await ended(victim.argv(here), { ledger: here.path, node, env: { ...env, CRASH_COUNT: count } });
      const operations = Number(readFileSync(count, 'utf8'));
      rmSync(count);
      here.reset();
      await victim.prepare?.(here);
      const points = spread(operations, times(operations, 1));
      for (const at of points) {
        const { signal } = await ended(victim.argv(here), {
          ledger: here.path,
          node,
          env: { ...env, CRASH_AT: String(at) },
        });
        expect(signal).toBe('SIGKILL');
        await expectAllOrNothing(victim, { allowed: [before, after], ms, isRepeated: at % 5 === 0 });
      }
      tell(context, points.length, { [`of ${operations} operations`]: points.length });
    },
    LONG,
  );
});

/** As many numbers from 1 to `last` as there are, or so many of them, evenly. */
function spread(last: number, most: number): number[] {
  const all = Array.from({ length: last }, (_, n) => n + 1);
  return last <= most ? all : all.filter(n => Math.floor((n * most) / last) > Math.floor(((n - 1) * most) / last));
}
