import { statSync } from 'node:fs';
import { join } from 'node:path';
import { removeLedger } from '../src/ledger/open.ts';
import { encryptedCopy, type Fixture, fresh } from './fixture.ts';
import { medians, tiaochu, timed } from './run.ts';

/**
 * The yardstick of an import: the same rows into a table with the CSV's text keys, and the same constraints (foreign
 * keys, checks, the visit's key) and indexes.
 */
const TEXT_TABLE = `
pragma journal_mode = wal;
create table household (code text primary key) without rowid;
create table cadre (code text primary key) without rowid;
create table pair (cadre_a text, cadre_b text, primary key (cadre_a, cadre_b)) without rowid;
create table visit (
  visited_on text not null check (length(visited_on) = 10),
  household_code text not null references household,
  cadre_a text not null references cadre,
  cadre_b text not null references cadre,
  domains text not null check (domains <> ''),
  mode text not null check (mode in ('home', 'phone', 'absent')),
  substitute text not null check (substitute in ('yes', 'no')),
  diary text not null,
  diary_by text not null references cadre,
  unique (household_code, visited_on, mode, cadre_a, cadre_b),
  foreign key (cadre_a, cadre_b) references pair
);
create index visit_pair on visit (cadre_a, cadre_b, mode, visited_on);
create index visit_day on visit (visited_on, mode, household_code, cadre_a, cadre_b);
create index visit_substitute on visit (visited_on) where substitute = 'yes';
`;

const FILL = (ledger: string) => `
attach '${ledger.replaceAll("'", "''")}' as l;
insert into household select code from l.household;
insert into cadre select code from l.cadre;
insert into pair select a.code, b.code from l.pair p join l.cadre a on a.id = p.cadre_a join l.cadre b on b.id = p.cadre_b;
insert into pair select b.code, a.code from l.pair p join l.cadre a on a.id = p.cadre_a join l.cadre b on b.id = p.cadre_b;
`;

/** Wall times of the import of the whole campaign and of `sqlite3 .import`, in milliseconds. */
export function importTimes(fixture: Fixture, runs: number) {
  const yardstick = join(fixture.folder, 'text.db');
  const { ledger: encryptedEmpty, keyFile } = encryptedCopy(fixture.empty, 'encrypted.db');
  const times = medians(runs, {
    tiaochu: () => {
      const target = fresh(fixture.empty, 'import.db');
      return tiaochu('visit', 'import', fixture.visitsCsv, '--ledger', target);
    },
    encrypted: () => {
      const target = fresh(encryptedEmpty, 'encrypted-import.db');
      return tiaochu('visit', 'import', fixture.visitsCsv, '--ledger', target, '--key-file', keyFile);
    },
    shell: () => {
      removeLedger(yardstick);
      timed('sqlite3', [yardstick], TEXT_TABLE + FILL(fixture.empty));
      const load = ['pragma foreign_keys = on', 'pragma synchronous = normal', '.mode csv'];
      const run = timed('sqlite3', [yardstick, ...load, `.import --skip 1 "${fixture.visitsCsv}" visit`]);
      const rows = timed('sqlite3', [yardstick, 'select count(*) from visit']).stdout.trim();
      if (Number(rows) < 270_000) throw new Error(`sqlite3 .import read only ${rows} rows`);
      return run;
    },
  });
  const { shell, tiaochu: plain, encrypted } = times;
  return { shell, tiaochu: plain, encrypted, megabytes: statSync(fixture.visitsCsv).size / 1e6 };
}
