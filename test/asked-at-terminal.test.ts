import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type SmallLedger, smallLedger } from './support/ledger.ts';

/*
 * The built program on a real terminal (a pseudo-terminal that `script` makes): what the scripted answers of other tests
 * cannot show is which keys are pressed.
 */

const PROGRAM = fileURLToPath(new URL('../bin/tiaochu.js', import.meta.url));
const HAS_TERMINALS = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;

const [DOWN, ENTER, ESCAPE, CTRL_C] = ['\x1b[B', '\r', '\x1b', '\x03'] as const;

/** Runs a command line on a terminal of its own; each step waits for a text and then presses keys. */
async function atTerminal(
  ledger: SmallLedger,
  argv: readonly string[],
  steps: readonly (readonly [text: string, keys: readonly string[]])[],
): Promise<{ readonly code: number | null; readonly shown: string }> {
  const command = [process.execPath, PROGRAM, ...argv].map(word => `'${word}'`).join(' ');
  const env = { ...process.env, TIAOCHU_LEDGER: ledger.path, TIAOCHU_LANG: 'zh', TIAOCHU_TODAY: '2023-12-31' };
  const child = spawn('script', ['-qefc', command, '/dev/null'], { env, cwd: ledger.folder });
  let shown = '';
  let next = 0;
  child.stdout.on('data', piece => {
    shown += String(piece);
    const [text, keys] = steps[next] ?? [];
    if (text === undefined || !shown.includes(text)) return;
    next++;
    // A prompt listens a moment after it is drawn.
    for (const [i, key] of (keys ?? []).entries()) setTimeout(() => child.stdin.write(key), 200 * (i + 1));
  });
  const code = await new Promise<number | null>(resolve => child.on('close', resolve));
  return { code, shown };
}

describe.runIf(HAS_TERMINALS)('an import on a terminal', () => {
  let ledger: SmallLedger;

  beforeEach(async () => {
    ledger = await smallLedger();
    ledger.write('台账.csv', '西博荣村纠纷台账,,,\n登记日期,类别,简要情况,经手\n2022-06-03,邻里,夜里放音响,郭海山\n');
  });
  afterEach(() => ledger.remove());

  const disputes = async () => (await ledger.json('dispute', 'list')).length;

  test('asks for a column, and imports with what is chosen by the arrow keys', async () => {
    const steps = [['没有「难易程度」', [DOWN, ENTER]]] as const;
    const { code, shown } = await atTerminal(ledger, ['dispute', 'import', '台账.csv'], steps);
    expect(shown).toContain('不再询问的写法：tiaochu 纠纷 导入 台账.csv --固定 难易程度=简易');
    expect(code).toBe(0);
    expect(await disputes()).toBe(1);
  });

  test.each([
    ['Ctrl-C', CTRL_C],
    ['Esc', ESCAPE],
  ])('is given up with %s, and nothing is written', async (_, key) => {
    const steps = [['没有「难易程度」', [key]]] as const;
    const { code, shown } = await atTerminal(ledger, ['dispute', 'import', '台账.csv'], steps);
    expect(shown).toContain('已取消，未写入任何数据');
    expect(code).toBe(130);
    expect(await disputes()).toBe(0);
  });

  test('asks nothing with --yes', async () => {
    const { code } = await atTerminal(ledger, ['dispute', 'import', '台账.csv', '--yes'], []);
    expect(code).toBe(5);
  });
});
