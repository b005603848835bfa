import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT, type Spawned, tiaochu } from './support/spawned.ts';

const PREBUILT = Number(process.versions.napi) >= 10;
const WINDOWS = process.platform === 'win32';

let folder: string;
let tarball: string;

/** Runs npm as an office would; what it prints on stdout. */
function npm(args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const cli = process.env.npm_execpath ?? '';
  const [program, first] = /npm-cli\.js$/.test(cli) ? [process.execPath, [cli]] : ['npm', []];
  const options = { cwd: ROOT, encoding: 'utf8', shell: WINDOWS, env: { ...process.env, ...env } } as const;
  const done = spawnSync(program, [...first, ...args], options);
  expect({ status: done.status, stderr: done.status === 0 ? '' : done.stderr }).toEqual({ status: 0, stderr: '' });
  return done.stdout;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tiaochu package '));
  const [packed] = JSON.parse(npm(['pack', '--json', '--loglevel=error', '--pack-destination', folder]));
  tarball = join(folder, packed.filename);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function contents(): string[] {
  const listed = spawnSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).stdout;
  return listed
    .trim()
    .split('\n')
    .map(path => path.replace(/^package\//, ''));
}

/** Installs the tarball globally under a prefix of its own; returns the folder of the program. */
function installed(name: string, flags: readonly string[], env?: Readonly<Record<string, string>>): string {
  const prefix = join(folder, name);
  npm(
    ['install', '--global', '--prefix', prefix, tarball, ...flags, '--prefer-offline', '--no-audit', '--no-fund'],
    env,
  );
  return join(prefix, ...(WINDOWS ? [] : ['lib']), 'node_modules', 'tiaochu');
}

/** Begins a ledger and imports a file, both in another folder; the first that fails is the answer. */
async function used(home: string, lang = 'en'): Promise<Spawned> {
  const place = mkdtempSync(join(folder, '台账 文件夹'));
  const ledger = join(place, 'ledger.db');
  const units = join(place, 'units.csv');
  writeFileSync(units, 'code,name,level,parent_code\n150722100,尼尔基镇,township,150722\n');
  const plan = { ledger, program: join(home, 'bin', 'tiaochu.js'), env: { TIAOCHU_LANG: lang } };
  const begun = await tiaochu(['init', '--county', '150722', '--name', '莫旗'], plan);
  return begun.code === 0 ? tiaochu(['unit', 'import', units, '--format', 'json'], plan) : begun;
}

function expectImported({ code, stdout, stderr }: Spawned): void {
  expect(code, stderr).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject([{ file: 'units.csv', added: 1 }]);
}

function packages(home: string): string[] {
  const folder = join(home, 'node_modules');
  return existsSync(folder) ? readdirSync(folder).filter(name => !name.startsWith('.')) : [];
}

/**
 * The addon that set-up compiled, packed as version 12's own install script looks for before it downloads or compiles one.
 * So the whole way of an installation is walked, but for a minute of compiling.
 */
function localPrebuild(): Record<string, string> {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'bin', 'node20', 'package.json'), 'utf8'));
  const { versions, platform, arch } = process;
  const release = join(folder, 'prebuild', 'build', 'Release');
  mkdirSync(release, { recursive: true });
  copyFileSync(join(ROOT, 'bin', 'node20', `ciphers-${versions.modules}.node`), join(release, 'better_sqlite3.node'));
  const name = `better-sqlite3-multiple-ciphers-v${dependencies['better-sqlite3-multiple-ciphers']}-node-v${versions.modules}-${platform}-${arch}.tar.gz`;
  const made = spawnSync('tar', ['-czf', join(folder, name), '-C', join(folder, 'prebuild'), 'build']);
  expect(made.status).toBe(0);
  return { npm_config_better_sqlite3_multiple_ciphers_local_prebuilds: folder };
}

describe('the package', () => {
  test('has the program, its licences and what it needs to get an addon, and nothing else', () => {
    const files = contents();
    for (const file of ['package.json', 'README.md', 'LICENSE', 'bin/tiaochu.js', 'bin/addon.js', 'dist/program.cjs'])
      expect(files).toContain(file);
    expect(files).toContain('bin/node20/package-lock.json');
    expect(files).toContain('dist/LICENSES.txt');
    expect(files.filter(file => !/^(bin|dist)\/|^[^/]+(\.md|\.json)$|^LICENSE$/.test(file))).toEqual([]);
    expect(files.filter(file => /\.node$|node_modules|bench|setup|\.ts$/.test(file))).toEqual([]);
  });

  test('has the same version in all its lockfiles', () => {
    const of = (...path: string[]) => JSON.parse(readFileSync(join(ROOT, ...path), 'utf8'));
    const { devDependencies, optionalDependencies } = of('package.json');
    // The bundle has the JavaScript of the one and the package brings the addon of the other.
    expect(optionalDependencies['better-sqlite3-addon']).toBe(
      `npm:better-sqlite3@${devDependencies['better-sqlite3']}`,
    );
    const locked = of('bin', 'node20', 'package-lock.json').packages['node_modules/better-sqlite3-multiple-ciphers']
      .version;
    expect(of('bin', 'node20', 'package.json').dependencies['better-sqlite3-multiple-ciphers']).toBe(locked);
  });
});

describe('a global installation', () => {
  test('with --ignore-scripts works where the addon is prebuilt, and says what is missing where it is not', async () => {
    const home = installed('without scripts', ['--ignore-scripts']);
    const first = await used(home);
    if (PREBUILT) return expectImported(first);
    const { code, stdout, stderr } = first;
    expect({ code, stdout }).toEqual({ code: 6, stdout: '' });
    expect(stderr).toMatch(
      /^error: There is no SQLite addon for Node .*\nhint: Use Node 22\.14 or newer, .*addon\.js"\n$/,
    );
    expect((await used(home, 'zh')).stderr).toMatch(
      /^错误：Node .*上没有可用的 SQLite 组件\n提示：请改用 Node 22\.14 以上版本，.*\n$/,
    );
  }, 120_000);

  test('brings at most the addon, and works', async () => {
    const home = installed('with scripts', [], PREBUILT ? {} : localPrebuild());
    expect(packages(home)).toEqual(
      PREBUILT ? ['better-sqlite3-addon', 'better-sqlite3-ciphers-addon', 'node-addon-api'] : [],
    );
    expectImported(await used(home));
  }, 240_000);
});
