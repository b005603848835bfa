import { basename, dirname, join } from 'node:path';
import { namesIn } from '../disk/names-in.ts';
import { namesOfBackups } from '../ledger/backup-name-rules.ts';
import { isEncrypted } from '../ledger/encryption/keys.ts';
import { wasLedger } from '../ledger/header.ts';
import { upgradeCopies } from '../ledger/upgrade-copy-rules.ts';
import { usualFolder } from './make.ts';

/** The copies of a ledger beside it and in the usual folder that anybody can read: backups, and what upgrades and restores kept. */
export function plainCopies(ledger: string): string[] {
  const folder = dirname(ledger);
  const backups = [folder, usualFolder(ledger)].flatMap(place =>
    namesOfBackups(ledger, namesIn(place)).map(name => join(place, name)),
  );
  const kept = namesIn(folder).filter(name => name.startsWith(`${basename(ledger)}.replaced-`));
  const beside = [...upgradeCopies(ledger, namesIn(folder)), ...kept].map(name => join(folder, name));
  return [...backups, ...beside].filter(isReadableByAll);
}

function isReadableByAll(path: string): boolean {
  try {
    return wasLedger(path) && !isEncrypted(path);
  } catch {
    return false;
  }
}
