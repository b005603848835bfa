import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statfsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ended } from './killed.ts';
import { LONG, tell, times } from './scale.ts';
import { expectWell, faultOf, filesIn, type Stage, stage, stageIn, unfinishedIn } from './stage.ts';
import { SOME_VICTIMS, VICTIMS } from './victims.ts';

const mount = (...words: string[]) => spawnSync('mount', words).status === 0;

/** A disk of its own in memory, which only an administrator of Linux can mount. */
function diskOf(kilobytes: number): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'tiaochu-disk-'));
  if (mount('-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'none', folder)) return folder;
  rmSync(folder, { recursive: true });
  return undefined;
}

/** Gives a disk another size, or makes it one that cannot be written. */
const remount = (disk: string, how: string) => {
  const { status, stderr } = spawnSync('mount', ['-o', `remount,${how}`, disk], { encoding: 'utf8' });
  expect({ how, status, stderr }).toEqual({ how, status: 0, stderr: '' });
};

function remove(disk: string): void {
  spawnSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
}

const probe = diskOf(64);
if (probe) remove(probe);
else console.warn('no disk can be mounted here: what a full disk and a read-only one do is not tried');

const ROOMY = 65_536;

describe.runIf(probe)('a disk', () => {
  let here: Stage;
  let disk: string;
  let there: Stage;
  beforeAll(async () => {
    here = await stage();
    const files = filesIn(here.folder);
    disk = diskOf(ROOMY) ?? '';
    there = stageIn(disk, files);
  }, LONG);
  afterAll(() => {
    if (disk) remove(disk);
    here?.remove();
  });

  test.for(SOME_VICTIMS)('a disk that is full under $name', { timeout: LONG }, async (victim, context) => {
    const begin = async () => {
      remount(disk, `size=${ROOMY}k`);
      there.reset();
      await victim.prepare?.(there);
    };
    await begin();
    const before = there.rows();
    await ended(victim.argv(there), { ledger: there.path });
    const after = there.rows();
    const outcome = { 'as before': 0, 'as after': 0 };
    const room = [0, 4, 8, 16, 32, 64, 100, 150, 200, 300, 400, 500, 600, 800, 1000, 1500, 2000, 3000];
    const tries = times(1, 6);
    const rooms = room.filter((_, n) => n % tries === 0);
    for (const more of rooms) {
      await begin();
      // A size of nothing would be no limit.
      remount(disk, `size=${Math.max(64, usedIn(disk) + more)}k`);
      const end = await ended(victim.argv(there), { ledger: there.path });
      const what = `${victim.name} with ${more} kB`;
      expect(faultOf(what, end)).toBeUndefined();
      remount(disk, `size=${ROOMY}k`);
      const now = there.rows();
      expect([before, after], what).toContain(now);
      outcome[now === before ? 'as before' : 'as after']++;
      expect(unfinishedIn(disk), what).toEqual([]);
      await expectWell(there, what);
    }
    tell(context, rooms.length, outcome);
  });

  test(
    'a disk that cannot be written',
    async context => {
      const outcome = { refused: 0, read: 0 };
      for (const victim of VICTIMS) {
        remount(disk, `rw,size=${ROOMY}k`);
        there.reset();
        await victim.prepare?.(there);
        if (existsSync(there.path)) there.direct(db => db.pragma('wal_checkpoint(truncate)'));
        const before = existsSync(there.path) ? statSync(there.path).size : undefined;
        remount(disk, 'ro');
        const end = await ended(victim.argv(there), { ledger: there.path });
        expect(faultOf(victim.name, end)).toBeUndefined();
        outcome[end.code === 0 ? 'read' : 'refused']++;
        const reading = await ended(['household', 'list'], { ledger: there.path });
        expect(faultOf(`a list beside ${victim.name}`, reading)).toBeUndefined();
        expect(existsSync(there.path) ? statSync(there.path).size : undefined, victim.name).toBe(before);
      }
      remount(disk, `rw,size=${ROOMY}k`);
      tell(context, 2 * VICTIMS.length, outcome);
    },
    LONG,
  );
});

/** Kilobytes that are taken on a disk. */
function usedIn(disk: string): number {
  const { blocks, bfree, bsize } = statfsSync(disk);
  return Math.ceil(((blocks - bfree) * bsize) / 1024);
}
