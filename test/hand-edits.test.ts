import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { differences } from '../src/ledger/evidence/differences.ts';
import { schemaDifferences } from '../src/ledger/evidence/schema-differences.ts';
import { brokenChain } from '../src/ledger/evidence/verify-chain.ts';
import { MIGRATIONS } from '../src/ledger/migrations.ts';
import { connect, type Db } from '../src/ledger/sqlite.ts';
import { type Edit, editsOf } from './support/hand-edits.ts';
import { type SmallLedger, smallLedger } from './support/ledger.ts';
import { LIVED_DISPUTE, LIVED_PETITION, LIVED_VISIT } from './support/lived-cases.ts';
import { seeded } from './support/seeded.ts';
import { LONG, tell, times } from './torture/scale.ts';

/** The share of the hand edits that must be found, in percent; it may only rise. */
const FLOOR = 100;

/** How many bits are flipped, each in a copy of its own. */
const FLIPS = times(2000, 120);

let ledger: SmallLedger;
beforeAll(async () => {
  ledger = await smallLedger({ visits: true });
  for (const line of [LIVED_VISIT, ...LIVED_DISPUTE, ...LIVED_PETITION]) await ledger.done(...line);
  ledger.direct(db => {
    // Full pages, so that most bits of the file mean something.
    db.pragma('journal_mode = delete');
    db.pragma('page_size = 512');
    db.exec('vacuum');
  });
}, 120_000);
afterAll(() => ledger?.remove());

/** Whether the seals or the chain show that something is not as it was written. */
function isFound(db: Db): boolean {
  const { altered, missing } = brokenChain(db);
  return altered.length + missing.length > 0 || hasDifference(db);
}

function hasDifference(db: Db): boolean {
  for (const _ of differences(db)) return true;
  return false;
}

test(
  'an edit of any column, a deleted row and an added row of any table are found, without their triggers',
  context => {
    const tried: Edit[] = [];
    const missed: string[] = [];
    ledger.direct(db => {
      db.pragma('foreign_keys = off');
      db.pragma('ignore_check_constraints = on');
      const edits = editsOf(db);
      const triggers = db.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all();
      for (const edit of edits) {
        db.exec('begin');
        for (const trigger of triggers) db.exec(`drop trigger ${trigger}`);
        if (edit.make(db)) {
          tried.push(edit);
          if (!isFound(db)) missed.push(edit.name);
        }
        db.exec('rollback');
      }
    });
    const found = tried.length - missed.length;
    tell(context, tried.length, { found, missed: missed.length });
    console.log(`hand edits: ${found} of ${tried.length} found`);
    expect(missed.slice(0, 20)).toEqual([]);
    expect(tried.length).toBeGreaterThan(700);
    expect((100 * found) / tried.length).toBeGreaterThanOrEqual(FLOOR);
  },
  LONG,
);

test(
  'a single flipped bit anywhere in the file is found, or nothing that the ledger says is changed by it',
  context => {
    const bytes = readFileSync(ledger.path);
    const copy = join(ledger.folder, 'flipped.db');
    const sound = contentOf(ledger.path);
    const random = seeded(20_261_128);
    const outcomes = { found: 0, harmless: 0 };
    for (let flip = 0; flip < FLIPS; flip++) {
      const bit = random(bytes.length * 8);
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      writeFileSync(copy, flipped);
      if (isFoundIn(copy)) outcomes.found++;
      else {
        expect(contentOf(copy) === sound, `bit ${bit} changes what the ledger says and is not found`).toBe(true);
        outcomes.harmless++;
      }
    }
    tell(context, FLIPS, { found: outcomes.found, 'that changed nothing': outcomes.harmless, missed: 0 });
    console.log(`flipped bits: ${outcomes.found} found, ${outcomes.harmless} changed nothing, 0 missed, of ${FLIPS}`);
    expect(outcomes.found).toBeGreaterThan(FLIPS / 2);
  },
  LONG,
);

test('check names what is wrong and does not break off, whichever row is missing', async () => {
  const copy = join(ledger.folder, 'missing.db');
  const broken: string[] = [];
  for (const table of [
    'dispute',
    'petition',
    'move',
    'cases',
    'unit',
    'unit_term',
    'stay',
    'deadline_rule',
    'agreement',
  ]) {
    copyFileSync(ledger.path, copy);
    const db = connect(copy);
    db.pragma('foreign_keys = off');
    for (const trigger of db.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all())
      db.exec(`drop trigger ${trigger}`);
    db.exec(`delete from ${table}`);
    db.close();
    const { code, stdout } = await ledger.run(['check', '--ledger', copy, '--format', 'json']);
    if (code !== 5 || !stdout.includes(`"record":"${table} `)) broken.push(`${table}: exit ${code}`);
  }
  expect(broken).toEqual([]);
}, 120_000);

/** Whether SQLite, the version or the evidence shows that a file was changed. */
function isFoundIn(path: string): boolean {
  try {
    const db = connect(path);
    try {
      const integrity = db.pragma('integrity_check', { simple: true });
      return (
        integrity !== 'ok' ||
        db.pragma('user_version', { simple: true }) !== MIGRATIONS.length ||
        isFound(db) ||
        schemaDifferences(db).length > 0
      );
    } finally {
      db.close();
    }
  } catch {
    return true;
  }
}

/** All that a ledger says: its schema and every row of every table, those of the seals too. */
function contentOf(path: string): string {
  const db = connect(path);
  try {
    const tables = db.prepare("select name from sqlite_schema where type = 'table' order by name").pluck().all();
    const schema = db.prepare('select * from sqlite_schema order by type, name').raw().all().map(String);
    const rows = tables.map(table => db.prepare(`select * from "${table}"`).raw().all());
    return JSON.stringify([schema.map(text => text.replace(/,\d+,/, ',')), rows]);
  } finally {
    db.close();
  }
}
