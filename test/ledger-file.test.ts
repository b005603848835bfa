import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../src/ledger/migrations.ts';
import { createLedger, openLedger } from '../src/ledger/open.ts';
import { connect } from '../src/ledger/sqlite.ts';
import { emptyFolder, FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';

let ledger: SmallLedger;
afterEach(() => ledger.remove());

describe('the ledger file', () => {
  beforeEach(() => {
    ledger = emptyFolder();
  });

  const init = () => ledger.done('init', '--county', '150722', '--name', '莫力达瓦达斡尔族自治旗');
  const copies = () => readdirSync(ledger.folder).filter(name => name.endsWith('.bak'));

  test('an older one is brought forward, and a copy of it is kept', async () => {
    createLedger(ledger.path, MIGRATIONS.slice(0, 2)).close();
    await ledger.done('unit', 'list');
    expect(ledger.direct(db => db.pragma('user_version', { simple: true }))).toBe(MIGRATIONS.length);
    const [copy = '', ...more] = copies();
    expect(more).toEqual([]);
    expect(copy).toMatch(/^ledger\.db\.v2-\d{8}T\d{9}Z\.bak$/);
    const kept = connect(join(ledger.folder, copy));
    expect(kept.pragma('user_version', { simple: true })).toBe(2);
    kept.close();
    await ledger.done('unit', 'list');
    expect(copies()).toHaveLength(1);
  });

  test('what fails after the copy was made leaves none, and a retry makes no second copy of the same content', () => {
    const older = MIGRATIONS.slice(0, 2);
    createLedger(ledger.path, older).close();
    for (const _ of [1, 2]) expect(() => openLedger(ledger.path, [...older, 'create nonsense'])).toThrow();
    expect(copies()).toEqual([]);
    openLedger(ledger.path, [...older, 'create table third (a)']).close();
    const [copy = ''] = copies();
    expect(statSync(join(ledger.folder, copy)).mode & 0o777).toBe(0o600);
    copyFileSync(join(ledger.folder, copy), ledger.path);
    openLedger(ledger.path, [...older, 'create table third (a)']).close();
    expect(copies()).toEqual([copy]);
    expect(readdirSync(ledger.folder).filter(name => name.startsWith('.tiaochu-'))).toEqual([]);
  });

  test('the copies of the last three upgrades are kept', () => {
    createLedger(ledger.path, MIGRATIONS.slice(0, 1)).close();
    for (let steps = 2; steps <= 6; steps++) openLedger(ledger.path, MIGRATIONS.slice(0, steps)).close();
    expect(copies().map(name => name.slice('ledger.db.'.length, 12))).toEqual(['v3', 'v4', 'v5']);
  });

  test('an older one that was brought forward is like a new one', async () => {
    createLedger(ledger.path, MIGRATIONS.slice(0, 1)).close();
    openLedger(ledger.path).close();
    const schema = () => ledger.direct(db => db.prepare('select sql from sqlite_schema order by name').pluck().all());
    const upgraded = schema();
    const fresh = emptyFolder();
    createLedger(fresh.path).close();
    expect(fresh.direct(db => db.prepare('select sql from sqlite_schema order by name').pluck().all())).toEqual(
      upgraded,
    );
    fresh.remove();
  });

  test('a migration that fails leaves the ledger as it was', () => {
    createLedger(ledger.path, MIGRATIONS.slice(0, 2)).close();
    expect(() =>
      openLedger(ledger.path, [...MIGRATIONS.slice(0, 2), 'create table extra (a); create nonsense']),
    ).toThrow();
    ledger.direct(db => {
      expect(db.pragma('user_version', { simple: true })).toBe(2);
      expect(db.prepare("select count(*) from sqlite_schema where name = 'extra'").pluck().get()).toBe(0);
    });
  });

  test('is readable by its owner only', async () => {
    await init();
    expect(statSync(ledger.path).mode & 0o777).toBe(0o600);
  });

  test('one that a newer program wrote is refused', async () => {
    await init();
    ledger.direct(db => db.pragma('user_version = 99'));
    const { code, stderr } = await ledger.run(['unit', 'list']);
    expect(code).toBe(6);
    expect(stderr).toContain('was written by a newer tiaochu (ledger version 99');
    expect(stderr).toContain('hint: Upgrade tiaochu');
  });

  test('a SQLite file of another program is refused and left alone', async () => {
    writeFileSync(ledger.path, '');
    ledger.direct(db => db.exec('create table other (a)'));
    const before = readFileSync(ledger.path);
    const { code, stderr } = await ledger.run(['unit', 'list']);
    expect([code, stderr]).toEqual([6, expect.stringContaining('is not a tiaochu ledger')]);
    expect(readFileSync(ledger.path)).toEqual(before);
  });

  test('a file that is no SQLite file is refused and left alone', async () => {
    writeFileSync(ledger.path, 'code,name\n'.repeat(500));
    const { code, stderr } = await ledger.run([
      'household',
      'add',
      '--code',
      `${FIRST}010001`,
      '--unit-code',
      FIRST,
      '--head-name',
      '敖',
    ]);
    expect([code, stderr]).toEqual([6, expect.stringContaining('is not a tiaochu ledger')]);
    expect(readFileSync(ledger.path, 'utf8')).toBe('code,name\n'.repeat(500));
  });

  test('a missing one is refused, and none is made', async () => {
    const { code, stderr } = await ledger.run(['unit', 'list']);
    expect([code, stderr]).toEqual([6, expect.stringContaining('There is no ledger at')]);
    expect(existsSync(ledger.path)).toBe(false);
  });

  test('a damaged one is refused with the way back to a backup', async () => {
    const whole = await smallLedger({ visits: true });
    copyFileSync(whole.path, ledger.path);
    whole.remove();
    const bytes = readFileSync(ledger.path);
    for (let at = 4096; at < bytes.length; at += 512) bytes.fill(0xa5, at, at + 64);
    writeFileSync(ledger.path, bytes);
    for (const argv of [['household', 'list'], ['visit', 'list'], ['report', 'coverage'], ['check']]) {
      const { code, stderr } = await ledger.run(argv);
      expect([argv, code, stderr]).toEqual([argv, 6, expect.stringContaining('is damaged')]);
      expect(stderr).toContain('hint: Use the latest backup: tiaochu restore FILE');
    }
  });
});
