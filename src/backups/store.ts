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

/** Whether only operators write in a ledger; one from before there were any has none. */
export function hasOperators(db: Db): boolean {
  const columns = db.pragma('table_info(operator)') as readonly unknown[];
  return columns.length > 0 && value(db, ACTIVE) !== undefined;
}

const ACTIVE = selectFrom('operator').select('id').where('retired_on', 'is', null).limit(1);

/** The county of a ledger, by its code and name, and the instant at which it was begun. */
export interface Origin {
  readonly county: string;
  readonly name: string;
  readonly begun: string;
}

/** Which ledger a file holds; undefined where it does not say. */
export function originOf(db: Db): Origin | undefined {
  const first = row(db, selectFrom('journal').select('at').orderBy('id').limit(1));
  const banner = row(
    db,
    selectFrom('unit_term').select(['code', 'name']).where('level', '=', 'banner').orderBy('from_on', 'desc').limit(1),
  );
  return first && banner && { county: banner.code, name: banner.name, begun: `${first.at.slice(0, 19)}Z` };
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
