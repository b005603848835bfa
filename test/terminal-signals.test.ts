import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';
import { householdCode } from './support/many.ts';
import { HAS_TERMINALS, onTerminal } from './support/pseudo-terminal.ts';

/** What a terminal was told of its cursor last: shown, hidden, or nothing. */
const cursorAfter = (shown: string) => {
  const [hidden, shows] = ['\x1b[?25l', '\x1b[?25h'];
  return shown.lastIndexOf(shows) > shown.lastIndexOf(hidden) ? shows : hidden;
};

/** Every shown state of a bar: what, how many rows, what share. */
const barsIn = (shown: string) => shown.match(/\d+% {2}[\d,]+ 行 {2}[\d,]+ 行\/秒/g) ?? [];

describe.runIf(HAS_TERMINALS)('a terminal', () => {
  let ledger: SmallLedger;
  let many: string;
  const env = { TIAOCHU_LANG: 'zh' };

  beforeAll(async () => {
    ledger = await smallLedger();
    ledger.write('台账.csv', '西博荣村纠纷台账,,,\n登记日期,类别,简要情况,经手\n2022-06-03,邻里,夜里放音响,郭海山\n');
    const rows = Array.from({ length: 9000 }, (_, n) => `${householdCode(n)},${FIRST},鄂户${n}\n`).join('');
    many = join(ledger.folder, 'many.csv');
    writeFileSync(many, `code,unit_code,head_name\n${rows}`);
  });
  afterAll(() => ledger.remove());

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('has its cursor and its keys back after %s at a question', async (signal, expected) => {
    const { code, shown } = await onTerminal(['dispute', 'import', join(ledger.folder, '台账.csv')], {
      ledger: ledger.path,
      env,
      steps: [['没有「难易程度」', signal]],
      afterwards: 'stty -a',
    });
    expect(shown).toContain('\x1b[?25l');
    expect(cursorAfter(shown)).toBe('\x1b[?25h');
    expect(shown).toMatch(/ icanon .* echo /s);
    expect(code).toBe(expected);
  });

  test('keeps its cursor while a long import shows how far it is, and has no bar left over', async () => {
    const slow = { ...env, TIAOCHU_PROGRESS_AFTER: '0' };
    const { code, shown } = await onTerminal(['household', 'import', many, '--dry-run'], {
      ledger: ledger.path,
      env: slow,
    });
    expect(code).toBe(0);
    expect(barsIn(shown).length).toBeGreaterThan(0);
    expect(shown).not.toContain('\x1b[?25l');
    expect(shown.slice(shown.lastIndexOf('行/秒'))).toContain('\x1b[2K');
  });

  test('shows no bar for what takes less than a second, nor with --quiet', async () => {
    const words = ['unit', 'list', '--output', join(ledger.folder, 'units.csv')];
    const short = await onTerminal(words, { ledger: ledger.path, env });
    const quiet = await onTerminal(['household', 'import', many, '--dry-run', '--quiet'], {
      ledger: ledger.path,
      env: { ...env, TIAOCHU_PROGRESS_AFTER: '0' },
    });
    for (const { shown } of [short, quiet]) expect(shown).not.toMatch(/行\/秒|█|░/);
  });
});
