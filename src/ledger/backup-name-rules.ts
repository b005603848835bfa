import { basename } from 'node:path';

/** What a file in a folder of backups is called: the ledger's name, the instant in UTC, and a number where an instant has several. */
const NAME = /^(.+)-(\d{8}T\d{9}Z)(?:-(\d+))?\.db$/;

/** What a ledger's backups begin with: the name of its file without the ending. */
function ledgerName(ledger: string): string {
  return basename(ledger).replace(/\.(?:db|sqlite3?)$/i, '');
}

/** The name of a backup, which sorts by its instant; `taken` are the names that are there already. */
export function backupName(ledger: string, at: string, taken: readonly string[]): string {
  const name = `${ledgerName(ledger)}-${at.replace(/[-:.]/g, '')}`;
  const last = namesOfBackups(ledger, taken)
    .filter(own => own.startsWith(name))
    .at(-1);
  return last === undefined ? `${name}.db` : `${name}-${Number(NAME.exec(last)?.[3] ?? 1) + 1}.db`;
}

/** The names among these that backups of a ledger would have, the oldest first. */
export function namesOfBackups(ledger: string, names: readonly string[]): string[] {
  const parts = (name: string) => NAME.exec(name);
  const order = (name: string) => `${parts(name)?.[2]} ${(parts(name)?.[3] ?? '1').padStart(9, '0')}`;
  return names.filter(name => parts(name)?.[1] === ledgerName(ledger)).sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
