import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type SmallLedger, smallLedger } from './support/ledger.ts';
import { DEFAULT_ENV } from './support/run.ts';
import { bashIn, PROGRAM } from './support/spawned.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let ledger: SmallLedger;
beforeAll(async () => {
  ledger = await smallLedger();
  await ledger.done('log', 'key');
  copyFileSync(ledger.path, at('kept.db'));
  ledger.write('pass', 'river and reed\n');
});
afterAll(() => ledger.remove());

const at = (...names: readonly string[]) => join(ledger.folder, ...names);
const MOST_MS = 20_000;

/** A real process, which is given up after a while; with `user` as that user of the system. */
function ran(argv: readonly string[], { user, input }: { user?: number; input?: Uint8Array } = {}) {
  const found = spawnSync(process.execPath, [PROGRAM, ...argv], {
    env: { ...process.env, ...DEFAULT_ENV, TIAOCHU_LEDGER: ledger.path },
    encoding: 'utf8',
    cwd: ledger.folder,
    timeout: MOST_MS,
    killSignal: 'SIGKILL',
    input: input ?? '',
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  return { code: found.status, stderr: found.stderr };
}

const onLinux = test.skipIf(process.platform !== 'linux');
const SENTENCE = /^(?:.* …\n)?error: .+\nhint: .+\n$/;

describe('a command ends at once, with a sentence,', () => {
  onLinux.each([
    [['backup', '/proc/x'], 2],
    [['demo', '--scale', 'village', '--ledger', '/proc/y/x.db'], 6],
    [['unit', 'list', '--ledger', 'fifo'], 6],
    [['household', 'change', '150722100200010001', '--people', '3', '--ledger', 'fifo'], 6],
    [['check', '--ledger', '/dev/zero'], 6],
    [['recover', 'new.db', '--ledger', 'fifo'], 6],
    [['restore', 'fifo', '--yes'], 3],
    [['encrypt', '--yes', '--key-file', 'fifo'], 2],
    [['encrypt', '--yes', '--key-file', '/dev/zero'], 2],
    [['encrypt', '--yes', '--key-file', 'large'], 2],
    [['encrypt', '--yes', '--key-file', 'picture'], 2],
    [['encrypt', '--yes', '--key-file', 'empty'], 2],
    [['encrypt', '--yes', '--key-file', 'short'], 2],
    [['encrypt', '--yes', '--key-file', 'gbk'], 2],
  ] as const)('of what can never end or is no file: %j', (argv, code) => {
    rmSync(at('fifo'), { force: true });
    bashIn(ledger.folder, 'mkfifo fifo');
    ledger.write('large', Buffer.alloc(3_000_000, 'x'));
    ledger.write('picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x1a, 0x01, 0x00, 0x0a, 0x00]));
    ledger.write('empty', '\n');
    ledger.write('short', 'reed\n');
    ledger.write('gbk', Buffer.from('b1b1bed0b5c4c2abceadb5b4d3d6b8df0a', 'hex'));
    expect(ran(argv)).toEqual({ code, stderr: expect.stringMatching(SENTENCE) });
    expect(readFileSync(ledger.path).equals(readFileSync(at('kept.db')))).toBe(true);
  });

  test('when standard input gives no end of a line', () => {
    const found = ran(['encrypt', '--yes', '--key-file', '-'], { input: Buffer.alloc(2_000_000, 'x') });
    expect(found).toEqual({ code: 2, stderr: expect.stringMatching(SENTENCE) });
  });
});

const asNobody = test.skipIf(process.platform !== 'linux' || process.geteuid?.() !== 0);
const NOBODY = 65_534;

describe('what a system user may not read', () => {
  asNobody('is named with its cause, and nothing is said to be missing, unusable or not to be written', () => {
    chmodSync(ledger.folder, 0o777);
    for (const folder of ['open', 'shut']) mkdirSync(at(folder));
    chmodSync(at('open'), 0o777);
    copyFileSync(ledger.path, at('shut', 'ledger.db'));
    chmodSync(at('shut'), 0o700);
    copyFileSync(ledger.path, at('open', 'mine.db'));
    writeFileSync(at('open', 'mine.db.key'), readFileSync(`${ledger.path}.key`), { mode: 0o600 });
    chmodSync(at('open', 'mine.db'), 0o666);
    writeFileSync(at('open', 'shut.db'), readFileSync(ledger.path), { mode: 0o600 });
    const cases: readonly (readonly [argv: readonly string[], code: number, said: RegExp])[] = [
      [['unit', 'list', '--ledger', 'open/shut.db'], 6, /The ledger open\/shut\.db cannot be read: permission denied/],
      [['check', '--ledger', 'shut/ledger.db'], 6, /The ledger shut\/ledger\.db cannot be read: permission denied/],
      [['recover', 'open/new.db', '--ledger', 'open/shut.db'], 6, /open\/shut\.db cannot be read: permission denied/],
      [['restore', 'open/shut.db', '--yes', '--ledger', 'open/mine.db'], 3, /Cannot read the backup open\/shut\.db/],
      [['restore', 'shut/ledger.db', '--yes', '--ledger', 'open/mine.db'], 3, /backup shut\/ledger\.db: permission/],
      [['log', 'export', '--sign', '--ledger', 'open/mine.db'], 3, /Cannot read the signing key open\/mine\.db\.key/],
      [['bundle', 'card', '--ledger', 'open/mine.db'], 3, /Cannot read the signing key open\/mine\.db\.key/],
      [
        ['backup', 'open/copies', '--ledger', 'open/mine.db'],
        3,
        /Cannot read the signing key .*\nhint: .*--without-key/,
      ],
      [
        ['encrypt', '--yes', '--ledger', 'open/mine.db', '--key-file', 'open/shut.db'],
        3,
        /passphrase file .*: permission/,
      ],
    ];
    for (const [argv, code, said] of cases)
      expect(ran(argv, { user: NOBODY }), argv.join(' ')).toEqual({
        code,
        stderr: expect.stringMatching(new RegExp(`^error: .*${said.source}`)),
      });
  });
});

test.skipIf(process.platform === 'win32')('a key that others may read is signed with, and that is said', () => {
  chmodSync(`${ledger.path}.key`, 0o644);
  const found = ran(['log', 'export', '--sign']);
  expect(found).toEqual({ code: 0, stderr: expect.stringContaining(`chmod 600 ${ledger.path}.key`) });
  chmodSync(`${ledger.path}.key`, 0o600);
  expect(ran(['log', 'export', '--sign'])).toEqual({ code: 0, stderr: '' });
});
