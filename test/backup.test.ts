import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MIGRATIONS } from '../src/ledger/migrations.ts';
import { createLedger } from '../src/ledger/open.ts';
import { connect } from '../src/ledger/sqlite.ts';
import { emptyFolder, FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';
import { bashIn, tiaochu } from './support/spawned.ts';

let ledger: SmallLedger;
beforeEach(async () => {
  ledger = await smallLedger();
});
afterEach(() => ledger.remove());

const at = (...names: readonly string[]) => join(ledger.folder, ...names);
const backups = (folder = 'backups') =>
  readdirSync(at(folder))
    .filter(name => name.endsWith('.db'))
    .sort();
const household = (n: number) => `${FIRST}0200${String(n).padStart(2, '0')}`;
const added = (path: string) => {
  const db = connect(path);
  try {
    return db.prepare("select code from household where code like '%0200__'").pluck().all() as string[];
  } finally {
    db.close();
  }
};
const backUp = (now: string, ...argv: readonly string[]) => ledger.run(['backup', ...argv], { now });
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

test('a backup made while others write has all that was saved before it, and is whole', async () => {
  const saved: string[] = [];
  let isOver = false;
  const writers = [0, 1].map(async writer => {
    for (let n = 0; !isOver && n < 40; n++) {
      const code = household(writer * 40 + n);
      const add = ['household', 'add', '--code', code, '--unit-code', FIRST, '--head-name', '敖'];
      if ((await tiaochu(add, { ledger: ledger.path })).code === 0) saved.push(code);
    }
  });
  while (saved.length < 2) await wait(10);
  for (let round = 0; round < 3; round++) {
    const before = [...saved];
    const { code, stderr } = await tiaochu(['backup'], { ledger: ledger.path });
    expect([code, stderr]).toEqual([0, '']);
    const copy = at('backups', backups().at(-1) ?? '');
    expect(before.filter(code => !added(copy).includes(code))).toEqual([]);
    expect(await ledger.run(['check', '--ledger', copy])).toMatchObject({ code: 0 });
  }
  isOver = true;
  await Promise.all(writers);
  expect(added(ledger.path).sort()).toEqual(saved.sort());
}, 60_000);

test('a backup can be read by its owner only, and sha256sum agrees with what lies beside it', async () => {
  await ledger.done('backup');
  const [name = ''] = backups();
  expect(readdirSync(at('backups')).sort()).toEqual([name, `${name}.sha256`]);
  for (const file of readdirSync(at('backups'))) expect(statSync(at('backups', file)).mode & 0o777).toBe(0o600);
  expect(statSync(at('backups')).mode & 0o777).toBe(0o700);
  expect(readFileSync(at('backups', `${name}.sha256`), 'utf8')).toContain(`${sha256(at('backups', name))}  ${name}\n`);
  expect(bashIn(at('backups'), 'sha256sum -c *.sha256').status).toBe(0);
});

test('--keep removes the oldest backups that were made of this ledger, and nothing else', async () => {
  const day = (n: number) => `2024-01-0${n}T08:00:00.000Z`;
  for (const n of [1, 2, 3]) await backUp(day(n));
  // Of another ledger with the same name, of nobody, and one that was cut short.
  const other = emptyFolder();
  await other.run(['init', '--county', '150723', '--name', '鄂伦春自治旗'], { now: day(1) });
  await other.run(['backup', at('backups')], { now: '2023-12-31T09:00:00.000Z' });
  other.remove();
  writeFileSync(at('backups', 'ledger-20230101T000000000Z.db'), 'somebody’s own');
  const short = at('backups', backups().find(name => name.includes('20240102')) ?? '');
  writeFileSync(short, readFileSync(short).subarray(0, 5000));
  expect(await backUp(day(4), '--keep', '2')).toMatchObject({ code: 0 });
  expect(backups().map(name => name.slice(7, 15))).toEqual([
    '20230101',
    '20231231',
    '20240102',
    '20240103',
    '20240104',
  ]);
});

test('--keep never removes the backup that was just made, whatever the clock says', async () => {
  await backUp('2024-01-05T08:00:00.000Z');
  expect(await backUp('2024-01-01T08:00:00.000Z', '--keep', '1')).toMatchObject({ code: 0 });
  expect(backups()).toEqual(['ledger-20240101T080000000Z.db']);
});

test('a damaged ledger is not backed up, and costs no backup', async () => {
  await backUp('2024-01-01T08:00:00.000Z');
  const bytes = readFileSync(ledger.path);
  bytes.fill(0xa5, 8 * 4096, 9 * 4096);
  writeFileSync(ledger.path, bytes);
  const { code, stderr } = await backUp('2024-01-02T08:00:00.000Z', '--keep', '1');
  expect([code, stderr]).toEqual([6, expect.stringContaining('is damaged')]);
  expect(backups()).toEqual(['ledger-20240101T080000000Z.db']);
});

test('a backup that is killed leaves no half file under a name of a backup', async () => {
  for (let round = 0; round < 8; round++) {
    const started = tiaochu(['backup'], {
      ledger: ledger.path,
      started: child => void setTimeout(() => child.kill('SIGKILL'), 90 + 15 * round),
    });
    await started;
    if (!existsSync(at('backups'))) continue;
    for (const name of backups().filter(name => !name.startsWith('.')))
      expect(await ledger.run(['check', '--ledger', at('backups', name)])).toMatchObject({ code: 0 });
  }
  await ledger.done('backup');
  expect(readdirSync(at('backups')).filter(name => name.startsWith('.'))).toEqual([]);
});

test.skipIf(process.platform === 'win32' || process.geteuid?.() !== 0)(
  'a ledger in a place where nothing can be written is backed up elsewhere, and it is said that the journal lacks it',
  async () => {
    mkdirSync(at('disc'));
    mkdirSync(at('elsewhere'));
    chmodSync(at('elsewhere'), 0o777);
    ledger.direct(db => db.pragma('wal_checkpoint(truncate)'));
    copyFileSync(ledger.path, at('disc/ledger.db'));
    chmodSync(at('disc/ledger.db'), 0o444);
    chmodSync(at('disc'), 0o555);
    chmodSync(ledger.folder, 0o755);
    await ledger.done('unit', 'list');
    process.seteuid?.(65534);
    try {
      const { code, stderr } = await ledger.run(['backup', at('elsewhere'), '--ledger', at('disc/ledger.db')]);
      expect([code, stderr]).toEqual([0, expect.stringContaining('the journal does not have it')]);
    } finally {
      process.seteuid?.(0);
      chmodSync(at('disc'), 0o755);
    }
    expect(await ledger.run(['check', '--ledger', at('elsewhere', backups('elsewhere')[0] ?? '')])).toMatchObject({
      code: 0,
    });
  },
);

test('a restore is refused while another program has the ledger open', async () => {
  await ledger.done('backup');
  const other = connect(ledger.path);
  other.prepare('select count(*) from unit').get();
  const restore = ['restore', at('backups', backups()[0] ?? ''), '--yes'];
  const { code, stderr } = await ledger.run(restore);
  expect([code, stderr]).toEqual([6, expect.stringContaining('is open in another program; it was not replaced')]);
  other.close();
  expect(await ledger.run(restore)).toMatchObject({ code: 0 });
});

test('a restore keeps what was there with what only its log had, and the next command works', async () => {
  await ledger.done('backup');
  const [name = ''] = backups();
  // As a program that was killed leaves it: the last change is in the log.
  const killed = ['household', 'add', '--code', household(1), '--unit-code', FIRST, '--head-name', '敖'];
  const reader = connect(ledger.path);
  reader.prepare('select count(*) from unit').get();
  await tiaochu(killed, { ledger: ledger.path });
  for (const ending of ['', '-wal', '-shm']) copyFileSync(ledger.path + ending, at(`crashed.db${ending}`));
  reader.close();
  await ledger.done('restore', at('backups', name), '--yes', '--ledger', at('crashed.db'));
  const kept = at(readdirSync(ledger.folder).find(entry => /^crashed\.db\.replaced-\d{8}T\d{9}Z$/.test(entry)) ?? '');
  expect(added(kept)).toEqual([household(1)]);
  expect(added(at('crashed.db'))).toEqual([]);
  expect(await ledger.run(['check', '--ledger', at('crashed.db')])).toMatchObject({ code: 0 });
});

test('a copy from before an upgrade is restored and upgraded again', async () => {
  createLedger(at('old.db'), MIGRATIONS.slice(0, 20)).close();
  await ledger.done('unit', 'list', '--ledger', at('old.db'));
  const copy = readdirSync(ledger.folder).find(name => name.endsWith('.bak')) ?? '';
  await ledger.done('restore', at(copy), '--yes', '--ledger', at('old.db'));
  await ledger.done('unit', 'list', '--ledger', at('old.db'));
  expect(readdirSync(ledger.folder).filter(name => name.endsWith('.bak'))).toEqual([copy]);
});

test('a copy without the log lacks the last changes; a backup has them, and the help names it', async () => {
  const reader = connect(ledger.path);
  reader.pragma('wal_autocheckpoint = 0');
  reader.prepare('select count(*) from household').get();
  await tiaochu(['household', 'add', '--code', household(7), '--unit-code', FIRST, '--head-name', '新户'], {
    ledger: ledger.path,
  });
  copyFileSync(ledger.path, at('copy.db'));
  await ledger.done('backup');
  reader.close();
  expect(added(at('copy.db'))).toEqual([]);
  expect(added(at('backups', backups()[0] ?? ''))).toEqual([household(7)]);
  const help = await ledger.run(['--help'], { env: { TIAOCHU_LANG: 'zh' } });
  expect(help.stdout).toMatch(/备份 backup +备份台账/);
});
