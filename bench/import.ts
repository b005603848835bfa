import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { removeLedger } from '../src/ledger/open.ts';
import { type Fixture, fresh } from './fixture.ts';
import { isThere, ROOT, type Run, tiaochu, timed } from './run.ts';

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

/** The import that is measured: the whole campaign into the banner before its first visit. */
export function visitImport({ empty, visitsCsv }: Pick<Fixture, 'empty' | 'visitsCsv'>): Run {
  return tiaochu('visit', 'import', visitsCsv, '--ledger', fresh(empty, 'import.db'));
}

/** The sqlite3 shell's `.import` of the same file. Throws where it read less than the whole. */
export function shellImport({ folder, empty, visitsCsv }: Fixture): Run {
  const yardstick = join(folder, 'text.db');
  removeLedger(yardstick);
  timed('sqlite3', [yardstick], TEXT_TABLE + FILL(empty));
  const load = ['pragma foreign_keys = on', 'pragma synchronous = normal', '.mode csv'];
  const run = timed('sqlite3', [yardstick, ...load, `.import --skip 1 "${visitsCsv}" visit`]);
  expectAll(timed('sqlite3', [yardstick, 'select count(*) from visit']).stdout);
  return run;
}

/** What DuckDB is given beforehand: the codes of the ledger, as files. */
const CODES = {
  household: `select h.id, h.code, min(t.from_on) as from_on, max(t.to_on) as to_on
    from household h join household_term t on t.household_id = h.id group by h.id`,
  cadre: 'select id, code from cadre',
  pair: 'select id, min(cadre_a, cadre_b) as cadre_a, max(cadre_a, cadre_b) as cadre_b, from_on, to_on from pair',
  domain: 'select id, code from domain',
} as const;

/** DuckDB reading the same file, checking the same rules, keeping the same keys; undefined where it is not installed. */
export function duckdbImport({ folder, empty, visitsCsv }: Fixture): (() => Run) | undefined {
  if (!isThere(process.execPath, '-e', `require.resolve('@duckdb/node-api', { paths: [${JSON.stringify(ROOT)}] })`))
    return undefined;
  const codes = join(folder, 'codes');
  mkdirSync(codes, { recursive: true });
  for (const [name, query] of Object.entries(CODES))
    timed('sqlite3', [empty, '.mode csv', '.headers on', `.output "${join(codes, `${name}.csv`)}"`, query]);
  const database = join(folder, 'visits.duckdb');
  return () => {
    for (const file of [database, `${database}.wal`]) rmSync(file, { force: true });
    const run = timed(process.execPath, [
      join(ROOT, 'bench', 'duckdb-import.mjs'),
      visitsCsv,
      codes,
      database,
      today(),
    ]);
    expectAll(run.stdout);
    return run;
  };
}

const today = () => new Date().toISOString().slice(0, 10);

function expectAll(count: string): void {
  if (Number(count.trim()) < 270_000) throw new Error(`only ${count.trim()} visits were read`);
}
