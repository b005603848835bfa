import { sealUpgrade, unsoundRows } from './evidence/upgrade.ts';
import { MIGRATIONS, type Migration, takeSteps } from './migrations.ts';
import { APPLICATION_ID, connectTo, type Db } from './sqlite.ts';

/** Takes the steps that a ledger has not taken yet; its version is the number of steps. Runs inside a transaction. */
export function migrate(db: Db, from: number, migrations: readonly Migration[]): void {
  const unsound = unsoundRows(db);
  takeSteps(db, migrations.slice(from));
  sealUpgrade(db, unsound, from, migrations.length);
  db.pragma(`user_version = ${migrations.length}`);
}

/** A new ledger that is not in any file yet, or in an empty one. */
export function newLedger(migrations: readonly Migration[] = MIGRATIONS, db = connectTo()): Db {
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.exec('begin');
  migrate(db, 0, migrations);
  db.exec('commit');
  return db;
}
