import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';

/** A command line that enters a visit with a diary. */
const withDiary = (day: string, ...diary: readonly string[]) => [
  ...['visit', 'add', '--visited-on', day, '--household-code', `${FIRST}010001`],
  ...['--cadre-a', `${FIRST}-C01`, '--cadre-b', `${FIRST}-C02`, '--domains', 'mediation', ...diary],
];

async function diaryOf(ledger: SmallLedger, ...options: readonly string[]): Promise<unknown> {
  const { code, stderr } = await ledger.run(withDiary('2023-06-01', ...options), { stdin: '来自\n标准输入\n' });
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const shown = JSON.parse(await ledger.done('visit', 'show', '1', '--format', 'json')) as { diary: unknown };
  return shown.diary;
}

test('a text is the word itself with all its lines, what a file holds, or what is piped', async () => {
  const gbk = Buffer.from([0xb5, 0xda, 0xd2, 0xbb, 0xd0, 0xd0, 0x0d, 0x0a, 0xb5, 0xda, 0xb6, 0xfe, 0xd0, 0xd0]);
  for (const [typed, expected] of [
    ['第一行\n第二行', '第一行\n第二行'],
    ['@GBK', '第一行\n第二行'],
    ['-', '来自\n标准输入'],
    ['@@家', '@家'],
  ] as const) {
    const ledger = await smallLedger();
    try {
      const file = ledger.write('日记.txt', gbk);
      expect(await diaryOf(ledger, '--diary', typed === '@GBK' ? `@${file}` : typed)).toBe(expected);
    } finally {
      ledger.remove();
    }
  }
});

test('a missing file and a second use of standard input are refused, and nothing is written', async () => {
  const ledger = await smallLedger();
  try {
    const missing = await ledger.run(withDiary('2023-06-01', '--diary', `@${join(ledger.folder, 'none.txt')}`));
    expect(missing.code).toBe(3);
    expect(missing.stderr).toContain('There is no file');
    const twice = await ledger.run(withDiary('2023-06-01', '--diary', '-', '--family', '-'), { stdin: 'x' });
    expect(twice.code).toBe(2);
    expect(twice.stderr).toContain('Standard input can be the text of one option only');
    expect(await ledger.json('visit', 'list')).toEqual([]);
  } finally {
    ledger.remove();
  }
});

test('a day can be named by a word or without its year', async () => {
  const ledger = await smallLedger();
  try {
    const { stderr } = await ledger.run(withDiary('6月1日'), { env: { TIAOCHU_TODAY: '2023-12-31' } });
    expect(stderr).toBe('"6月1日" was read as 2023-06-01\n');
    await ledger.done(...withDiary('yesterday'));
    expect((await ledger.json('visit', 'list')).map(({ visited_on }) => visited_on)).toContain('2023-06-01');
  } finally {
    ledger.remove();
  }
});
