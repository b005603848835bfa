import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';
import { tiaochu } from './support/spawned.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const PAGE = 4096;

let ledger: SmallLedger;
beforeEach(async () => {
  ledger = await smallLedger({ visits: true });
});
afterEach(() => ledger.remove());

const damagedAt = (table: string) => {
  const root = ledger.direct(db => {
    db.pragma('wal_checkpoint(truncate)');
    return db.prepare('select rootpage from sqlite_schema where name = ?').pluck().get(table) as number;
  });
  const bytes = readFileSync(ledger.path);
  for (const ending of ['-wal', '-shm']) rmSync(ledger.path + ending, { force: true });
  writeFileSync(ledger.path, bytes.fill(0, (root - 1) * PAGE, root * PAGE));
};

describe('check', () => {
  test('names a row of a table without numbers by its key', async () => {
    ledger.direct(db => {
      db.pragma('foreign_keys = off');
      for (const name of db.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all())
        db.exec(`drop trigger ${name}`);
      db.exec('update household_term set unit_id = 9999 where household_id = 3');
    });
    const { code, stdout } = await ledger.run(['check', '--format', 'csv']);
    expect(code).toBe(5);
    expect(stdout).not.toContain('null');
    expect(stdout).toMatch(/references,.*household_term \[3/);
  });

  test('says of what a recovery has lost that it is that', async () => {
    damagedAt('household');
    const saved = join(ledger.folder, 'saved.db');
    const { code, stdout } = await ledger.run(['recover', saved]);
    expect(code).toBe(5);
    expect(stdout).toContain(`tiaochu check --ledger ${saved}`);
    const checked = await ledger.run(['check', '--ledger', saved]);
    expect([checked.code, checked.stdout]).toEqual([5, expect.stringContaining('was recovered from a damaged one')]);
    expect(checked.stdout).not.toContain('somebody changed the file without a command');
  });
});

describe('who says he acts', () => {
  const change = ['household', 'change', `${FIRST}010001`, '--people', '5'];

  test.each([['line\nbreak'], ['escape\u001b[31m'], ['\u202eturned'], ['x'.repeat(100_000)]])(
    'is one line that can be shown: %j is refused',
    async name => {
      const entries = () => ledger.direct(db => db.prepare('select count(*) from journal').pluck().get());
      const before = entries();
      const { code, stderr } = await tiaochu(change, { ledger: ledger.path, env: { TIAOCHU_OPERATOR: name } });
      expect([code, stderr]).toEqual([2, expect.stringMatching(/^error: .*one line.*\nhint: .*TIAOCHU_OPERATOR/)]);
      expect(entries()).toBe(before);
    },
  );

  test('may have any name that people have', async () => {
    const name = '乌云其木格·达斡尔 (O’Neill)';
    expect(await tiaochu(change, { ledger: ledger.path, env: { TIAOCHU_OPERATOR: name } })).toMatchObject({ code: 0 });
  });
});

test('a language that there is not is remarked on, unless all is to be quiet', async () => {
  const env = { TIAOCHU_LANG: 'fr' };
  const said = await tiaochu(['unit', 'list'], { ledger: ledger.path, env });
  expect([said.code, said.stderr]).toEqual([0, expect.stringContaining('TIAOCHU_LANG')]);
  expect((await tiaochu(['unit', 'list', '--quiet'], { ledger: ledger.path, env })).stderr).toBe('');
  expect((await tiaochu(['unit', 'list'], { ledger: ledger.path, env: { TIAOCHU_LANG: 'zh' } })).stderr).toBe('');
});
