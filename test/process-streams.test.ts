import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../src/ledger/sqlite.ts';
import { FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';
import { figure } from './support/many.ts';
import { bashBeside, bashIn, tiaochu } from './support/spawned.ts';

let ledger: SmallLedger;
let folder: string;

beforeAll(async () => {
  ledger = await smallLedger();
  folder = mkdtempSync(join(tmpdir(), 'tiaochu-streams-'));
});
afterAll(() => {
  ledger.remove();
  rmSync(folder, { recursive: true, force: true });
});

const bash = (line: string) => bashIn(folder, line, { ledger: ledger.path });
const households = () => Number(figure(ledger.path, 'select count(*) from household'));
const household = (n: number) => `${FIRST}09${String(n).padStart(4, '0')}`;
const HEADER = 'code,unit_code,head_name';

describe.skipIf(!existsSync('/dev/full'))('on a full disk', () => {
  test('a result is refused with a sentence, not lost in silence', () => {
    for (const words of ['household list --format csv', '--version', '--help', 'unit template']) {
      const { status, stderr } = bash(`tiaochu ${words} > /dev/full`);
      expect({ words, status, stderr }).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(/^error: Cannot write to standard output: the disk is full\nhint: [^\n]+\n$/),
      });
    }
  });

  test('a change that was made is not said to have failed', () => {
    const before = households();
    const { status, stderr } = bash(
      `tiaochu household add --code ${household(1)} --unit-code ${FIRST} --head-name 敖新 > /dev/full`,
    );
    expect({ status, added: households() - before }).toEqual({ status: 2, added: 1 });
    expect(stderr).toMatch(/^error: The changes were saved, but the result could not be shown: .*the disk is full/);
    expect(stderr).toContain('hint: Do not repeat them');
  });

  test('--output to a device is noticed, too', () => {
    const { status, stderr } = bash('tiaochu household list --output /dev/full');
    expect(status).toBe(2);
    expect(stderr).toContain('Cannot write /dev/full: the disk is full');
    expect(stderr).not.toContain('Written');
  });
});

test('a file that may grow no further is not called written, and the earlier one stays', () => {
  const target = join(folder, 'limited.csv');
  writeFileSync(target, 'earlier\n');
  const { stdout, stderr } = bash(
    `trap '' XFSZ; (ulimit -f 1; tiaochu assessment template --output ${target}; echo "$?")`,
  );
  expect({ code: stdout.trim(), stderr }).toMatchObject({ code: '2', stderr: expect.stringContaining('limited.csv') });
  expect(stderr).not.toContain('Written');
  expect(readFileSync(target, 'utf8')).toBe('earlier\n');
  expect(readdirSync(folder).filter(name => name.endsWith('.tmp'))).toEqual([]);
});

test('what goes to a file is whole', () => {
  bash('tiaochu log --format json > stdout.json; tiaochu log --format json --output output.json');
  const [stdout, output] = ['stdout.json', 'output.json'].map(name => readFileSync(join(folder, name), 'utf8'));
  expect(stdout).toBe(output);
  expect(JSON.parse(stdout ?? '').length).toBeGreaterThan(5);
});

describe('input that is still being typed', () => {
  test.each([
    ['standard input', (source: string) => `${source} | tiaochu household import - --quiet`],
    ['a pipe with a name', (source: string) => `tiaochu household import <(${source}) --quiet`],
  ])(
    'keeps nobody else from writing: %s',
    async (what, line) => {
      const row = `${household(what.length)},${FIRST},鄂新`;
      const slow = bashBeside(folder, line(`{ echo '${HEADER}'; sleep 4; echo '${row}'; }`), { ledger: ledger.path });
      await wait(1500);
      const began = Date.now();
      const other = await tiaochu(['unit', 'change', FIRST, '--name', `西博荣村 ${what}`], { ledger: ledger.path });
      expect(other).toMatchObject({ code: 0 });
      expect(Date.now() - began).toBeLessThan(2400);
      expect(await slow).toMatchObject({ code: 0, stderr: '' });
      expect(figure(ledger.path, `select count(*) from household where code = '${household(what.length)}'`)).toBe(1);
    },
    20_000,
  );
});

describe('Ctrl-C', () => {
  const CANCELLED = { signal: 'SIGINT', stdout: '', stderr: 'cancelled; nothing was written\n' };

  test('in the middle of an import says that nothing was written', async () => {
    const rows = Array.from({ length: 200_000 }, (_, n) => {
      const day = new Date(Date.UTC(2023, 4, 3 + (n % 200))).toISOString().slice(0, 10);
      return `${day},${FIRST}01000${1 + (n % 3)},${FIRST}-C01,${FIRST}-C02,law,home,no,春耕 ${n}\n`;
    });
    const file = join(folder, 'visits.csv');
    writeFileSync(file, `visited_on,household_code,cadre_a,cadre_b,domains,mode,substitute,diary\n${rows.join('')}`);
    const before = figure(ledger.path, 'select count(*) from visit');
    let child: ChildProcess | undefined;
    const run = tiaochu(['visit', 'import', file, '--skip-bad'], {
      ledger: ledger.path,
      started: process => {
        child = process;
      },
    });
    while (!isBusy(ledger.path)) await wait(20);
    child?.kill('SIGINT');
    expect(await run).toMatchObject(CANCELLED);
    expect(figure(ledger.path, 'select count(*) from visit')).toBe(before);
  }, 20_000);

  test('while input is awaited ends the command, with the exit code 130 in a shell', async () => {
    bash('mkfifo never');
    const { stdout, stderr } = await bashBeside(
      folder,
      'set -m; tiaochu household import never & sleep 2; kill -INT -$!; wait $!; echo $?',
      { ledger: ledger.path },
    );
    expect(stdout.trim()).toBe('130');
    expect(stderr).toContain(CANCELLED.stderr);
  }, 20_000);
});

/** Whether somebody holds the ledger's write lock. */
function isBusy(path: string): boolean {
  const db = connect(path);
  try {
    db.pragma('busy_timeout = 0');
    db.exec('begin immediate');
    db.exec('rollback');
    return false;
  } catch {
    return true;
  } finally {
    db.close();
  }
}
