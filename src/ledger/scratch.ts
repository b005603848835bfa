import { MIGRATIONS, takeSteps } from './migrations.ts';
import { connectTo, type Db } from './sqlite.ts';

/**
 * A copy of a ledger in memory to try things on, without the rows of some tables and without the triggers that keep rows from
 * being deleted.
 */
export function scratchOf(db: Db, without: ReadonlySet<string>): Db {
  const scratch = connectTo();
  scratch.pragma('foreign_keys = off');
  // What is wrong in a ledger is wrong in its copy, too.
  scratch.pragma('ignore_check_constraints = on');
  takeSteps(scratch, MIGRATIONS);
  for (const name of namesOf(scratch, 'trigger')) scratch.exec(`drop trigger "${name}"`);
  for (const name of namesOf(scratch, 'table')) {
    scratch.exec(`delete from "${name}"`);
    if (!without.has(name)) copyRows(db, scratch, name);
  }
  return scratch;
}

function namesOf(db: Db, type: 'table' | 'trigger'): string[] {
  const names = db.prepare("select name from sqlite_schema where type = ? and name not like 'sqlite\\_%' escape '\\'");
  return names.pluck().all(type) as string[];
}

function copyRows(from: Db, to: Db, table: string): void {
  const rows = from.prepare(`select * from "${table}"`).raw();
  const insert = to.prepare(`insert into "${table}" values (${rows.columns().map(() => '?')})`);
  for (const row of rows.iterate() as IterableIterator<unknown[]>) insert.run(row);
}
