import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from './support/spawned.ts';

const hasRegistry = spawnSync('npm', ['ping', '--silent'], { timeout: 20_000 }).status === 0;
const isHere = process.platform === 'linux' && process.arch === 'x64';
if (!hasRegistry || !isHere)
  console.warn('NOT TESTED: the bundle for Linux x64 needs the npm registry and such a machine.');

describe.skipIf(!hasRegistry || !isHere)('the bundle for Linux', () => {
  let folder: string;
  let top: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tiaochu 包 '));
    const made = spawnSync(process.execPath, [join(ROOT, 'bin/bundle.mjs'), folder, 'linux-x64'], { cwd: ROOT });
    expect(made.status, String(made.stderr)).toBe(0);
    const archive = readdirSync(folder).find(name => name.endsWith('.tar.gz')) ?? '';
    expect(spawnSync('tar', ['-xzf', join(folder, archive), '-C', folder]).status).toBe(0);
    top = join(folder, archive.replace('.tar.gz', ''));
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const inBundle = (...words: string[]) => {
    const { status, stdout, stderr } = spawnSync(join(top, 'tiaochu'), words, {
      env: {},
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };

  test('runs with an empty environment', () => {
    const made = inBundle('init', '--county', '150722', '--name', '莫旗', '--ledger', '台账.db', '--lang', 'zh');
    expect(made).toMatchObject({ status: 0, stderr: '' });
    const { status, stdout } = inBundle('unit', 'list', '--ledger', '台账.db', '--format', 'csv');
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('150722,莫旗,banner') });
    const book = inBundle('unit', 'list', '--ledger', '台账.db', '--output', '机构.xlsx');
    expect(book.status).toBe(0);
    expect(readFileSync(join(folder, '机构.xlsx')).subarray(0, 2).toString()).toBe('PK');
  });

  test('opens what is encrypted', () => {
    writeFileSync(join(folder, 'key'), 'river and reed');
    const on = ['--ledger', '密.db', '--key-file', 'key'];
    const made = inBundle('init', '--county', '150722', '--name', '莫旗', '--encrypt', '--lang', 'zh', ...on);
    expect(made).toMatchObject({ status: 0, stderr: '' });
    expect(inBundle('unit', 'list', '--format', 'csv', ...on).stdout).toContain('150722,莫旗,banner');
    expect(inBundle('unit', 'list', '--ledger', '密.db').status).toBe(6);
  });

  test('needs the glibc that is stated', () => {
    const addons = ['better-sqlite3-addon', 'better-sqlite3-ciphers-addon'];
    const needed = [
      join(top, 'node'),
      ...addons.map(name => join(top, `app/node_modules/${name}/prebuilds/linux-x64.node`)),
    ]
      .flatMap(path => readFileSync(path, 'latin1').match(/(?<=GLIBC_2\.)\d+/g) ?? [])
      .map(Number);
    const page = readFileSync(join(ROOT, 'docs/bundle.md'), 'utf8');
    expect(page).toContain(`glibc 2.${Math.max(...needed)} `);
  });
});
