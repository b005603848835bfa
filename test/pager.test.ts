import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';
import { householdCode } from './support/many.ts';
import { HAS_TERMINALS, type OnTerminal, onTerminal } from './support/pseudo-terminal.ts';
import { bashIn } from './support/spawned.ts';

const HOUSEHOLDS = 3000;
/** How less waits for a key: it says which. */
const LESS_WAITS = 'q to quit';
const HAS_LESS = spawnSync('less', ['--version']).status === 0;

describe.runIf(HAS_TERMINALS)('a result on a terminal', () => {
  let ledger: SmallLedger;

  beforeAll(async () => {
    ledger = await smallLedger();
    const rows = Array.from({ length: HOUSEHOLDS }, (_, n) => `${householdCode(n)},${FIRST},鄂户${n}\n`).join('');
    await ledger.done('household', 'import', ledger.write('h.csv', `code,unit_code,head_name\n${rows}`));
  });
  afterAll(() => ledger.remove());

  const listed = (options: Omit<OnTerminal, 'ledger'>, ...words: string[]) =>
    onTerminal(['household', 'list', ...words], { ledger: ledger.path, ...options });
  const rowsIn = (text: string) => text.split('\n').filter(line => line.includes(`│ ${FIRST}`)).length;

  test('goes through the pager where it is longer than the screen, with all its rows', async () => {
    const { code, shown } = await listed({ env: { TIAOCHU_PAGER: 'sed s/^/@/', PAGER: 'false' } });
    expect(code).toBe(0);
    expect(rowsIn(shown)).toBeGreaterThan(HOUSEHOLDS);
    expect(shown).toContain(`@│ ${householdCode(HOUSEHOLDS - 1)}`);
  });

  test('is written as it is where it is short', async () => {
    const { shown } = await onTerminal(['unit', 'list', '--level', 'township'], {
      ledger: ledger.path,
      env: { PAGER: 'sed s/^/@/' },
    });
    expect(shown).toContain('│ 150722100');
    expect(shown).not.toContain('@');
  });

  test.each([
    ['--no-pager', {}],
    ['--不分页', {}],
    ['--quiet', { PAGER: '' }],
    ['--quiet', { PAGER: 'cat' }],
    ['--quiet', { TERM: 'dumb' }],
    ['--quiet', { PAGER: 'no-such-pager --x' }],
  ])('is not paged with %s and %o, and has 200 rows', async (word, env) => {
    const { code, shown } = await listed({ env: { PAGER: 'sed s/^/@/', ...env } }, word);
    expect(code).toBe(0);
    expect(rowsIn(shown)).toBe(200);
    expect(shown).not.toContain('@');
  });

  test('is written as it is where a shell finds no pager', async () => {
    const { code, shown } = await listed({ env: { PAGER: 'no-such-pager | cat; exit 127' } }, '--limit', '30');
    expect(code).toBe(0);
    expect(rowsIn(shown)).toBe(30);
  });

  test('ends without an error where the pager is left early', async () => {
    const { code, shown } = await listed({ env: { PAGER: 'head -4' } });
    expect(code).toBe(0);
    expect(rowsIn(shown)).toBe(1);
    expect(shown).not.toMatch(/EPIPE|rror/);
  });

  test('is never paged in a pipe or into a file', () => {
    const piped = bashIn(ledger.folder, 'tiaochu household list --output list.txt; tiaochu household list | tail -1', {
      ledger: ledger.path,
      env: { PAGER: 'sed s/^/@/' },
    });
    expect(piped.stdout).not.toContain('@');
    expect(rowsIn(readFileSync(join(ledger.folder, 'list.txt'), 'utf8'))).toBeGreaterThan(HOUSEHOLDS);
  });

  test.runIf(HAS_LESS)('is paged by less, which Ctrl-C does not end and q does', async () => {
    const { code, shown } = await listed({
      steps: [
        [LESS_WAITS, '\x03'],
        [LESS_WAITS, 'q'],
      ],
      afterwards: 'stty -a',
    });
    expect(code).toBe(0);
    expect(shown).toMatch(/ echo .* echok /);
  });

  test.runIf(HAS_LESS)('goes on with the space bar, which at the end leaves', async () => {
    // G goes to the end; what is said there is true: the space bar leaves.
    const { code, shown } = await listed({
      steps: [
        [LESS_WAITS, 'G'],
        [householdCode(HOUSEHOLDS - 1), ' '],
      ],
    });
    expect(code).toBe(0);
    expect(shown).toContain('space goes on and at the end leaves');
  });

  test.runIf(HAS_LESS)('gives the terminal back where a signal ends it', async () => {
    const { code, shown } = await listed({ steps: [[LESS_WAITS, 'SIGTERM']], afterwards: 'stty -a' });
    expect(code).toBe(143);
    expect(shown).toMatch(/ icanon .* echo .* echok /s);
  });
});
