import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../src/ledger/migrations.ts';
import { createLedger, openLedger } from '../src/ledger/open.ts';
import type { Db } from '../src/ledger/sqlite.ts';
import { addMonths, countVisit, differingTallies, noVisits } from '../src/ledger/visit-tallies.ts';
import { loadPetition } from '../src/petitions/store.ts';
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

test('a ledger of version 16 keeps its days; extensions get their lengths, and what is suspended now its suspension', () => {
  ledger = emptyFolder();
  const old = createLedger(ledger.path, MIGRATIONS.slice(0, 16));
  old.exec('insert into unit default values');
  const insertCase = old.prepare(
    `insert into cases (id, kind, number, unit_id, year, serial, registered_on, status, holder_id, last_on)
     values (?, ?, ?, 1, 2023, ?, '2023-05-01', ?, 1, '2023-06-01')`,
  );
  const insertMove = old.prepare(
    `insert into move (id, case_id, name, on_day, at, operator, unit_id, status, holder_id, reason, details)
     values (?, ?, ?, ?, '2023-06-01T00:00:00.000Z', 'clerk', 1, ?, 1, '', ?)`,
  );
  const insertDeadline = old.prepare(
    `insert into deadline (id, case_id, rule_id, unit_id, move_id, start_on, due_on, done, done_on)
     values (?, ?, (select id from deadline_rule where code = ?), 1, ?, '2023-05-01', ?, ?, ?)`,
  );
  insertCase.run(1, 'dispute', 'D1', 1, 'suspended');
  insertCase.run(2, 'petition', 'P1', 2, 'accepted');
  insertMove.run(1, 1, 'register', '2023-05-01', 'registered', '{"grade":"simple"}');
  insertMove.run(2, 1, 'suspend', '2023-05-03', 'suspended', '{}');
  insertMove.run(3, 1, 'resume', '2023-05-05', 'mediating', '{}');
  insertMove.run(4, 1, 'extend', '2023-05-20', 'mediating', '{"consented":true}');
  insertMove.run(5, 1, 'extend', '2023-06-01', 'mediating', '{"consented":true}');
  insertMove.run(6, 1, 'mediate', '2023-06-01', 'suspended', '{}');
  insertMove.run(7, 1, 'sponsor', '2023-06-01', 'suspended', '{}');
  insertMove.run(8, 2, 'extend', '2023-06-01', 'accepted', '{"days":10}');
  insertDeadline.run(1, 1, 'TJ_1M', 1, '2023-06-01', 'extended', '2023-05-20');
  insertDeadline.run(2, 1, 'TJ_1M', 4, '2023-07-01', 'extended', '2023-06-01');
  insertDeadline.run(3, 1, 'TJ_1M', 5, '2023-08-01', '', null);
  insertDeadline.run(4, 2, 'XF_HANDLE_60', 8, '2023-07-10', '', null);
  old.close();
  const db = openLedger(ledger.path);
  try {
    const all = (sql: string) => db.prepare(sql).raw().all();
    expect(all('select id, due_on, due_latest, extended_by from deadline order by id')).toEqual([
      [1, '2023-06-01', null, 0],
      [2, '2023-07-01', null, 1],
      [3, '2023-08-01', null, 2],
      [4, '2023-07-10', null, 10],
    ]);
    expect(all('select case_id, kind, from_on, to_on, move_id, ended_by from pause')).toEqual([
      [1, 'suspension', '2023-06-01', null, 6, null],
    ]);
  } finally {
    db.close();
  }
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
        .filter(table => !['visit', 'journal', 'seal', 'seal_block'].includes(String(table)))
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

test('a petition of a ledger before notices were numbered keeps its deadlines, and its delivery is a notice', () => {
  ledger = emptyFolder();
  const old = createLedger(ledger.path, MIGRATIONS.slice(0, 18));
  old.pragma('foreign_keys = off');
  old.exec(`
    insert into unit (id) values (4);
    insert into unit_term (unit_id, code, name, level, parent_id, from_on, to_on)
      values (4, '150722100200', '西博荣村', 'village', 2, '0001-01-01', '9999-12-31');
    insert into cases (id, kind, number, unit_id, year, serial, registered_on, status, holder_id, last_on)
      values (1, 'petition', '150722100200-2023-P1', 4, 2023, 1, '2023-06-01', 'concluded', 4, '2023-07-02');
    insert into petition (id, channel, kind, demand, category_id, people, external_no, accepted_on, concluded_on, outcome, notified_on, rating, reviewed)
      values (1, 'visit', 'claim', '养老保险', 4, 1, '', '2023-06-02', '2023-07-01', 'support', '2023-07-02', '', 0);`);
  const move =
    old.prepare(`insert into move (id, case_id, name, on_day, at, operator, unit_id, status, holder_id, reason, details)
    values (?, 1, ?, ?, '2023-07-02T00:00:00Z', 'tester', 4, ?, 4, '', ?)`);
  move.run(1, 'lodge', '2023-06-01', 'lodged', '{}');
  move.run(2, 'accept', '2023-06-02', 'accepted', '{}');
  move.run(3, 'conclude', '2023-07-01', 'concluded', '{"outcome":"support","reply":"已补缴"}');
  move.run(4, 'notify', '2023-07-02', 'concluded', '{"how":"当面送达"}');
  old
    .prepare(`insert into deadline (case_id, rule_id, unit_id, move_id, start_on, due_on, done)
      select 1, id, 4, 4, '2023-07-02', '2023-08-01', '' from deadline_rule where code = 'XF_REVIEW_APPLY_30'`)
    .run();
  old.close();
  const db = openLedger(ledger.path);
  try {
    expect(db.prepare('select name, details from move where id = 4').get()).toEqual({
      name: 'notice',
      details: '{"how":"当面送达","kind":"opinion"}',
    });
    expect(db.prepare('select kind, number, serial, served_on from notice').all()).toEqual([
      { kind: 'opinion', number: '', serial: null, served_on: '2023-07-02' },
    ]);
    expect(() => db.exec("update move set reason = 'x' where id = 4")).toThrow('append-only');
    const petition = loadPetition(db, '1');
    expect(petition).toMatchObject({ handler: 4, notifiedOn: '2023-07-02', applyDue: '2023-08-01', classedAs: '' });
  } finally {
    db.close();
  }
});

test('a ledger of version 24 keeps its meetings with what they decided, its outreach and its key domains', () => {
  ledger = emptyFolder();
  const old = createLedger(ledger.path, MIGRATIONS.slice(0, 24));
  old.exec(`insert into unit default values;
    insert into meeting (id, code, kind, unit_id, held_on, chair, linked_leader, summary)
      values (7, 'M-1', 'month', 1, '2023-05-10', '孟志强', '郭海山', '调度');
    insert into meeting_report (meeting_id, group_code, summary) values (7, 'ZD01', '汇报');
    insert into action_item (meeting_id, serial, code, text, owner, due_on, result)
      values (7, 1, 'M-1-1', '修渠', '水利站', '2023-06-30', '');
    insert into outreach (id, code, unit_id, topic, kind, held_on, place)
      values (3, 'XC-1', 1, '民法典', 'lecture', '2023-06-10', '')`);
  old.close();
  const db = openLedger(ledger.path);
  try {
    const all = (sql: string) => db.prepare(sql).raw().all();
    expect(all('select id, kind, attendees, linked_leader from meeting')).toEqual([[7, 'month', '', '郭海山']]);
    expect(all('select meeting_id from meeting_report union all select meeting_id from action_item')).toEqual([
      [7],
      [7],
    ]);
    expect(all('select id, subject, kind from outreach')).toEqual([[3, '', 'lecture']]);
    expect(all("select count(*) from domain where kind = 'key'")).toEqual([[3]]);
    expect(db.pragma('foreign_key_check')).toEqual([]);
  } finally {
    db.close();
  }
});
