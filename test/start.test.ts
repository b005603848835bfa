import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ROOT, tiaochu } from './support/spawned.ts';

const PREBUILT = Number(process.versions.napi) >= 10;
const load = createRequire(import.meta.url)('../bin/load.js');

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tiaochu start '));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const homes: string[] = [];

/** A copy of the built program, without any addon. */
function copied(): string {
  const home = join(folder, `copy ${homes.push('')}`);
  for (const part of ['bin', 'dist', 'package.json']) cpSync(join(ROOT, part), join(home, part), { recursive: true });
  for (const file of readdirSync(join(home, 'bin', 'node20')))
    if (file.endsWith('.node')) rmSync(join(home, 'bin', 'node20', file));
  return home;
}

const programOf = (home: string) => join(home, 'bin', 'tiaochu.js');

describe('without a SQLite addon that loads', () => {
  let home: string;
  let ledger: string;

  beforeEach(() => {
    home = copied();
    ledger = join(home, 'ledger.db');
  });

  const init = (lang: string, ...more: string[]) =>
    tiaochu(['init', '--county', '150722', '--name', '莫旗', ...more], {
      ledger,
      program: programOf(home),
      env: { TIAOCHU_LANG: lang },
    });

  /** What bin/addon.js and npm leave behind, with an addon that the system cannot load. */
  function brokenAddon(): void {
    if (!PREBUILT) {
      writeFileSync(join(home, 'bin', 'node20', `ciphers-${process.versions.modules}.node`), 'no addon');
      return;
    }
    const broken = join(home, 'node_modules', 'better-sqlite3-addon');
    for (const part of ['package.json', 'lib'])
      cpSync(join(ROOT, 'node_modules', 'better-sqlite3-addon', part), join(broken, part), { recursive: true });
    mkdirSync(join(broken, 'build', 'Release'), { recursive: true });
    writeFileSync(join(broken, 'build', 'Release', 'better_sqlite3.node'), 'no addon');
  }

  test('a command says so with a way out, and exits 6', async () => {
    for (const breakIt of [() => {}, brokenAddon]) {
      breakIt();
      const en = await init('en');
      expect({ code: en.code, stdout: en.stdout }).toEqual({ code: 6, stdout: '' });
      expect(en.stderr.trimEnd().split('\n')).toEqual([
        expect.stringMatching(/^error: There is no SQLite addon for Node \d+\.\d+\.\d+ \(\w+-\w+\)$/),
        expect.stringMatching(/^hint: .*Python 3, make and a C\+\+20 compiler.* run node ".*copy \d+.bin.addon\.js"$/),
      ]);
      const zh = await init('zh');
      expect(zh.code).toBe(6);
      expect(zh.stderr.trimEnd().split('\n')).toEqual([
        expect.stringMatching(/^错误：Node [\d.]+（\w+-\w+）上没有可用的 SQLite 组件$/),
        expect.stringMatching(/^提示：请.*，再运行 node ".*addon\.js"$/),
      ]);
      expect(readdirSync(home)).not.toContain('ledger.db');
    }
  }, 20_000);

  test('--debug gives the reason of the system', async () => {
    brokenAddon();
    const { code, stderr } = await init('en', '--debug');
    expect(code).toBe(6);
    expect(stderr).toMatch(/file too short|invalid ELF|not a mach-o|not a valid Win32/i);
  });

  test('what needs no ledger still works', async () => {
    for (const words of [['--version'], ['--help'], ['unit', 'list', '--help']])
      expect(await tiaochu(words, { program: programOf(home) })).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('the code that V8 keeps', () => {
  let home: string;

  beforeEach(() => {
    home = copied();
    cpSync(join(ROOT, 'bin', 'node20'), join(home, 'bin', 'node20'), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(home, 'node_modules'));
  });

  const dist = () => join(home, 'dist');
  const cache = () => load.cacheFile(dist());
  const caches = () => readdirSync(dist()).filter(file => file.includes('.cache'));
  const version = () => tiaochu(['--version'], { program: programOf(home) });
  const isAccepted = () => {
    const { kept, names, packOf, scripts } = load.opened(dist());
    for (const name of names) packOf(name);
    return kept !== undefined && [...scripts.values()].every(script => script.cachedDataRejected === false);
  };

  test('is there after a build', () => {
    expect(isAccepted()).toBe(true);
  });

  test('is made once by processes that start at the same time on another Node', async () => {
    rmSync(cache());
    const started = await Promise.all([version(), version(), version(), version()]);
    for (const result of started) expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(isAccepted()).toBe(true);
    expect(caches()).toHaveLength(1);
    const { mtimeMs } = statSync(cache());
    await version();
    expect(statSync(cache()).mtimeMs).toBe(mtimeMs);
  }, 20_000);

  test('is not tried again right after a failed attempt, or in a folder that cannot be written', async () => {
    rmSync(cache());
    writeFileSync(`${cache()}.claim`, '');
    expect(await version()).toMatchObject({ code: 0, stderr: '' });
    expect(caches()).toEqual([`${basename(cache())}.claim`]);
  });

  test('stays as it is where V8 refuses it', async () => {
    const other = readFileSync(cache());
    // After the two lines of the index, the first pack's code begins with V8's marks of its version and its flags.
    const code = other.indexOf('\n', other.indexOf('\n') + 1) + 1;
    other.fill(0xff, code, code + 16);
    writeFileSync(cache(), other);
    expect(isAccepted()).toBe(false);
    expect(await version()).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(cache())).toEqual(other);
  });

  test('is made anew where a part of it is lost', async () => {
    for (const length of [0, 1000, statSync(cache()).size - 1]) {
      writeFileSync(cache(), readFileSync(cache()).subarray(0, length));
      expect(await version()).toMatchObject({ code: 0, stderr: '' });
      expect(isAccepted()).toBe(true);
    }
  }, 20_000);

  test('is not made by a command that fails', async () => {
    rmSync(cache());
    expect(await tiaochu(['nosuch'], { program: programOf(home) })).toMatchObject({ code: 2 });
    expect(caches()).toEqual([]);
  });
});
