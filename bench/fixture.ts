import { copyFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { removeLedger } from '../src/ledger/open.ts';
import { connect } from '../src/ledger/sqlite.ts';
import { fillTallies } from '../src/ledger/visit-tallies.ts';
import { type Program, tiaochu } from './run.ts';

/** The ledgers that the benchmark works on, all in one temporary folder. */
export interface Fixture {
  readonly folder: string;
  /** The demo banner with its visits. */
  readonly full: string;
  /** The same without visits. */
  readonly empty: string;
  readonly visitsCsv: string;
}

/** Makes the demo banner, and the same banner before its first visit. */
export function makeFixture(folder: string, program: Program = tiaochu): Fixture {
  const full = join(folder, 'full.db');
  const empty = join(folder, 'empty.db');
  program('demo', '--ledger', full);
  program('init', '--county', '150722', '--name', '莫力达瓦达斡尔族自治旗', '--ledger', empty);
  for (const [noun, file] of [
    ['unit', 'units'],
    ['cadre', 'cadres'],
    ['pair', 'pairs'],
    ['household', 'households'],
    ['assignment', 'assignments'],
  ] as const)
    program(noun, 'import', join(folder, `${file}.csv`), '--ledger', empty);
  return { folder, full, empty, visitsCsv: join(folder, 'visits.csv') };
}

/** An encrypted copy of a ledger, and the file with its passphrase. */
export interface EncryptedCopy {
  readonly ledger: string;
  readonly keyFile: string;
}

export function encryptedCopy(path: string, name: string): EncryptedCopy {
  const keyFile = join(dirname(path), 'key');
  writeFileSync(keyFile, 'river and reed');
  const ledger = fresh(path, name);
  tiaochu('encrypt', '--yes', '--ledger', ledger, '--key-file', keyFile);
  return { ledger, keyFile };
}

/** A copy of a ledger to write into. */
export function fresh(path: string, name: string): string {
  const target = join(dirname(path), name);
  removeLedger(target);
  copyFileSync(path, target);
  return target;
}

/** The demo banner with its campaign repeated in earlier years until it has so many visits. */
export function multiplied(fixture: Fixture, visits: number): string {
  const path = fresh(fixture.full, 'years.db');
  const db = connect(path);
  db.pragma('cache_size = -400000');
  const more = db.prepare(
    `insert or ignore into visit (household_id, visited_on, mode, pair_id, substitute, domains, diary, diary_by)
     select household_id, date(visited_on, ?), mode, pair_id, substitute, domains, diary, diary_by
     from visit where import_id is not null limit ?`,
  );
  const count = () => db.prepare('select count(*) from visit').pluck().get() as number;
  for (let back = 1; count() < visits; back++) more.run(`-${back * 245} days`, visits - count());
  db.exec('delete from visited_tally; delete from made_tally');
  fillTallies(db);
  db.pragma('wal_checkpoint(truncate)');
  db.close();
  return path;
}
