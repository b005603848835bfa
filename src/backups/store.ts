import { createHash } from 'node:crypto';
import { row, rows, selectFrom, value } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';

/** What tells a ledger from every other: when and for which county it was made. */
export function identityOf(db: Db): string {
  const first = row(db, selectFrom('journal').select(['at', 'records']).orderBy('id').limit(1));
  return createHash('sha256')
    .update(JSON.stringify(first ?? null))
    .digest('hex')
    .slice(0, 16);
}

/** When a ledger was last the same as a copy elsewhere: backed up, restored from one, or new; an instant in UTC. */
export function lastCopiedAt(db: Db): string | undefined {
  const copied = selectFrom('journal')
    .select('at')
    .where('command', 'in', ['backup', 'restore', 'init', 'recover'])
    .orderBy('id', 'desc')
    .limit(1);
  return value(db, copied);
}

/** The backups that the journal has, by its words for them. */
export function journaledBackups(db: Db): string[] {
  const found = rows(db, selectFrom('journal').select('records').where('command', '=', 'backup').orderBy('id'));
  return found.flatMap(({ records }) => JSON.parse(records ?? '[]') as string[]);
}
