import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../src/ledger/migrations.ts';
import { createLedger, openLedger } from '../src/ledger/open.ts';
import type { Db } from '../src/ledger/sqlite.ts';
import { addMonths, countVisit, differingTallies, noVisits } from '../src/ledger/visit-tallies.ts';
import { emptyFolder, type SmallLedger } from './support/ledger.ts';

const FOLDER = fileURLToPath(new URL('../src/ledger/migrations/', import.meta.url));

let ledger: SmallLedger;
afterEach(() => ledger?.remove());

test('a migration imports nothing that could change later: only its own folder, and the type of the database', () => {
  const imports = readdirSync(FOLDER).flatMap(file =>
    [...readFileSync(FOLDER + file, 'utf8').matchAll(/^import .*$/gm)].map(([line]) => line),
  );
  const outside = imports.filter(line => !/ from '\.\/[^/]+';$/.test(line));
  expect(new Set(outside)).toEqual(new Set(["import type { Db } from '../sqlite.ts';"]));
});

describe('a ledger of version 12 that is upgraded', () => {
  const VISITS = [
    { household: 5000, day: '2022-12-31', mode: 'home', pair: 1500 },
    { household: 7, day: '2023-01-01', mode: 'phone', pair: 1500 },
    { household: 7, day: '2023-01-02', mode: 'home', pair: 1500 },
    { household: 8, day: '2023-01-02', mode: 'home', pair: 3 },
    { household: 7, day: '2023-02-28', mode: 'absent', pair: 3 },
    { household: 4096, day: '2023-02-28', mode: 'home', pair: 1024 },
  ] as const;

  const oldLedger = () => {
    ledger = emptyFolder();
    const old = createLedger(ledger.path, MIGRATIONS.slice(0, 12));
    old.pragma('foreign_keys = off');
    const insert = old.prepare(
      "insert into visit (household_id, visited_on, mode, pair_id, substitute, domains, diary, diary_by) values (?, ?, ?, ?, 0, 1, '', 1)",
    );
    for (const { household, day, mode, pair } of VISITS) insert.run(household, day, mode, pair);
    old.close();
    return openLedger(ledger.path);
  };
  const newLedger = () => {
    ledger = emptyFolder();
    return createLedger(ledger.path);
  };
  const everything = (db: Db) => {
    const read = (sql: string) => db.prepare(sql).raw().all();
    const tables = db.prepare("select name from sqlite_schema where type = 'table' order by name").pluck().all();
    return {
      schema: read('select type, name, tbl_name, sql from sqlite_schema order by type, name'),
      rows: tables
        .filter(table => table !== 'visit')
        .map(table => [table, read(`select * from ${table} order by 1, 2`)]),
    };
  };
  const closing = <T>(db: Db, work: (db: Db) => T): T => {
    try {
      return work(db);
    } finally {
      db.close();
      ledger.remove();
    }
  };

  test('has the tables, the indexes and the counted visits of a new one', () => {
    const upgraded = closing(oldLedger(), everything);
    const fresh = closing(newLedger(), db => {
      const months = new Map<string, ReturnType<typeof noVisits>>();
      for (const { household, day, mode, pair } of VISITS) {
        const month = day.slice(0, 7);
        const tally = months.get(month) ?? noVisits();
        months.set(month, tally);
        countVisit(tally, household, pair, ['home', 'phone', 'absent'].indexOf(mode));
      }
      addMonths(db, months);
      return everything(db);
    });
    expect(upgraded).toEqual(fresh);
  });

  test('passes the check of the counted visits', () => {
    closing(oldLedger(), db => expect(differingTallies(db)).toEqual([]));
  });
});
