import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';
import { DEFAULT_ENV } from './support/run.ts';
import { PROGRAM } from './support/spawned.ts';

const NOBODY = 65534;
const env = (more: Readonly<Record<string, string>> = {}) => ({ ...process.env, ...DEFAULT_ENV, ...more });

/** A real process of another system user, who may read nothing of root's. */
function asNobody(argv: readonly string[], cwd: string, more: Readonly<Record<string, string>> = {}) {
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...argv], {
    ...{ uid: NOBODY, gid: NOBODY, cwd, encoding: 'utf8' },
    env: env(more),
  });
  return { code: status, stderr };
}

describe.skipIf(process.platform === 'win32' || process.geteuid?.() !== 0)('another system user', () => {
  let ledger: SmallLedger;
  /** A folder of his own. */
  let own: string;
  beforeEach(async () => {
    ledger = await smallLedger();
    chmodSync(ledger.folder, 0o755);
    chmodSync(ledger.path, 0o600);
    own = mkdtempSync(join(tmpdir(), 'tiaochu-'));
    chownSync(own, NOBODY, NOBODY);
  });
  afterEach(() => ledger.remove());

  test.each([
    'unit list',
    'check',
    'todo',
    `household change ${FIRST}010001 --people 3`,
    'backup backups',
    'log',
    'log verify FILE',
    'import list',
    'encrypt --yes --key-file FILE',
    'decrypt --yes',
    'recover new.db',
    'restore FILE --yes',
    'find 敖',
    'bundle status',
    'report headline --year 2023',
    'me',
    'privacy report',
  ])('%s says that the ledger may not be read', line => {
    writeFileSync(join(own, 'FILE'), 'a passphrase');
    for (const lang of ['en', 'zh']) {
      const { code, stderr } = asNobody([...line.split(' '), '--ledger', ledger.path, '--lang', lang], own);
      expect(stderr).not.toMatch(/internal error|内部错误|^ *at /m);
      if (line.startsWith('restore')) continue;
      expect([code, stderr]).toEqual([
        6,
        expect.stringMatching(/cannot be read: permission denied|无法读取台账 .*：没有权限/),
      ]);
    }
  });

  test('a ledger in a folder that may not be entered may not be read, either, and none is made there', () => {
    const inside = join(ledger.folder, 'private');
    mkdirSync(inside, { mode: 0o700 });
    const read = asNobody(['unit', 'list', '--ledger', join(inside, 'a.db')], own);
    expect([read.code, read.stderr]).toEqual([6, expect.stringContaining('permission denied')]);
    const init = asNobody(['init', '--county', '150722', '--name', '莫旗', '--ledger', join(inside, 'a.db')], own);
    expect([init.code, init.stderr]).toEqual([6, expect.stringContaining('cannot be created: permission denied')]);
    const demo = asNobody(['demo', '--ledger', join(inside, 'a.db')], own);
    expect([demo.code, demo.stderr]).toEqual([
      expect.toBeOneOf([2, 6]),
      expect.stringMatching(/permission denied|EACCES/),
    ]);
  });

  test('a folder in a folder of files that may not be read is named, and nothing is imported', () => {
    const files = join(own, 'files');
    mkdirSync(join(files, 'closed'), { recursive: true });
    chmodSync(join(files, 'closed'), 0o700);
    const free = join(own, 'ledger.db');
    const init = ['init', '--county', '150722', '--name', '莫旗', '--ledger', free];
    expect(asNobody(init, own)).toMatchObject({ code: 0 });
    const { code, stderr } = asNobody(['import', files, '--yes', '--ledger', free], own);
    expect([code, stderr]).toEqual([3, expect.stringContaining('Cannot read the folder')]);
    expect(stderr).toContain('closed');
    const secret = ledger.write('units.csv', 'code,name\n');
    chmodSync(secret, 0o600);
    const hidden = asNobody(['import', secret, '--yes', '--ledger', free], own);
    expect([hidden.code, hidden.stderr]).toEqual([5, expect.stringContaining('permission denied')]);
  });

  test('files that an option names and nobody may read are named', () => {
    const free = join(own, 'ledger.db');
    asNobody(['init', '--county', '150722', '--name', '莫旗', '--ledger', free], own);
    const closed = ledger.write('closed', 'a passphrase\n');
    chmodSync(closed, 0o600);
    for (const line of [
      `unit import ${closed}`,
      `backup --encrypt --key-file ${closed}`,
      `unit change 150722 --name 莫旗二 --yes --passphrase-file ${closed}`,
      `restore ${closed} --yes`,
      `log verify ${closed}`,
      `unit list --output ${ledger.folder}/new.csv`,
      `backup ${ledger.folder}/new`,
      `unit import ${join(own, 'ledger.db')} --rejected ${ledger.folder}/new.csv`,
      `report monthly --month 2023-06 --output ${ledger.folder}/month`,
    ]) {
      const { code, stderr } = asNobody([...line.split(' '), '--ledger', free], own);
      expect(stderr, line).not.toMatch(/internal error/);
      expect([0, 2, 3, 5, 6], `${line}: ${stderr}`).toContain(code);
    }
  });
});

test.skipIf(process.platform === 'win32')('a working folder that is gone is said to be', () => {
  const gone = mkdtempSync(join(tmpdir(), 'tiaochu-'));
  for (const [command, code] of [
    ['unit list', 2],
    ['init --county 150722 --name 莫旗', 2],
    ['--version', 0],
  ] as const) {
    const line = `mkdir -p "${gone}" && cd "${gone}" && rmdir "${gone}" && "${process.execPath}" "${PROGRAM}" ${command}`;
    const { status, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8', env: env() });
    expect(stderr).not.toMatch(/internal error/);
    expect([status, stderr]).toEqual([code === 0 ? 0 : expect.toBeOneOf([2, 6]), expect.any(String)]);
  }
  expect(() => rmdirSync(gone)).toThrow();
});

test('a passphrase that is fed without end is refused', async () => {
  const ledger = await smallLedger();
  await ledger.done(
    'operator',
    'add',
    '何春花',
    '--unit',
    '150722',
    '--role',
    'admin',
    '--new-passphrase-file',
    ledger.write('p', 'birch and larch'),
  );
  const argv = ['unit', 'change', FIRST, '--name', '甲村', '--yes', '--as', '何春花', '--passphrase-file', '-'];
  const child = spawn(process.execPath, [PROGRAM, ...argv], { env: env({ TIAOCHU_LEDGER: ledger.path }) });
  const piece = Buffer.alloc(1 << 20, 0x61);
  const feed = () => child.stdin.write(piece, error => error ?? feed());
  child.stdin.on('error', () => undefined);
  feed();
  let stderr = '';
  child.stderr.on('data', text => {
    stderr += text;
  });
  const code = await new Promise(resolve => child.on('close', resolve));
  expect([code, stderr]).toEqual([2, expect.stringContaining('There is no passphrase on standard input')]);
  ledger.remove();
}, 30_000);
