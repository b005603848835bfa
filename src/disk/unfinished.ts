import { createHash, randomBytes } from 'node:crypto';
import { lstatSync, readlinkSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeEnding } from '../kernel/ending.ts';
import { namesIn } from './names-in.ts';
import { isRunning } from './running.ts';

/** What SQLite keeps beside a database while it is open. */
export const COMPANIONS = ['-wal', '-shm', '-journal'] as const;

const NAME = /^\.tiaochu-([0-9a-f]{8})-(\d+)-[0-9a-f]{12}\.tmp(?:-wal|-shm|-journal)?$/;
const A_DAY = 86_400_000;

const mine = new Set<string>();

/**
 * A name in a folder for what is to take another name when it is complete. Nobody can foresee it, and what is made under it
 * goes away with the process, unless it is `kept`. What killed processes have left in the folder is removed first.
 */
export function unfinishedIn(folder: string): string {
  removeLeftovers(folder);
  if (mine.size === 0) beforeEnding(removeMine);
  const name = `.tiaochu-${here()}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
  mine.add(join(folder, name));
  return join(folder, name);
}

/** It has taken its place under another name. */
export function kept(unfinished: string): void {
  mine.delete(unfinished);
}

/** It is not wanted any more. */
export function discarded(unfinished: string): void {
  for (const ending of ['', ...COMPANIONS]) rmSync(unfinished + ending, { recursive: true, force: true });
  mine.delete(unfinished);
}

function removeMine(): void {
  for (const unfinished of mine)
    try {
      discarded(unfinished);
    } catch {
      // The process ends: whoever comes next removes it.
    }
}

/** Removes what no process will finish: its own is over, or a day has passed. Another computer's processes are not known here. */
function removeLeftovers(folder: string): void {
  for (const name of namesIn(folder)) {
    const [, place, pid] = NAME.exec(name) ?? [];
    if (pid === undefined) continue;
    const path = join(folder, name);
    const age = Date.now() - (lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if ((place === here() && !isRunning(Number(pid))) || age > A_DAY) removeQuietly(path);
  }
}

/** What somebody else has left may be only theirs to remove. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {}
}

let place: string | undefined;

/** Where the numbers of processes mean something: this computer, and on Linux this container. */
function here(): string {
  place ??= createHash('sha256').update(`${hostname()} ${processSpace()}`).digest('hex').slice(0, 8);
  return place;
}

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}
