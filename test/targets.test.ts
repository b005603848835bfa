import { copyFileSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';
import { run } from './support/run.ts';

let ledger: SmallLedger;
beforeEach(async () => {
  ledger = await smallLedger({ visits: true });
});
afterEach(() => ledger.remove());

describe('a result never replaces', () => {
  test('the ledger, by whatever name', async () => {
    const link = join(ledger.folder, 'link.csv');
    symlinkSync(ledger.path, link);
    for (const target of [ledger.path, `${ledger.path}-wal`, link]) {
      const { code } = await ledger.run(['unit', 'list', '--output', target]);
      expect([target, code]).toEqual([target, 2]);
    }
    await ledger.done('check');
  });

  test('another database, or what SQLite keeps beside it', async () => {
    const other = join(ledger.folder, 'other.db');
    copyFileSync(ledger.path, other);
    for (const suffix of ['', '-wal', '-shm', '-journal']) {
      writeFileSync(`${other}${suffix}`, suffix === '' ? readFileSync(other) : 'kept');
      expect([suffix, (await ledger.run(['unit', 'list', '--output', other + suffix])).code]).toEqual([suffix, 2]);
    }
    expect(readFileSync(`${other}-wal`, 'utf8')).toBe('kept');
  });

  test('another result of the same command', async () => {
    const file = ledger.write('bad.csv', `code,unit_code,head_name\n${FIRST}010001,${FIRST},\n`);
    const target = join(ledger.folder, 'both.csv');
    const argv = ['household', 'import', file, '--skip-bad', '--rejected', target, '--output', target];
    expect((await ledger.run(argv)).code).toBe(2);
    expect(existsSync(target)).toBe(false);
  });

  test('the file that is imported', async () => {
    const file = ledger.write('bad.csv', `code,unit_code,head_name\n${FIRST}010001,${FIRST},\n`);
    const before = readFileSync(file, 'utf8');
    expect((await ledger.run(['household', 'import', file, '--output', file])).code).toBe(2);
    expect((await ledger.run(['household', 'import', file, '--skip-bad', '--rejected', file])).code).toBe(2);
    expect((await ledger.run(['household', 'import', file, '--skip-bad', '--rejected', ledger.path])).code).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe(before);
    await ledger.done('check');
  });

  test('a rejected file from before, which may have been mended', async () => {
    const file = ledger.write('bad.csv', `code,unit_code,head_name\n${FIRST}010001,${FIRST},\n`);
    const rejected = join(ledger.folder, 'bad.rejected.csv');
    writeFileSync(rejected, 'mended by hand');
    expect((await ledger.run(['household', 'import', file, '--skip-bad'])).code).toBe(5);
    expect(readFileSync(`${rejected}.1`, 'utf8')).toBe('mended by hand');
    expect(readFileSync(rejected, 'utf8')).toContain('reject_reason');
  });
});

test('a change is not made where its result could not be written', async () => {
  const nowhere = join(ledger.folder, 'nowhere', 'x.json');
  const { code } = await ledger.run(['household', 'change', `${FIRST}010001`, '--people', '7', '--output', nowhere]);
  expect(code).toBe(2);
  expect(await ledger.json('household', 'history', `${FIRST}010001`)).toEqual([]);
});

test('a ledger’s name with a space at its end is refused, since SQLite would open another file', async () => {
  const name = join(ledger.folder, 'other.db ');
  const { code } = await run(['init', '--county', '150722', '--name', '某旗', '--ledger', name]);
  expect(code).toBe(2);
  expect(existsSync(name)).toBe(false);
});

test('a masked name is not taken back', async () => {
  const list = await ledger.done('household', 'list', '--format', 'csv');
  const file = ledger.write('masked.csv', list);
  const { code, stderr } = await ledger.run(['household', 'import', file, '--update']);
  expect(code).toBe(5);
  expect(stderr).toContain('masked name');
});

test('an assignment that was a mistake of today can be taken away today, and its number never comes back', async () => {
  const household = `${FIRST}010001`;
  await ledger.done('assignment', 'close', '--yes', household, '--on', '2023-12-01');
  const add = ['--household-code', household, '--pair-code', `${FIRST}-P02`, '--responsible-cadre', `${FIRST}-C03`];
  await ledger.done('assignment', 'add', ...add, '--on', '2023-12-31');
  await ledger.done('assignment', 'close', '--yes', household, '--on', '2023-12-31');
  await ledger.done('assignment', 'add', ...add, '--on', '2023-12-31');
  await ledger.done('check');
});

test('a threshold that is just reached is reached', async () => {
  const [row] = await ledger.json<{ coverage: number }>('report', 'coverage', '--by', 'banner');
  const percent = String(((row?.coverage ?? 0) * 100).toFixed(10));
  expect((await ledger.run(['report', 'coverage', '--fail-under', percent])).code).toBe(0);
  expect((await ledger.run(['report', 'coverage', '--fail-under', '99.9'])).code).toBe(5);
});

test('a village is called by its own name in the coverage of its township', async () => {
  for (const by of [[], ['--by', 'township']]) {
    const [row] = await ledger.json<{ unit_code: string }>('report', 'coverage', '--unit', FIRST, ...by);
    expect(row?.unit_code).toBe(FIRST);
  }
});
