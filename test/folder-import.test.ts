import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importOrder } from '../src/folder-import/order-rules.ts';
import { textWorkbook } from '../src/output/xlsx/text-workbook.ts';
import { emptyFolder, FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';

const ZH = { env: { TIAOCHU_LANG: 'zh' } };
const INIT = ['init', '--county', '150722', '--name', '莫力达瓦达斡尔族自治旗'] as const;

/** How many rows of each table files have brought. */
const importedInto = (ledger: SmallLedger) =>
  ledger.direct(db => {
    const tables = db
      .prepare(
        "select m.name from sqlite_master m join pragma_table_info(m.name) c on c.name = 'import_id' where m.type = 'table' order by m.name",
      )
      .pluck()
      .all() as string[];
    return tables.map(table => [table, db.prepare(`select count(import_id) from ${table}`).pluck().get()]);
  });

let ledger: SmallLedger;
/** The folder with the files that are imported. */
let folder: string;

afterEach(() => ledger.remove());

describe('a folder with the files of a banner', () => {
  beforeEach(async () => {
    ledger = emptyFolder();
    folder = join(ledger.folder, 'files');
    mkdirSync(folder);
  });

  test('is imported by one command into a new ledger, and a second time adds nothing', async () => {
    const demo = emptyFolder();
    try {
      await demo.done('demo', '--scale', 'village', '--ledger', demo.path);
      for (const name of readdirSync(demo.folder).filter(name => name.endsWith('.csv')))
        copyFileSync(join(demo.folder, name), join(folder, name));
      await ledger.done(...INIT, '--campaign-from', '2023-05-01');
      const first = await ledger.json<{ added: number; rejected: number }>('import', folder, '--yes');
      expect(first).toHaveLength(readdirSync(folder).length);
      expect(importedInto(ledger)).toEqual(importedInto(demo));
      const again = await ledger.json<{ added: number; changed: number }>('import', folder, '--yes');
      expect(again.map(({ added, changed }) => added + changed)).toEqual(again.map(() => 0));
    } finally {
      demo.remove();
    }
  });
});

describe('the files of a folder', () => {
  beforeEach(async () => {
    ledger = await smallLedger();
    folder = join(ledger.folder, 'files');
    mkdirSync(folder);
  });

  const put = (name: string, text: string | Uint8Array) => ledger.write(join('files', name), text);
  const HOUSEHOLD = `${FIRST}010007`;
  const households = (code = HOUSEHOLD) => put('a.csv', `户编号,村代码,户主姓名\n${code},${FIRST},敖玉兰\n`);
  const visits = () =>
    put(
      '0.csv',
      `走访日期,户编号,走访人一,走访人二,工作领域,代访\n2023-05-03,${HOUSEHOLD},${FIRST}-C01,${FIRST}-C02,政策宣传,是\n`,
    );
  const count = (table: string) => ledger.direct(db => db.prepare(`select count(*) from ${table}`).pluck().get());

  test('are put in order by what their records name, whatever they are called', async () => {
    households();
    visits();
    const rows = await ledger.json('import', folder, '--yes');
    expect(rows).toMatchObject([
      { file: 'a.csv', added: 1 },
      { file: '0.csv', added: 1 },
    ]);
  });

  test('are shown as a plan and asked about once', async () => {
    households();
    visits();
    const refused = await ledger.run(['import', folder], ZH);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('--是');
    expect(refused.stderr).toMatch(/1 │ a\.csv +│ 户 .*\n.*2 │ 0\.csv +│ 走访/);
    expect(count('visit')).toBe(0);
    const asked = await ledger.run(['import', folder], { ...ZH, answers: ['yes'] });
    expect(asked.code).toBe(0);
    expect(count('visit')).toBe(1);
  });

  test('are all imported or none; files that name what is invalid are not looked at', async () => {
    const before = count('household');
    households('12');
    visits();
    const { code, stderr } = await ledger.run(['import', folder, '--yes'], ZH);
    expect(code).toBe(5);
    expect(stderr).toContain('a.csv:2:户编号');
    expect(stderr).toContain('0.csv：未检查');
    expect(stderr).not.toContain('0.csv:2');
    expect(count('household')).toBe(before);
  });

  test('leave their invalid rows in rejected files with --skip-bad, which a second import of the folder leaves alone', async () => {
    households('12');
    put('b.csv', `户编号,村代码,户主姓名\n${HOUSEHOLD},${FIRST},敖玉兰\n`);
    const first = await ledger.run(['import', folder, '--yes', '--skip-bad'], ZH);
    expect(first.code).toBe(5);
    expect(existsSync(join(folder, 'a.rejected.csv'))).toBe(true);
    const second = await ledger.run(['import', folder, '--yes', '--skip-bad'], ZH);
    expect(second.stderr).toContain('不导入 a.rejected.csv：退回文件');
  });

  test('are named with the reason where they are not imported', async () => {
    households();
    put('名单.csv', `code,name,unit_code\n${FIRST}-X1,鄂晓光,${FIRST}\n`);
    put('说明.docx', 'PK');
    put('旧表.xls', 'x');
    const { code, stderr } = await ledger.run(['import', folder, '--yes'], ZH);
    expect(code).toBe(5);
    expect(stderr).toMatch(/不导入 名单\.csv：可能是.*代办员/);
    expect(stderr).toContain('不导入 说明.docx：不是表格文件');
    expect(stderr).toContain('不导入 旧表.xls：请另存为 xlsx 或 CSV');
  });

  test('of several kinds with the same columns are told apart by their names', async () => {
    put('代办员名单.csv', `code,name,unit_code\n${FIRST}-X1,鄂晓光,${FIRST}\n`);
    expect(await ledger.json('import', folder, '--yes')).toMatchObject([{ file: '代办员名单.csv', added: 1 }]);
  });

  test('are undone one by one', async () => {
    households();
    visits();
    const [, made] = await ledger.json<{ import: number }>('import', folder, '--yes');
    await ledger.done('import', 'undo', String(made?.import), '--yes');
    expect([count('visit'), count('household')]).toEqual([0, 19]);
  });

  test('are tried with --dry-run', async () => {
    households();
    visits();
    const rows = await ledger.json('import', folder, '--dry-run');
    expect(rows).toMatchObject([{ added: 1 }, { added: 1 }]);
    expect(count('visit')).toBe(0);
  });

  test('may be sheets of a workbook', async () => {
    const rows = [
      ['户编号', '村代码', '户主姓名'],
      [HOUSEHOLD, FIRST, '敖玉兰'],
    ];
    const bytes = Buffer.concat([...textWorkbook(rows, 'zh')]);
    put('册.xlsx', bytes);
    expect(await ledger.json('import', folder, '--yes')).toMatchObject([{ file: '册.xlsx', added: 1 }]);
  });
  const ONE = `${FIRST}010001`;
  const yearless = (days = ['5月3日'], title = '') =>
    put(
      '走访.csv',
      `${title}走访日期,户编号,走访人一,走访人二,工作领域\n${days.map(day => `${day},${ONE},${FIRST}-C01,${FIRST}-C02,政策宣传\n`).join('')}`,
    );

  test('whose days have no year are asked for it, with the year of the title as the proposal', async () => {
    yearless(['5月3日'], '西博荣村2023年5月走访登记表,,,,\n');
    const { code, stderr } = await ledger.run(['import', folder], { ...ZH, answers: ['yes', '⏎'] });
    expect(code, stderr).toBe(0);
    expect(stderr).toContain('有 1 处日期没有年份，是哪一年？');
    expect(stderr).toContain('--年 2023');
    expect(ledger.direct(db => db.prepare('select visited_on from visit').pluck().all())).toEqual(['2023-05-03']);
  });

  test('take the options that a hint names: values of merged cells, columns with other names and columns of all rows', async () => {
    yearless(['2023-05-03', '']);
    const hinted = await ledger.run(['import', folder, '--yes'], ZH);
    expect(hinted.stderr).toContain('用 --向下填充 走访日期 取上一行的值');
    const filled = await ledger.run(['import', folder, '--yes', '--向下填充', '走访日期', '--dry-run'], ZH);
    // Both rows are of the same day then, and the second is the first again.
    expect(filled.code, filled.stderr).toBe(0);
    households();
    put('走访.csv', `走访日期,户,走访人一,走访人二\n2023-05-03,${ONE},${FIRST}-C01,${FIRST}-C02\n`);
    const named = ['--map', '户=户编号', '--set', '工作领域=政策宣传'];
    const both = await ledger.json('import', folder, '--yes', ...named);
    expect(both).toMatchObject([{ added: 1 }, { added: 1 }]);
    const wrong = await ledger.run(['import', folder, '--yes', '--map', '户=没有的列'], ZH);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('没有「没有的列」这一列');
  });

  test('say how the rejected rows of one of them are written to a file', async () => {
    yearless(Array.from({ length: 30 }, () => '昨天吧'));
    const { stderr } = await ledger.run(['import', folder, '--yes'], ZH);
    expect(stderr).toMatch(/用 tiaochu 走访 导入 \S*走访\.csv --退回文件 \S+ 可将退回的行/);
  });

  test('that were refused in a form lead back to its last page with the files still there', async () => {
    yearless(['2023-05-03', '不是日期']);
    const answers = [folder, '', 'save', 'yes', 'no', 'cancel'];
    const { code, stderr } = await ledger.run(['import', 'all'], { ...ZH, answers });
    expect(code).toBe(130);
    expect(stderr).toContain('不是真实存在的日期');
    expect(stderr.match(/请核对/g)).toHaveLength(2);
  });
});

describe('the order of an import', () => {
  test('puts what is named first, names of columns and free days before all', () => {
    const needs = new Map([
      ['visit', new Set(['household', 'pair'])],
      ['household', new Set(['unit'])],
      ['pair', new Set(['cadre'])],
    ]);
    const nouns = ['visit', 'pair', 'household', 'holiday', 'unit', 'cadre', 'column-name'];
    expect(importOrder(nouns, needs)).toEqual([
      'column-name',
      'holiday',
      'unit',
      'household',
      'cadre',
      'pair',
      'visit',
    ]);
  });

  test('ends where two kinds need each other', () => {
    const needs = new Map([
      ['a', new Set(['b'])],
      ['b', new Set(['a'])],
    ]);
    expect(importOrder(['a', 'b'], needs)).toEqual(['a', 'b']);
  });
});
