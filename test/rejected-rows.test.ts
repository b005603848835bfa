import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { writeXlsx } from 'hucre/xlsx';
import { readSheet as readByOracle } from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readWorkbook } from '../src/kernel/workbook-library.ts';
import { textWorkbook } from '../src/output/xlsx/text-workbook.ts';
import { ReasonCounts } from '../src/register/reason-counts.ts';
import { FIRST, SECOND, type SmallLedger, smallLedger, THIRD } from './support/ledger.ts';
import { tiaochu } from './support/spawned.ts';

const ZH = { env: { TIAOCHU_LANG: 'zh' } };
const VISITS = 'visited_on,household_code,cadre_a,cadre_b,domains';
const pairOf = (code: string) => `${code}-C01,${code}-C02`;
const visit = (day: string, household = `${FIRST}010001`, domains = 'mediation') =>
  `${day},${household},${pairOf(FIRST)},${domains}`;

let ledger: SmallLedger;
beforeEach(async () => {
  ledger = await smallLedger();
});
afterEach(() => ledger.remove());

const file = (rows: readonly string[], header = VISITS) => ledger.write('bad.csv', [header, ...rows, ''].join('\n'));
const read = (name: string) =>
  parse(readFileSync(join(ledger.folder, name)), { bom: true, relax_column_count: true }) as string[][];
const count = (table: string) => ledger.direct(db => db.prepare(`select count(*) from ${table}`).pluck().get());
/** Twenty-five households that nobody has. */
const unknown = Array.from({ length: 25 }, (_, i) => visit('2023-05-03', `${FIRST}0200${10 + i}`));

describe.each([
  ['visit', VISITS, unknown, '没有这一户'],
  ['household', 'code,unit_code,head_name', unknown.map((_, i) => `${FIRST}${i},${FIRST},敖玉兰`), '应为 18 位数字'],
])('a file of %ss with more problems than anybody reads', (noun, header, rows, reason) => {
  test('shows its first 20, counts all, and says how to get the others', async () => {
    const path = file(rows, header);
    const { code, stderr } = await ledger.run([noun, 'import', path], ZH);
    expect(code).toBe(5);
    expect(stderr.match(/^bad\.csv:\d+:/gm)).toHaveLength(20);
    const beside = path.replace('.csv', '.rejected.csv');
    expect(stderr).toContain(`……另有 5 处：加 --退回文件 ${beside} 可将退回的行和原因全部写入文件\n`);
    expect(stderr).toContain(`退回 25 处：${reason}\n`);
    expect(existsSync(beside)).toBe(false);

    const again = await ledger.run([noun, 'import', path, '--rejected', beside], ZH);
    expect(again.code).toBe(5);
    expect(again.stderr).toContain('……另有 5 处\n');
    expect(again.stderr).toContain('bad.csv：有 25 行不合格，未写入任何数据');
    expect(read('bad.rejected.csv')).toHaveLength(26);
  });

  test('leaves nothing else in the folder, whatever becomes of it', async () => {
    const path = file(rows, header);
    const before = readdirSync(ledger.folder);
    await ledger.run([noun, 'import', path], ZH);
    await ledger.run([noun, 'import', path, '--skip-bad', '--dry-run'], ZH);
    await ledger.run([noun, 'import', path, path, '--skip-bad'], ZH);
    expect(readdirSync(ledger.folder).filter(name => !before.includes(name) && !/^ledger\.db-/.test(name))).toEqual([]);
  });
});

test('rejected rows are in the order of the file, also those that contradict an earlier row', async () => {
  const rows = [
    visit('2023-05-03'),
    visit('2023-02-30'),
    visit('2023-05-03', undefined, 'publicity'),
    visit('2023-02-31'),
  ];
  const { stderr } = await ledger.run(['visit', 'import', file(rows), '--skip-bad'], ZH);
  expect(stderr.match(/^bad\.csv:\d+/gm)).toEqual(['bad.csv:3', 'bad.csv:4', 'bad.csv:5']);
  expect(read('bad.rejected.csv').map(([day]) => day)).toEqual([
    'visited_on',
    '2023-02-30',
    '2023-05-03',
    '2023-02-31',
  ]);
});

test('reasons are counted, the most frequent first; beyond twenty kinds they are summed', () => {
  const reasons = new ReasonCounts();
  for (let kind = 1; kind <= 23; kind++)
    for (let i = 0; i < kind; i++) reasons.add({ zh: `第${kind}种`, en: `kind ${kind}` });
  const lines = reasons.lines('zh').map(({ zh }) => zh);
  expect(lines).toHaveLength(21);
  expect(lines[0]).toBe('退回 23 处：第23种');
  expect(lines.at(-1)).toBe('退回 6 处：其他原因');
});

describe('a rejected file is corrected in a spreadsheet', () => {
  const households = [
    ['code', 'unit_code', 'head_name', 'people', 'phone'],
    [`${FIRST}010091`, FIRST, '敖玉兰', '许多', '04701234567'],
  ];

  test('that of a workbook is a workbook, whose codes are text to every reader; corrected, it is imported', async () => {
    const path = ledger.write('户.xlsx', Buffer.concat([...textWorkbook(households, 'zh')]));
    const { code } = await ledger.run(['household', 'import', path, '--skip-bad'], ZH);
    expect(code).toBe(5);
    const rejected = join(ledger.folder, '户.rejected.xlsx');
    const cells = [`${FIRST}010091`, FIRST, '敖玉兰', '许多', '04701234567', 'people：应为整数'];
    const { sheets } = await readWorkbook(readFileSync(rejected));
    expect(sheets[0]?.rows[1]).toEqual(cells);
    expect((await readByOracle(rejected))[1]).toEqual(cells);

    const corrected = (sheets[0]?.rows ?? []).map((row, i) => row.map((cell, at) => (i === 1 && at === 3 ? 3 : cell)));
    writeFileSync(rejected, await writeXlsx({ sheets: [{ name: '户', rows: corrected }] }));
    expect(await ledger.json('household', 'import', rejected)).toMatchObject([{ added: 1 }]);
  });

  test('in that of a text file, digits that a spreadsheet would change are behind a tab, zeros before them too', async () => {
    const path = ledger.write('户.csv', households.map(row => `${row.join(',')}\n`).join(''));
    await ledger.run(['household', 'import', path, '--skip-bad'], ZH);
    const [, row = []] = read('户.rejected.csv');
    expect(row).toEqual([`\t${FIRST}010091`, `\t${FIRST}`, '敖玉兰', '许多', '\t04701234567', 'people：应为整数']);
    const corrected = readFileSync(join(ledger.folder, '户.rejected.csv'), 'utf8').replace('许多', '3');
    expect(await ledger.json('household', 'import', ledger.write('户.rejected.csv', corrected))).toMatchObject([
      { added: 1 },
    ]);
  });
});

test('a device that never ends is not read', async () => {
  if (!existsSync('/dev/zero')) return;
  const { code, stderr } = await ledger.run(['visit', 'import', '/dev/zero'], ZH);
  expect(code).toBe(3);
  expect(stderr).toContain('/dev/zero 是设备，不是文件');
});

test('a file of bad rows needs about the memory of a file of good ones', { timeout: 120_000 }, async () => {
  const ROWS = 60_000;
  const villages = [FIRST, SECOND, THIRD];
  const modes = ['home', 'phone', 'absent'];
  /** Another visit for every number: 244 days, 18 households, 6 pairs, 3 modes. */
  const visitNumber = (n: number, wrongDay?: string) => {
    const day = new Date(Date.UTC(2023, 4, 1 + (n % 244))).toISOString().slice(0, 10);
    const rest = Math.floor(n / 244);
    const household = `${villages[rest % 3]}01000${1 + (Math.floor(rest / 3) % 6)}`;
    const [village, first] = [villages[Math.floor(rest / 18) % 3], Math.floor(rest / 54) % 2 === 0 ? 1 : 3];
    const mode = modes[Math.floor(rest / 108) % 3];
    return `${wrongDay ?? day},${household},${village}-C0${first},${village}-C0${first + 1},mediation,${mode},yes,${'日记'.repeat(40)}${n}`;
  };
  const rowsWith = (wrongDay?: string) => Array.from({ length: ROWS }, (_, n) => visitNumber(n, wrongDay));
  const header = `${VISITS},mode,substitute,diary`;
  const report = "require('fs').writeSync(2, process.resourceUsage().maxRSS + ' kB')";
  const script = ledger.write('memory.cjs', `process.on('exit', () => ${report});`);
  const memory = async (rows: readonly string[]) => {
    const { stderr } = await tiaochu(['visit', 'import', file(rows, header), '--skip-bad'], {
      ledger: ledger.path,
      node: ['--require', script],
    });
    return Number(/(\d+) kB$/.exec(stderr)?.[1]);
  };
  const good = await memory(rowsWith());
  const bad = await memory(rowsWith('2023-02-30'));
  expect(read('bad.rejected.csv')).toHaveLength(ROWS + 1);
  expect(bad).toBeLessThan(good * 1.5);
  expect(count('visit')).toBe(ROWS);
});
