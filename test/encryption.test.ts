import type { ChildProcess } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { convertible } from '../src/ledger/encryption/convert.ts';
import { forgetPassphrases } from '../src/ledger/encryption/held.ts';
import { isEncrypted, unlocked } from '../src/ledger/encryption/keys.ts';
import { keyFrom, newSalt } from '../src/ledger/encryption/page-rules.ts';
import { bytesOf } from '../src/ledger/ledger-bytes.ts';
import { MIGRATIONS } from '../src/ledger/migrations.ts';
import { createLedger } from '../src/ledger/open.ts';
import { connect, connectToCiphers } from '../src/ledger/sqlite.ts';
import { FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';
import { HAS_TERMINALS, onTerminal } from './support/pseudo-terminal.ts';
import { bashIn, tiaochu } from './support/spawned.ts';

// Each command makes the key anew, and most are processes of their own.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });

const PASSPHRASE = 'river and reed';
/** Planted in many rows; none of its bytes may be readable. */
const NAME = '鄂伦春玛尔塔';

let ledger: SmallLedger;
let key: string;
beforeEach(async () => {
  ledger = await smallLedger({ visits: true });
  key = ledger.write('key', `${PASSPHRASE}\n`);
});
afterEach(() => {
  forgetPassphrases();
  ledger.remove();
});

const at = (...names: readonly string[]) => join(ledger.folder, ...names);
const withKey = (...argv: readonly string[]) => tiaochu([...argv, '--key-file', key], { ledger: ledger.path });
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
  );
const filesWith = (text: string) => filesIn(ledger.folder).filter(path => bytesIfThere(path).includes(text));

/** SQLite takes its files away when the last process closes the ledger. */
function bytesIfThere(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return Buffer.alloc(0);
  }
}
const household = (n: number) => `${FIRST}02${String(n).padStart(4, '0')}`;
const addHousehold = (n: number) =>
  withKey('household', 'add', '--code', household(n), '--unit-code', FIRST, '--head-name', NAME);

const unfinished = () => readdirSync(ledger.folder).filter(name => name.startsWith('.tiaochu'));

/** Kills a process some time after something has come about. */
function killOnce(hasBegun: () => boolean, afterMs: number, child: ChildProcess): void {
  const looking = setInterval(() => {
    if (!hasBegun() && child.exitCode === null) return;
    clearInterval(looking);
    setTimeout(() => child.kill('SIGKILL'), afterMs);
  }, 2);
}

async function encrypted(): Promise<void> {
  expect(await withKey('encrypt', '--yes')).toMatchObject({ code: 0, stderr: '' });
}

test('no file has a name in it that was entered, whoever writes and whatever is killed', async () => {
  await encrypted();
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    for (let n = 0; n < 2; n++) expect((await addHousehold(writer * 2 + n)).code).toBe(0);
  });
  const looks = (async () => {
    for (let n = 0; n < 20; n++) {
      expect(filesWith(NAME)).toEqual([]);
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  })();
  await Promise.all([...writers, looks]);
  expect((await withKey('backup')).code).toBe(0);
  expect((await withKey('recover', at('saved.db'))).code).toBe(0);
  const rows = Array.from({ length: 3000 }, (_, n) => `${household(n + 100)},${FIRST},${NAME},3,,`);
  const file = join(ledger.folder, '..', `${ledger.folder.split('/').at(-1)}.csv`);
  writeFileSync(file, `code,unit_code,head_name,people,phone,address\n${rows.join('\n')}\n`);
  await tiaochu(['household', 'import', file, '--key-file', key], {
    ledger: ledger.path,
    started: child => void setTimeout(() => child.kill('SIGKILL'), 700),
  });
  expect(filesWith(NAME)).toEqual([]);
  expect(filesIn(ledger.folder).filter(isEncrypted).length).toBe(3);
  expect(await withKey('check')).toMatchObject({ code: 0 });
  const held = await withKey('household', 'list', '--limit', '0', '--format', 'json');
  const codes = (JSON.parse(held.stdout) as { code: string }[]).map(({ code }) => code);
  expect(codes.filter(code => code >= household(0) && code < household(100)).length).toBe(16);
});

test('a passphrase comes from a descriptor, standard input or the environment; nothing else repeats it', async () => {
  await encrypted();
  const list = 'tiaochu unit list --format csv';
  const said = [
    `${list} --key-file /dev/fd/3 3< key`,
    `${list} --key-file - < key`,
    `TIAOCHU_KEY_FILE=key ${list}`,
  ].map(line => bashIn(ledger.folder, line, { ledger: ledger.path }));
  for (const { status, stdout } of said) expect([status, stdout]).toEqual([0, expect.stringContaining('尼尔基镇')]);
  ledger.write('wrong', `${PASSPHRASE}!\n`);
  const wrong = bashIn(ledger.folder, `${list} --debug --key-file wrong`, { ledger: ledger.path });
  expect(wrong.status).toBe(6);
  for (const { stdout, stderr } of [...said, wrong]) expect(stdout + stderr).not.toContain(PASSPHRASE);
  expect((await withKey('log', '--format', 'csv')).stdout).not.toContain(PASSPHRASE);
});

test.skipIf(!HAS_TERMINALS)(
  'a passphrase is asked for on a terminal, where nobody sees it, until it is right',
  async () => {
    await encrypted();
    const { code, shown } = await onTerminal(['unit', 'list', '--lang', 'zh'], {
      ledger: ledger.path,
      steps: [
        ['的台账口令', 'wrong-one\r'],
        ['口令不对', '\x15'],
        ['的台账口令', `${PASSPHRASE}\r`],
      ],
    });
    expect([code, shown]).toEqual([0, expect.stringContaining('尼尔基镇')]);
    expect(shown).not.toContain(PASSPHRASE);
  },
);

test('encrypt and decrypt that are killed leave one whole ledger, and nothing readable of one that was encrypted', async () => {
  const isSound = async () => (await (isEncrypted(ledger.path) ? withKey('check') : ledger.run(['check']))).code;
  for (let round = 0; round < 10; round++) {
    const was = isEncrypted(ledger.path);
    await tiaochu([was ? 'decrypt' : 'encrypt', '--yes', '--key-file', key], {
      ledger: ledger.path,
      started: child => killOnce(() => unfinished().length > 0, 20 * round, child),
    });
    expect([round, await isSound()]).toEqual([round, 0]);
  }
  const command = isEncrypted(ledger.path) ? 'decrypt' : 'encrypt';
  expect(await withKey(command, '--yes')).toMatchObject({ code: 0, stderr: '' });
  expect(unfinished()).toEqual([]);
  expect(await isSound()).toBe(0);
});

test('a ledger that somebody has open is neither encrypted nor replaced', async () => {
  const other = connect(ledger.path);
  other.prepare('select count(*) from unit').get();
  try {
    expect(await withKey('encrypt', '--yes')).toMatchObject({ code: 6, stderr: expect.stringContaining('is open in') });
  } finally {
    other.close();
  }
  await encrypted();
  expect((await withKey('backup')).code).toBe(0);
  unlocked(ledger.path, PASSPHRASE);
  const reader = connect(ledger.path);
  reader.prepare('select count(*) from unit').get();
  try {
    const backup = filesIn(at('backups')).find(name => name.endsWith('.db')) ?? '';
    expect(await withKey('restore', backup, '--yes')).toMatchObject({ code: 6 });
    expect(await withKey('decrypt', '--yes')).toMatchObject({ code: 6 });
  } finally {
    reader.close();
  }
});

test('any program that knows SQLCipher 4 opens it with the passphrase', async () => {
  await encrypted();
  const db = connectToCiphers();
  db.prepare('attach ? as other key ?').run(ledger.path, PASSPHRASE);
  expect(db.prepare('select count(*) from other.unit').pluck().get()).toBe(6);
  db.close();
});

test('a file that a thread reads is imported, and what is purged leaves no byte, as in a plain ledger', async () => {
  await encrypted();
  const [from, days] = [Date.parse('2023-08-01'), 150];
  const rows = Array.from({ length: 6 * days * 2 }, (_, n) => {
    const day = new Date(from + (n % days) * 86_400_000).toISOString().slice(0, 10);
    const [house, mode] = [1 + (Math.floor(n / days) % 6), n < 6 * days ? 'home' : 'phone'];
    const pair = house <= 3 ? ['C01', 'C02'] : ['C03', 'C04'];
    return [
      day,
      `${FIRST}01000${house}`,
      ...pair.map(c => `${FIRST}-${c}`),
      'law',
      mode,
      'no',
      NAME.repeat(60),
      '',
    ].join();
  });
  const header = 'visited_on,household_code,cadre_a,cadre_b,domains,mode,substitute,diary,diary_by';
  const file = ledger.write('many.csv', `${header}\n${rows.join('\n')}\n`);
  expect(statSync(file).size).toBeGreaterThan(1_500_000);
  const imported = await withKey('visit', 'import', file, '--format', 'json');
  expect(imported).toMatchObject({ code: 0, stderr: '{"note":{"message":"Import of visits"}}\n' });
  expect(JSON.parse(imported.stdout)[0].added).toBe(rows.length);
  rmSync(file);
  expect(filesWith(NAME)).toEqual([]);
  const purge = ['privacy', 'purge', '--yes', '--key-file', key];
  expect(await tiaochu(purge, { ledger: ledger.path, env: { TIAOCHU_TODAY: '2040-01-01' } })).toMatchObject({
    code: 0,
  });
  expect(filesWith(NAME)).toEqual([]);
  unlocked(ledger.path, PASSPHRASE);
  expect(bytesOf(ledger.path).includes(NAME)).toBe(false);
  expect(await withKey('check')).toMatchObject({ code: 0 });
});

test('a shell that completes is told what is in it where the passphrase is in a file, and nothing otherwise', async () => {
  await encrypted();
  const words = ['complete', '--', 'household', 'show', '1507'];
  const told = await tiaochu(words, { ledger: ledger.path, env: { TIAOCHU_KEY_FILE: key } });
  expect(told).toMatchObject({ code: 0, stdout: expect.stringContaining(FIRST) });
  expect(await tiaochu(words, { ledger: ledger.path })).toMatchObject({ code: 0, stdout: ':4\n', stderr: '' });
});

test.skipIf(!HAS_TERMINALS)('the menu asks for it before it shows anything', async () => {
  await encrypted();
  const { shown } = await onTerminal([], {
    ledger: ledger.path,
    env: { TIAOCHU_LANG: 'zh' },
    steps: [
      ['的台账口令', `${PASSPHRASE}\r`],
      ['要办什么', '\x1b'],
    ],
  });
  expect(shown).toContain('要办什么');
  expect(shown).not.toContain(PASSPHRASE);
});

test('an encrypted ledger keeps its mode, and a link leads to it as before', async () => {
  chmodSync(ledger.path, 0o640);
  symlinkSync(ledger.path, at('link.db'));
  const { code } = await tiaochu(['encrypt', '--yes', '--key-file', key, '--ledger', at('link.db')]);
  expect([code, isEncrypted(ledger.path), lstatSync(at('link.db')).isSymbolicLink()]).toEqual([0, true, true]);
  expect(statSync(ledger.path).mode & 0o777).toBe(0o640);
});

test('an older one is brought forward, and the copy of it is encrypted, too', async () => {
  createLedger(at('old.db'), MIGRATIONS.slice(0, 30)).close();
  const source = convertible(at('old.db'), keyFrom(PASSPHRASE, newSalt()));
  writeFileSync(at('encrypted.db'), '');
  source.copyInto(at('encrypted.db'));
  source.close();
  const listed = await tiaochu(['log', '--ledger', at('encrypted.db'), '--key-file', key]);
  expect([listed.code, listed.stderr]).toEqual([0, '']);
  const copy = readdirSync(ledger.folder).find(name => name.endsWith('.bak')) ?? '';
  expect(isEncrypted(at(copy))).toBe(true);
});

test('whichever byte is changed, a command says that it is damaged or that the passphrase does not fit', async () => {
  await encrypted();
  const whole = readFileSync(ledger.path);
  const pages = whole.length / 4096;
  const places = [0, 3, 5, 15, 16, 100, 4000, 4095];
  for (let n = 1; n < 10; n++) places.push(4096 * Math.floor((n * pages) / 10) + ((n * 997) % 4096));
  const said: string[] = [];
  for (const place of places) {
    const bytes = Buffer.from(whole);
    bytes.writeUInt8(bytes.readUInt8(place) ^ 0x10, place);
    writeFileSync(ledger.path, bytes);
    const { code, stderr } = await ledger.run(['check', '--key-file', key]);
    if (code !== 6) said.push(`${place}: ${code}`);
    else if (!/is damaged|not the passphrase/.test(stderr)) said.push(`${place}: ${stderr}`);
  }
  writeFileSync(ledger.path, whole.subarray(0, whole.length - 4096 * 3));
  expect(await ledger.run(['check', '--key-file', key])).toMatchObject({ code: 6 });
  expect(said).toEqual([]);
});

test.skipIf(process.platform === 'win32' || process.geteuid?.() !== 0)(
  'in a place where nothing can be written it is read, and backed up encrypted',
  async () => {
    await encrypted();
    for (const folder of ['disc', 'elsewhere']) mkdirSync(at(folder));
    chmodSync(at('elsewhere'), 0o777);
    copyFileSync(ledger.path, at('disc/ledger.db'));
    for (const [path, mode] of [
      ['disc/ledger.db', 0o444],
      ['disc', 0o555],
      ['key', 0o444],
      ['.', 0o755],
    ] as const)
      chmodSync(at(path), mode);
    process.seteuid?.(65534);
    try {
      const on = ['--ledger', at('disc/ledger.db'), '--key-file', key];
      expect(await ledger.run(['unit', 'list', ...on])).toMatchObject({ code: 0, stderr: '' });
      expect(await ledger.run(['backup', at('elsewhere'), ...on])).toMatchObject({ code: 0 });
      expect(await ledger.run(['encrypt', '--yes', ...on])).toMatchObject({ code: 4 });
      expect(await ledger.run(['decrypt', '--yes', ...on])).toMatchObject({ code: expect.any(Number) });
    } finally {
      process.seteuid?.(0);
      chmodSync(at('disc'), 0o755);
    }
    expect(isEncrypted(at('disc/ledger.db'))).toBe(true);
    const backup = filesIn(at('elsewhere')).find(name => name.endsWith('.db')) ?? '';
    expect(isEncrypted(backup)).toBe(true);
    expect(existsSync(`${backup}.sha256`)).toBe(true);
    expect(await ledger.run(['check', '--ledger', backup, '--key-file', key])).toMatchObject({ code: 0 });
  },
);

test('an encrypted ledger whose mark is changed is damaged, and is recovered with its passphrase', async () => {
  await withKey('encrypt', '--yes');
  const whole = readFileSync(ledger.path);
  for (const mark of ['X', 'TXaE', 'noneatall'.slice(0, 4)]) {
    const bytes = Buffer.from(whole);
    bytes.write(mark);
    writeFileSync(at('marked.db'), bytes);
    const marked = ['--ledger', at('marked.db')];
    const checked = await withKey('check', ...marked);
    expect([checked.code, checked.stderr]).toEqual([
      6,
      expect.stringMatching(/is damaged: its header\nhint: .*recover/),
    ]);
    expect(await withKey('recover', at('saved.db'), ...marked)).toMatchObject({ code: 0 });
    expect(await withKey('check', '--ledger', at('saved.db'))).toMatchObject({ code: 0 });
    rmSync(at('saved.db'));
  }
});

test('encrypting, another passphrase, decrypting and restoring leave nothing of SQLite behind', async () => {
  const beside = () => readdirSync(ledger.folder).filter(name => /-(?:wal|shm|journal)$/.test(name));
  await ledger.done('backup');
  const backup = filesIn(at('backups')).find(name => name.endsWith('.db')) ?? '';
  for (const argv of [
    ['encrypt', '--yes'],
    ['encrypt', '--yes', '--change', '--new-key-file', ledger.write('new', 'reed and river\n')],
    ['decrypt', '--yes', '--key-file', at('new')],
    ['restore', backup, '--yes'],
  ]) {
    const keyFile = argv.includes('--key-file') ? [] : ['--key-file', key];
    const found = await tiaochu([...argv, ...keyFile], { ledger: ledger.path });
    expect([argv[0], found.code, beside()]).toEqual([argv[0], 0, []]);
  }
  expect((await withKey('check')).code).toBe(0);
});

test('a ledger that was left with changes in its log is encrypted with them', async () => {
  const killed = connect(ledger.path);
  killed.prepare("update unit_term set name = name || '新' where level = 'village'").run();
  for (const ending of ['', '-wal']) copyFileSync(ledger.path + ending, at(`left.db${ending}`));
  killed.close();
  expect(await withKey('encrypt', '--yes', '--ledger', at('left.db'))).toMatchObject({ code: 0 });
  expect(readdirSync(ledger.folder).filter(name => /^left\.db-/.test(name))).toEqual([]);
  expect((await withKey('unit', 'list', '--ledger', at('left.db'))).stdout).toContain('西博荣村新');
});

test('copies that are not encrypted are named wherever the journal says that they are', async () => {
  for (const folder of ['stick', 'disk']) await ledger.done('backup', at(folder));
  rmSync(at('disk'), { recursive: true });
  const { stdout } = await withKey('encrypt', '--dry-run', '--format', 'json');
  expect(JSON.parse(stdout)).toMatchObject({ plain_copies: filesIn(at('stick')).find(name => name.endsWith('.db')) });
  const said = (await withKey('encrypt', '--yes')).stdout;
  expect(said).toContain(at('stick'));
  expect(said).toContain(`Backups were also made in ${at('disk')}`);
});
