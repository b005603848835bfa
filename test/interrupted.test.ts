import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeFile } from '../src/disk/file.ts';
import { openSpool } from '../src/disk/spool.ts';
import { emptyFolder, FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';
import { householdCode } from './support/many.ts';
import { DEFAULT_ENV } from './support/run.ts';
import { PROGRAM, tiaochu } from './support/spawned.ts';

const INIT = ['init', '--county', '150722', '--name', '莫力达瓦达斡尔族自治旗'];

let ledger: SmallLedger;
afterEach(() => ledger.remove());

const leftovers = () => readdirSync(ledger.folder).filter(name => name.startsWith('.tiaochu-'));

/** A process that is ended by a signal, at a moment or as soon as it has begun a file. */
async function endedBy(
  argv: readonly string[],
  signal: NodeJS.Signals,
  after: number | 'file',
  later = 0,
): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, ...argv], {
    stdio: 'ignore',
    env: { ...process.env, ...DEFAULT_ENV, TIAOCHU_LEDGER: ledger.path },
  });
  const ended = new Promise(resolve => child.once('exit', resolve));
  if (after === 'file') while (child.exitCode === null && leftovers().length === 0) await wait(1);
  await wait(after === 'file' ? later : after);
  child.kill(signal);
  await ended;
}

describe('an interrupted init', () => {
  beforeEach(() => {
    ledger = emptyFolder();
  });

  test('leaves no ledger or a complete one, and the next run leaves nothing else', async () => {
    for (let round = 0; round < 12; round++) {
      await endedBy(INIT, 'SIGKILL', round === 0 ? 'file' : 60 + 12 * round);
      if (existsSync(ledger.path)) expect(await ledger.run(['check'])).toMatchObject({ code: 0 });
      ledger.remove();
      mkdirSync(ledger.folder);
    }
    const left = `.tiaochu-00000000-999999999-${'0'.repeat(12)}.tmp`;
    writeFileSync(join(ledger.folder, left), 'of another computer');
    await endedBy(INIT, 'SIGKILL', 'file');
    if (!existsSync(ledger.path)) await ledger.done(...INIT);
    expect(await ledger.run(['unit', 'list'])).toMatchObject({ code: 0 });
    await ledger.done('unit', 'list', '--output', join(ledger.folder, 'units.csv'));
    expect(leftovers()).toEqual([left]);
    expect(statSync(ledger.path).mode & 0o777).toBe(0o600);
  });
});

describe('demos', () => {
  beforeEach(() => {
    ledger = emptyFolder();
  });
  const demo = (scale: string) => ['demo', '--scale', scale, '--ledger', ledger.path];

  test('that are interrupted leave the one before as it was', async () => {
    await ledger.done(...demo('village'));
    const before = readFileSync(ledger.path);
    for (const signal of ['SIGKILL', 'SIGTERM'] as const) await endedBy(demo('village'), signal, 'file', 600);
    expect(readFileSync(ledger.path).equals(before)).toBe(true);
    await ledger.done('unit', 'list', '--output', join(ledger.folder, 'list.csv'));
    expect(leftovers()).toEqual([]);
  }, 60_000);

  test('of which two run at once do not destroy each other', async () => {
    const both = await Promise.all([1, 2].map(() => tiaochu(demo('village'))));
    for (const { code, stderr } of both) expect([0, 6], stderr).toContain(code);
    expect(both.some(({ code }) => code === 0)).toBe(true);
    expect(await ledger.run(['check'])).toMatchObject({ code: 0 });
    expect(leftovers()).toEqual([]);
  }, 120_000);
});

describe('a result in a file', () => {
  beforeEach(async () => {
    ledger = await smallLedger();
    const rows = Array.from({ length: 9000 }, (_, n) => `${householdCode(n)},${FIRST},鄂户${n}\n`).join('');
    await ledger.done('household', 'import', ledger.write('many.csv', `code,unit_code,head_name\n${rows}`));
  });

  test('leaves nothing with unmasked names when a signal ends the program in the middle of it', async () => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      for (const name of ['all.csv', 'all.xlsx']) {
        await endedBy(['household', 'list', '--reveal', '核对', '--output', join(ledger.folder, name)], signal, 'file');
        expect(leftovers()).toEqual([]);
        if (existsSync(join(ledger.folder, name)))
          expect(statSync(join(ledger.folder, name)).size).toBeGreaterThan(9000);
      }
  }, 60_000);

  test('that a killed program has left is removed by the next run, and not what another is writing', async () => {
    await endedBy(['household', 'list', '--output', join(ledger.folder, 'all.csv')], 'SIGKILL', 'file');
    const [left = ''] = leftovers();
    expect(left).toMatch(/^\.tiaochu-[0-9a-f]{8}-\d+-[0-9a-f]{12}\.tmp$/);
    const running = left.replace(/-\d+-/, `-${process.ppid}-`);
    writeFileSync(join(ledger.folder, running), 'x');
    await ledger.done('unit', 'list', '--output', join(ledger.folder, 'units.csv'));
    expect(leftovers()).toEqual([running]);
  });
});

describe('a file that is not complete', () => {
  beforeEach(() => {
    ledger = emptyFolder();
  });

  test('can be read by its owner only, has a name that nobody foresees, and is no link', () => {
    const names = new Set<string>();
    for (let round = 0; round < 3; round++)
      writeFile(
        join(ledger.folder, 'a.csv'),
        piecesThat(() => {
          const [name = ''] = leftovers();
          names.add(name);
          expect(statSync(join(ledger.folder, name)).mode & 0o777).toBe(0o600);
        }),
      );
    expect(names.size).toBe(3);
    expect(leftovers()).toEqual([]);
  });

  test('of rejected rows does not follow a link in its folder', () => {
    const victim = ledger.write('victim', 'as it was');
    symlinkSync(victim, join(ledger.folder, `.tiaochu-${process.pid}-0.tmp`));
    symlinkSync(victim, join(ledger.folder, `.bad.rejected.csv.${process.pid}.tmp`));
    const spool = openSpool(ledger.folder);
    spool.add(1, 'row');
    writeFile(join(ledger.folder, 'bad.rejected.csv'), spool.texts());
    spool.close();
    expect(readFileSync(victim, 'utf8')).toBe('as it was');
    expect(readFileSync(join(ledger.folder, 'bad.rejected.csv'), 'utf8')).toBe('row');
  });
});

function* piecesThat(look: () => void): Generator<string> {
  yield 'a';
  look();
}
