import { chmodSync, copyFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { placeNew } from '../disk/file.ts';
import { syncPath } from '../disk/sync.ts';
import { unfinishedIn } from '../disk/unfinished.ts';

/** A key as a file that takes its place when it is complete; only its owner reads it. */
export function unplacedKey(from: string, to: string): { place(): void } {
  const unfinished = unfinishedIn(dirname(to));
  copyFileSync(from, unfinished);
  chmodSync(unfinished, 0o600);
  syncPath(unfinished);
  return { place: () => placeNew(unfinished, to) };
}

/** Copies a key to where none is. Returns where it is now. */
export function copyKey(from: string, to: string): string {
  unplacedKey(from, to).place();
  return to;
}
