import { chmodSync, copyFileSync, existsSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { unwritable } from '../cli/targets.ts';
import { placeOver } from '../disk/file.ts';
import { syncPath } from '../disk/sync.ts';
import { COMPANIONS, discarded, unfinishedIn } from '../disk/unfinished.ts';
import { keyFile } from '../ledger/evidence/signing.ts';
import { setAside, whileAlone } from '../ledger/exchange.ts';
import { MIGRATIONS } from '../ledger/migrations.ts';
import { newer } from '../ledger/problems.ts';
import { connect } from '../ledger/sqlite.ts';
import { verified } from '../ledger/verified.ts';
import { unplacedKey } from './key-copy.ts';
import { alteredBackup, notBackup } from './problems.ts';
import { checksumOf, receiptBeside } from './receipt.ts';

/** A backup that was verified, as a copy beside the ledger that is to take its place. */
export interface Restorable {
  readonly unfinished: string;
  readonly version: number;
  /** Whether a checksum lay beside it. */
  readonly isChecked: boolean;
}

/**
 * Copies a backup beside the ledger and verifies the copy: its checksum, that it opens and is whole, its version. The backup
 * itself is only read. Throws a Failure of kind `ledger` that names it where it cannot be restored.
 */
export function verifiedBackup(backup: string, ledger: string): Restorable {
  const unfinished = copied(backup, ledger);
  try {
    const receipt = receiptBeside(backup);
    if (receipt && (receipt.size !== statSync(unfinished).size || checksumOf(unfinished) !== receipt.sha256))
      throw alteredBackup(backup);
    const { version } = verified(unfinished, backup, notBackup);
    if (version > MIGRATIONS.length) throw newer(backup, version, MIGRATIONS.length);
    return { unfinished, version, isChecked: receipt !== undefined };
  } catch (error) {
    discarded(unfinished);
    throw error;
  }
}

/** With the log beside it, for a file that was copied by hand while it was in use. */
function copied(backup: string, ledger: string): string {
  const unfinished = unfinishedIn(dirname(ledger));
  try {
    for (const ending of ['', '-wal'])
      if (ending === '' || existsSync(backup + ending)) {
        copyFileSync(backup + ending, unfinished + ending);
        chmodSync(unfinished + ending, 0o600);
      }
    return unfinished;
  } catch (error) {
    discarded(unfinished);
    throw unwritable(error, ledger);
  }
}

/** What a restored ledger has replaced, under the names that it has now. */
export interface Replaced {
  readonly ledger: string | undefined;
  readonly key: string | undefined;
}

/** Puts a verified backup in the place of the ledger, whose file, log and key are kept under other names. */
export function putInPlace({ unfinished }: Restorable, backup: string, ledger: string, at: string): Replaced {
  withLog(unfinished);
  syncPath(unfinished);
  const aside = freeName(`${ledger}.replaced-${at.replace(/[-:.]/g, '')}`);
  try {
    return whileAlone(ledger, held => {
      const isThere = [ledger, ...COMPANIONS.map(ending => ledger + ending)].some(path => existsSync(path));
      if (isThere) setAside(ledger, aside, held);
      placeOver(unfinished, ledger);
      return { ledger: isThere ? aside : undefined, key: restoreKey(backup, ledger, keyFile(aside)) };
    });
  } catch (error) {
    throw unwritable(error, ledger);
  }
}

/** A ledger has a log beside it, so that others can read while one writes; a copy from before an upgrade has none. */
export function withLog(path: string): void {
  const db = connect(path);
  try {
    db.pragma('journal_mode = wal');
  } finally {
    db.close();
  }
}

/** The key of the backup signs from now on; another key that was there is kept. Returns the name of that. */
function restoreKey(backup: string, ledger: string, aside: string): string | undefined {
  const [from, to] = [keyFile(backup), keyFile(ledger)];
  if (!existsSync(from) || (existsSync(to) && checksumOf(from) === checksumOf(to))) return undefined;
  const key = unplacedKey(from, to);
  const isThere = existsSync(to);
  if (isThere) renameSync(to, aside);
  key.place();
  return isThere ? aside : undefined;
}

function freeName(name: string): string {
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name}-${number}`;
    if (![free, keyFile(free), ...COMPANIONS.map(ending => free + ending)].some(path => existsSync(path))) return free;
  }
}
