import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';
import type { Ran } from './support/run.ts';

/** A user who owns nothing. */
const NOBODY = 65534;

let ledger: SmallLedger;
/** A ledger in a folder where nothing can be written. */
let path: string;
let folder: string;

beforeEach(async () => {
  ledger = await smallLedger({ visits: true });
  folder = join(ledger.folder, 'disc');
  path = join(folder, 'ledger.db');
  mkdirSync(folder);
  ledger.direct(db => db.pragma('wal_checkpoint(truncate)'));
  copyFileSync(ledger.path, path);
  chmodSync(ledger.folder, 0o755);
  await asNobody('unit', 'list');
});

afterEach(() => {
  chmodSync(folder, 0o755);
  ledger.remove();
});

/** Runs a command as somebody who may read the folder and no more; root could write everywhere. */
async function asNobody(...argv: readonly string[]): Promise<Ran> {
  chmodSync(path, 0o444);
  chmodSync(folder, 0o555);
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    return await ledger.run([...argv, '--ledger', path], { env: { TIAOCHU_LANG: 'zh' } });
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(folder, 0o755);
  }
}

test.skipIf(process.platform === 'win32')('a ledger in a read-only folder can be read', async () => {
  const { code, stdout } = await asNobody('report', 'coverage', '--month', '2023-05', '--format', 'csv');
  expect(code).toBe(0);
  const there = await ledger.run(['report', 'coverage', '--month', '2023-05', '--format', 'csv'], {
    env: { TIAOCHU_LANG: 'zh' },
  });
  expect(stdout).toBe(there.stdout);
  expect(readdirSync(folder)).toEqual(['ledger.db']);
});

test.skipIf(process.platform === 'win32')('what would be written there is refused in one sentence', async () => {
  for (const words of [
    ['household', 'change', `${FIRST}010001`, '--people', '5'],
    ['household', 'list', '--reveal', '核对'],
  ]) {
    const { code, stderr } = await asNobody(...words);
    expect(code).toBe(6);
    expect(stderr).toBe(
      `错误：台账 ${path} 不能写入：文件或它所在的文件夹只读；本次未写入任何数据\n提示：请先把台账文件复制到能写的文件夹，再用 --台账 指定它\n`,
    );
  }
});

test.skipIf(process.platform === 'win32')('it is not read without the changes that are still in its log', async () => {
  writeFileSync(`${path}-wal`, 'not yet written back');
  const { code, stderr } = await asNobody('unit', 'list');
  expect(code).toBe(6);
  expect(stderr).toContain('连同旁边的 -wal 文件复制到能写的文件夹');
  expect(existsSync(`${path}-shm`)).toBe(false);
});
