import { chmodSync, copyFileSync, existsSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Step } from '../cli/progress.ts';
import { unwritable } from '../cli/targets.ts';
import { inTransaction } from '../cli/transaction.ts';
import { placeNew, writeFile, writeNew } from '../disk/file.ts';
import { makeFolder } from '../disk/make-folder.ts';
import { namesIn } from '../disk/names-in.ts';
import { syncPath } from '../disk/sync.ts';
import { discarded, unfinishedIn } from '../disk/unfinished.ts';
import { backupName, namesOfBackups } from '../ledger/backup-name-rules.ts';
import { convertible } from '../ledger/encryption/convert.ts';
import { isEncrypted } from '../ledger/encryption/keys.ts';
import type { FileKey } from '../ledger/encryption/page-rules.ts';
import { keyFile, keyText } from '../ledger/evidence/signing.ts';
import type { Db } from '../ledger/sqlite.ts';
import { verified } from '../ledger/verified.ts';
import { copyAnew } from '../ledger/whole-copy.ts';
import { givingWay, type KeptBackup } from './keep-rules.ts';
import { copyKey } from './key-copy.ts';
import { checksumOf, isWhole, type Receipt, receiptBeside, receiptOf, receiptText } from './receipt.ts';
import { identityOf } from './store.ts';

/** What is to be backed up, and where to. */
export interface BackupWish {
  readonly ledger: string;
  readonly folder: string;
  /** The instant of the command, which names the backup. */
  readonly at: string;
  /** Whether the key beside the ledger goes along. */
  readonly withKey: boolean;
  /** What the copy of a ledger that is not encrypted is encrypted with; one that is keeps its own key. */
  readonly encryptedWith?: FileKey | undefined;
  readonly progress: (done: number, total: number) => void;
}

export interface Backup {
  readonly path: string;
  readonly receipt: Receipt;
  /** Where the key of the ledger went, if it has one. */
  readonly key: string | undefined;
}

/** How a backup is called in the journal: by its name, elsewhere than in the usual folder by its whole path. */
export function recordOf(backup: string, ledger: string): string {
  const isUsual = resolve(dirname(backup)) === resolve(usualFolder(ledger));
  return isUsual ? basename(backup) : resolve(backup);
}

/** How far a copy is, as it is shown. */
export function copyingStep(done: number, total: number): Step {
  return { what: { zh: '备份', en: 'copying' }, done, total, unit: { zh: '页', en: 'pages' } };
}

/** Where backups go if nothing else is said. */
export const usualFolder = (ledger: string) => join(dirname(ledger), 'backups');

/** The file that a backup of this instant would get. */
export function backupPath({ ledger, folder, at }: Pick<BackupWish, 'ledger' | 'folder' | 'at'>): string {
  return join(folder, backupName(ledger, at, namesIn(folder)));
}

/**
 * Copies a ledger as it is at one moment, while others go on writing. The copy is read back, and has its name only when it
 * and its checksum are on the disk. Throws a Failure where the ledger is damaged or the folder cannot be written.
 */
export async function makeBackup(db: Db, wish: BackupWish): Promise<Backup> {
  const { ledger, folder, withKey } = wish;
  const hasKey = withKey && existsSync(keyFile(ledger));
  if (hasKey) keyText(keyFile(ledger));
  const unfinished = await begun(wish);
  try {
    await copySnapshot(db, unfinished, wish);
    chmodSync(unfinished, 0o600);
    syncPath(unfinished);
    const { version } = verified(unfinished, ledger);
    const { size } = statSync(unfinished);
    const receipt = { sha256: checksumOf(unfinished), size, ledger: identityOf(db), version };
    const path = backupPath(wish);
    writeFile(receiptOf(path), [receiptText(receipt, path)]);
    const key = hasKey ? copyKey(keyFile(ledger), keyFile(path)) : undefined;
    placeNew(unfinished, path);
    return { path, receipt, key };
  } catch (error) {
    discarded(unfinished);
    throw notWritten(error, folder);
  }
}

async function begun({ folder }: BackupWish): Promise<string> {
  try {
    makeFolder(folder);
    const unfinished = unfinishedIn(folder);
    writeNew(unfinished, []);
    return unfinished;
  } catch (error) {
    throw unwritable(error, folder);
  }
}

/** Pages that are copied before signals and progress have their turn: 8 MB. */
const PAGES = 2000;

/** What others save meanwhile is neither waited for nor half in the copy. */
function copySnapshot(db: Db, target: string, { ledger, encryptedWith, progress }: BackupWish): Promise<void> | void {
  if (encryptedWith) return copyEncrypted(ledger, target, encryptedWith);
  if (!isEncrypted(ledger)) return copyPages(db, target, progress);
  // What was decrypted in memory is not written: the file is as it was, since nothing can be written there.
  if (db.memory) copyFileSync(ledger, target);
  else copyAnew(db, target);
}

function copyEncrypted(ledger: string, target: string, key: FileKey): void {
  const source = convertible(ledger, key);
  try {
    source.copyInto(target);
  } finally {
    source.close();
  }
}

/** A transaction holds the moment. */
async function copyPages(db: Db, target: string, progress: BackupWish['progress']): Promise<void> {
  await inTransaction(db, 'read', () => {
    // The moment is that of the first look at the file.
    db.pragma('schema_version');
    return db.backup(target, {
      progress: ({ totalPages, remainingPages }) => {
        progress(totalPages - remainingPages, totalPages);
        return PAGES;
      },
    });
  });
}

/** The errors of SQLite that a full or read-only disk gives a copy are about the copy, not about the ledger. */
function notWritten(error: unknown, folder: string): unknown {
  const { code } = error as { code?: unknown };
  if (code === 'SQLITE_FULL')
    return unwritable(Object.assign(new Error(), { code: 'ENOSPC', syscall: 'write' }), folder);
  return unwritable(error, folder);
}

/** Removes the oldest backups of this ledger that were made here, so that `keep` are left; returns their names. */
export function removeOlder({ path, receipt }: Backup, ledger: string, keep: number): string[] {
  const folder = dirname(path);
  const own = backupsIn(folder, ledger, receipt.ledger);
  // By its name, as the others are: `dirname` of a path says nothing of how long its folder is (`./a`, `a`).
  const going = givingWay(own, basename(path), keep);
  for (const name of going)
    for (const file of [join(folder, name), receiptOf(join(folder, name)), keyFile(join(folder, name))])
      rmSync(file, { force: true });
  return going;
}

/** The backups of one ledger in a folder, the oldest first: by their names and by what their checksum files say. */
export function backupsIn(folder: string, ledger: string, identity: string): KeptBackup[] {
  return namesOfBackups(ledger, namesIn(folder)).flatMap(name => {
    const receipt = receiptBeside(join(folder, name));
    if (receipt?.ledger !== identity) return [];
    return [{ name, isWhole: isWhole(join(folder, name), receipt) }];
  });
}
