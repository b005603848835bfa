import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { namesIn } from '../disk/names-in.ts';
import { namesOfBackups } from '../ledger/backup-name-rules.ts';
import { isEncrypted } from '../ledger/encryption/keys.ts';
import { wasLedger } from '../ledger/header.ts';
import { openToRead } from '../ledger/open.ts';
import { upgradeCopies } from '../ledger/upgrade-copy-rules.ts';
import { usualFolder } from './make.ts';
import { journaledBackups } from './store.ts';

/** The copies of a ledger that anybody can read. */
export interface PlainCopies {
  readonly found: readonly string[];
  /** Folders with backups that are not at hand now, such as on a stick: nobody can see what they are like. */
  readonly unseen: readonly string[];
}

/** Looks for them beside the ledger, in the usual folder and where the journal says: backups, and what upgrades and restores kept. */
export function plainCopies(ledger: string): PlainCopies {
  const folder = dirname(ledger);
  const backups = [folder, usualFolder(ledger)].flatMap(place =>
    namesOfBackups(ledger, namesIn(place)).map(name => join(place, name)),
  );
  const kept = namesIn(folder).filter(name => name.startsWith(`${basename(ledger)}.replaced-`));
  const beside = [...upgradeCopies(ledger, namesIn(folder)), ...kept].map(name => join(folder, name));
  const elsewhere = journaledIn(ledger).filter(isAbsolute);
  const unseen = elsewhere.map(path => dirname(path)).filter(place => !existsSync(place));
  const seen = new Set([...backups, ...beside].map(path => resolve(path)));
  const others = elsewhere.filter(path => existsSync(path) && !seen.has(path));
  return { found: [...backups, ...beside, ...others].filter(isReadableByAll), unseen: [...new Set(unseen)] };
}

function journaledIn(ledger: string): string[] {
  const db = openToRead(ledger);
  try {
    return journaledBackups(db);
  } finally {
    db.close();
  }
}

function isReadableByAll(path: string): boolean {
  try {
    return wasLedger(path) && !isEncrypted(path);
  } catch {
    return false;
  }
}
