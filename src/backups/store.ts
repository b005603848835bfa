import { createHash } from 'node:crypto';
import { row, selectFrom, value } from '../ledger/query.ts';
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
