import { readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { placeNew, writeNew } from '../disk/file.ts';
import { syncPath } from '../disk/sync.ts';
import { discarded, unfinishedIn } from '../disk/unfinished.ts';
import { bytesOf } from './ledger-bytes.ts';
import { connect } from './sqlite.ts';
import { upgradeCopies, upgradeCopyName } from './upgrade-copy-rules.ts';
import { verified } from './verified.ts';
import { copyAnew } from './whole-copy.ts';

/** How many of the copies that upgrades made are kept beside a ledger. */
const KEPT = 3;

/** A copy of a ledger from before an upgrade, which has no name until the upgrade is about to be saved. */
export interface UpgradeCopy {
  keep(): void;
  discard(): void;
}

/**
 * Copies a ledger through a second connection, since the first holds the lock, and reads the copy back. `keep` gives it its
 * name beside the ledger, unless the last copy of this version has the same content; older copies than the last few go.
 */
export function upgradeCopy(path: string, version: number): UpgradeCopy {
  const unfinished = unfinishedIn(dirname(path));
  const discard = () => discarded(unfinished);
  try {
    writeNew(unfinished, []);
    copyInto(unfinished, path);
    syncPath(unfinished);
    verified(unfinished, path);
  } catch (error) {
    discard();
    throw error;
  }
  return { discard, keep: () => keepCopy(unfinished, path, version) };
}

function copyInto(target: string, path: string): void {
  const reader = connect(path);
  try {
    copyAnew(reader, target);
  } finally {
    reader.close();
  }
}

function keepCopy(unfinished: string, path: string, version: number): void {
  const last = copiesOf(path)
    .filter(name => name.includes(`.v${version}-`))
    .at(-1);
  if (last !== undefined && isSame(unfinished, join(dirname(path), last))) {
    discarded(unfinished);
    return;
  }
  placeNew(unfinished, upgradeCopyName(path, version, new Date()));
  for (const old of copiesOf(path).slice(0, -KEPT)) rmSync(join(dirname(path), old), { force: true });
}

/** The copies that upgrades have left beside a ledger, the oldest first. */
const copiesOf = (path: string) => upgradeCopies(path, readdirSync(dirname(path)));

/** Counters in the header say how often a file was written, not what is in it. */
const COUNTERS = [
  [24, 28],
  [40, 44],
  [92, 100],
] as const;

function isSame(a: string, b: string): boolean {
  return statSync(a).size === statSync(b).size && contentOf(a).equals(contentOf(b));
}

function contentOf(path: string): Buffer {
  const bytes = bytesOf(path);
  for (const [from, to] of COUNTERS) bytes.fill(0, from, to);
  return bytes;
}
