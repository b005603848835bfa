import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../src/ledger/migrations.ts';
import { createLedger, openLedger } from '../src/ledger/open.ts';
import { emptyFolder, FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';

let ledger: SmallLedger;
afterEach(() => ledger?.remove());

interface Finding {
  readonly check: string;
  readonly record: string;
}

/** What `check` finds with the seals and the chain. */
async function findings(): Promise<string[]> {
  const { stdout } = await ledger.run(['check', '--format', 'json']);
  const found = JSON.parse(stdout) as Finding[];
  return found.filter(({ check }) => /^(row-|journal|schema$)/.test(check)).map(f => `${f.check} ${f.record}`);
}

/** Changes the file as anybody can who has the sqlite3 shell. */
function byHand(sql: string): void {
  ledger.direct(db => {
    db.pragma('foreign_keys = off');
    db.exec(sql);
  });
}

/** The same, with the triggers out of the way and back in their place afterwards. */
function withoutTriggers(sql: string): void {
  ledger.direct(db => {
    db.pragma('foreign_keys = off');
    const triggers = db.prepare("select name, sql from sqlite_schema where type = 'trigger'").all() as {
      name: string;
      sql: string;
    }[];
    for (const { name } of triggers) db.exec(`drop trigger ${name}`);
    db.exec(sql);
    for (const trigger of triggers) db.exec(trigger.sql);
  });
}

describe('rows that no command wrote', () => {
  beforeEach(async () => {
    ledger = await smallLedger({ visits: true });
    await ledger.done('household', 'change', `${FIRST}010001`, '--people', '6');
  });

  test('there are none in a ledger that only commands wrote into', async () => {
    expect(await findings()).toEqual([]);
  });

  test.each([
    [
      'a changed row is named, with the entry that wrote it last',
      'update household set people = 7 where id = 1',
      ['row-changed household 1 (entry 8)'],
    ],
    [
      'a changed row of an import is named with its block',
      "update visit set diary = '改过' where id = 3",
      ['row-changed visit 1-9 (entry 7)'],
    ],
    [
      'a row that was deleted from a block changes the block',
      'delete from visit where id = 3',
      ['row-changed visit 1-9 (entry 7)'],
    ],
    [
      'a deleted row is missing',
      "delete from setting where key = 'county'",
      ['row-missing setting ["county"] (entry 1)'],
    ],
    ['an added row is unexplained', "insert into setting values ('x', 'y')", ['row-unexplained setting ["x"]']],
    ['a table that was emptied misses all its blocks', 'delete from visit', ['row-missing visit 1-9 (entry 7)']],
  ])('%s', async (_, sql, found) => {
    byHand(sql);
    expect(await findings()).toEqual(found);
  });

  test('a command beside a row that was changed by hand does not make it right', async () => {
    byHand('update household set people = 9 where id = 3; update cadre set duty = 7 where id = 3');
    await ledger.done('household', 'change', `${FIRST}010002`, '--people', '6');
    await ledger.done('cadre', 'change', `${FIRST}-C01`, '--duty', '科长');
    expect(await findings()).toEqual(['row-changed cadre 1-12 (entry 3)', 'row-changed household 3 (entry 8)']);
  });

  test('an import that was undone leaves nothing that is missed', async () => {
    await ledger.done('visit', 'import', `${ledger.folder}/visits.csv`);
    await ledger.done('import', 'undo', '6', '--yes');
    expect(await findings()).toEqual([]);
    await ledger.done('visit', 'import', `${ledger.folder}/visits.csv`);
    expect(await findings()).toEqual([]);
  });
});

describe('the journal', () => {
  beforeEach(async () => {
    ledger = await smallLedger();
    for (const people of ['5', '6', '7', '8'])
      await ledger.done('household', 'change', `${FIRST}010001`, '--people', people);
  });

  test.each([
    ['an entry that was changed is named', "update journal set operator = 'x' where id = 7", ['journal 7']],
    [
      'an entry that was deleted is missing, and the next one does not follow',
      'delete from journal where id = 7',
      ['journal 8', 'journal-gap 7'],
    ],
    ['the last entry is missed, too', 'delete from journal where id = 10', ['journal-gap 10']],
    [
      'entries in another order are named, the first one first',
      'update journal set id = -7 where id = 7; update journal set id = 7 where id = 8; update journal set id = 8 where id = -7',
      ['journal 7', 'journal 8', 'journal 9'],
    ],
    [
      'an entry that nobody made does not follow',
      'insert into journal select 11, at, operator, command, records, counts, reason, hash from journal where id = 10',
      ['journal 11'],
    ],
    [
      'an entry without a hash is no entry of the chain',
      "update journal set hash = '' where id = 7",
      ['journal 8', 'journal-gap 7', 'row-unexplained journal 7'],
    ],
    [
      'a seal that was changed breaks the chain',
      "update seal set removed = '[77]' where entry = 8 and tbl = 'event'",
      ['journal 8'],
    ],
  ])('%s', async (_, sql, found) => {
    withoutTriggers(sql);
    expect(await findings()).toEqual(found);
  });

  test('triggers that were dropped are found', async () => {
    byHand('drop trigger journal_keeps_text');
    expect(await findings()).toEqual(['schema trigger journal_keeps_text']);
  });
});

describe('an upgrade', () => {
  test('seals the entries and the rows that a ledger has, as an entry of its own', async () => {
    ledger = emptyFolder();
    const old = createLedger(ledger.path, MIGRATIONS.slice(0, 30));
    old.exec(`insert into unit default values;
      insert into journal values (1, '2023-05-01T00:00:00.000Z', 'clerk', 'init', '[]', '{}', null)`);
    old.close();
    openLedger(ledger.path).close();
    expect(await findings()).toEqual([]);
    expect(ledger.direct(db => db.prepare('select id, command, counts from journal').raw().all())).toEqual([
      [1, 'init', '{}'],
      [2, 'upgrade', `{"from":30,"to":${MIGRATIONS.length}}`],
    ]);
    withoutTriggers("update journal set operator = 'x' where id = 1");
    expect(await findings()).toEqual(['row-changed journal 1 (entry 2)']);
  });

  test('seals what its steps change, and leaves what was changed by hand before as it was found', async () => {
    ledger = await smallLedger({ visits: true });
    byHand("update setting set value = 'x' where key = 'county'; update cadre set duty = '主任' where id = 1");
    const next = [...MIGRATIONS, "update unit_term set name = name || '*'; alter table setting add column note text"];
    const db = openLedger(ledger.path, next);
    try {
      const { differences } = await import('../src/ledger/evidence/differences.ts');
      expect([...differences(db)].map(({ table, key }) => `${table} ${key}`)).toEqual([
        'cadre 1-12',
        'setting ["county"]',
      ]);
    } finally {
      db.close();
    }
  });
});
