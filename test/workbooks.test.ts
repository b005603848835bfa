import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type CellValue, type MergeRange, writeXlsx } from 'hucre/xlsx';
import { readSheet as readByOracle } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type WorkbookSheet, workbookSheets } from '../src/intake/workbook.ts';
import { textWorkbook } from '../src/output/xlsx/text-workbook.ts';
import { FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const HEADER = ['走访日期', '户编号', '走访人一', '走访人二', '工作领域', '民情日记'];
const visit = (on: CellValue, household: CellValue, diary: string): CellValue[] => [
  ...[on, household, `${FIRST}-C01`, `${FIRST}-C02`, '矛盾调处', diary],
];

async function onlySheet(bytes: Uint8Array): Promise<WorkbookSheet> {
  const [sheet] = await workbookSheets(bytes, 'x.xlsx');
  if (!sheet) throw new Error('the workbook has no sheet');
  return sheet;
}

describe('the cells of a workbook', () => {
  test('days, times, numbers, yes and no are text as people write it', async () => {
    const row = [day('2023-05-03'), new Date('2023-05-03T14:30:00Z'), 3, 45050.6, true, '一组', null];
    const { rows } = await onlySheet(await writeXlsx({ sheets: [{ name: 'a', rows: [row, ['end']] }] }));
    expect(rows[0]?.slice(0, 6)).toEqual(['2023-05-03', '2023-05-03 14:30:00', '3', '45050.6', 'true', '一组']);
  });

  test('a code that was entered as a number shows that its last digits are lost', async () => {
    const { rows } = await onlySheet(await writeXlsx({ sheets: [{ name: 'a', rows: [[150722100200010000]] }] }));
    expect(rows[0]?.[0]).toMatch(/^1\.50722\d*e\+17$/);
  });

  test('a formula without a stored result says so, but not in a row that holds nothing else', async () => {
    const cells = new Map([
      ['0,1', { formula: 'A1*2' }],
      ['1,1', { formula: 'A2*2' }],
    ]);
    const sheets = [{ name: 'a', rows: [[3, null], [null, null], ['end']], cells }];
    const { rows } = await onlySheet(await writeXlsx({ sheets }));
    expect(rows.map(row => row.filter(cell => cell !== ''))).toEqual([['3', '#FORMULA!'], [], ['end']]);
  });

  test('a cell longer than any of a spreadsheet, and a file that unpacks to an absurd size, are refused', async () => {
    for (const length of [40_000, 60_000_000]) {
      const bytes = await writeXlsx({ sheets: [{ name: 'a', rows: [['a'.repeat(length)]] }] });
      await expect(workbookSheets(bytes, 'x.xlsx')).rejects.toThrow('absurd size');
    }
  });

  test('merged cells are filled down, not to the right', async () => {
    const merges: MergeRange[] = [
      { startRow: 0, startCol: 0, endRow: 0, endCol: 2 },
      { startRow: 1, startCol: 0, endRow: 3, endCol: 0 },
    ];
    const rows = [['标题'], ['2023-05-03', '甲'], [null, '乙'], [], ['末行']];
    const { rows: read } = await onlySheet(await writeXlsx({ sheets: [{ name: 'a', rows, merges }] }));
    expect(read.map(row => row.filter(cell => cell !== ''))).toEqual([
      ...[['标题'], ['2023-05-03', '甲'], ['2023-05-03', '乙'], ['2023-05-03'], ['末行']],
    ]);
  });

  test('texts of any kind are read as another library reads them', async () => {
    const text = fc.string({
      unit: fc.constantFrom('张', '三', ' ', '\n', "'", '=', '<', '&', '"', '1', '䶮', '𠂇', 'é'),
    });
    const tables = fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(tables, async rows => {
        const bytes = Buffer.concat([...textWorkbook(rows, 'zh')]);
        const ours = (await onlySheet(bytes)).rows.map(row => row.map(cell => cell.trim()));
        const theirs = (await readByOracle(bytes)).map(row => row.map(cell => String(cell ?? '').trim()));
        const filled = (row: readonly string[]) => row.some(cell => cell !== '');
        const trimmedEnds = (row: readonly string[]) => row.join('\0').replace(/\0+$/, '').split('\0');
        expect(ours.filter(filled).map(trimmedEnds)).toEqual(theirs.filter(filled).map(trimmedEnds));
      }),
      { numRuns: 60 },
    );
  });
});

describe('workbooks of visits', () => {
  let ledger: SmallLedger;
  beforeAll(async () => {
    ledger = await smallLedger();
  });
  afterAll(() => ledger.remove());

  const write = async (name: string, sheets: Parameters<typeof writeXlsx>[0]['sheets'], dateSystem?: '1900' | '1904') =>
    ledger.write(name, await writeXlsx({ sheets, ...(dateSystem ? { dateSystem } : {}) }));
  const at = (name: string) => join(ledger.folder, name);
  const days = async () => (await ledger.json('visit', 'list')).map(visit => visit.visited_on).sort();

  test('the one sheet with the columns is read; hidden rows and columns are mentioned', async () => {
    const rows = [
      ['五月走访台账'],
      HEADER,
      visit(day('2023-05-21'), `${FIRST}010001`, '一'),
      visit(null, `${FIRST}010002`, '二'),
      visit('2023年5月22日', `${FIRST}010001`, '三'),
      ['合计', 3],
    ];
    const merges = [{ startRow: 2, startCol: 0, endRow: 3, endCol: 0 }];
    const hidden = { rowDefs: new Map([[4, { hidden: true }]]), columns: [{}, {}, {}, {}, {}, { hidden: true }] };
    await write('五月.xlsx', [
      { name: '说明', rows: [['按月报送']] },
      { name: '五月', rows, merges, ...hidden },
    ]);
    const { code, stderr: err } = await ledger.run(['visit', 'import', at('五月.xlsx'), '--lang', 'zh']);
    expect(code).toBe(0);
    expect(err).toContain('读的是「五月」这张表');
    expect(err).toContain('有 1 行是隐藏的，也已读入：第 5 行');
    expect(err).toContain('有 1 列是隐藏的，也已读入：第 6 列');
    expect(err).toContain('第 6 行合计');
    expect(await days()).toEqual(expect.arrayContaining(['2023-05-21', '2023-05-21', '2023-05-22']));
  });

  test('where several sheets have the columns, one is to be named', async () => {
    const rows = [HEADER, visit(day('2023-05-23'), `${FIRST}010001`, '一')];
    await write('两张.xlsx', [
      { name: '五月', rows },
      { name: '六月', rows },
    ]);
    const asked = await ledger.run(['visit', 'import', at('两张.xlsx'), '--lang', 'en']);
    expect(asked.code).toBe(5);
    expect(asked.stderr).toContain('Name one of them with --sheet: "五月", "六月"');
    const answered = await ledger.run(['visit', 'import', at('两张.xlsx'), '--dry-run'], { answers: ['六月'] });
    expect(answered.stderr).toContain('? 两张.xlsx has several sheets. Which one is to be imported? 六月');
    expect(answered.stderr).toMatch(/The same without questions: .* --dry-run --sheet 六月/);
    expect(answered.code).toBe(0);
    expect((await ledger.run(['visit', 'import', at('两张.xlsx'), '--sheet', '六月'])).code).toBe(0);
    expect((await ledger.run(['visit', 'import', at('两张.xlsx'), '--sheet', '七月'])).code).toBe(3);
  });

  test('days of the 1904 system are those of the workbook, shown as days or as numbers', async () => {
    const number = (Date.parse('2023-05-25') - Date.parse('1904-01-01')) / 86_400_000;
    const rows = [HEADER, visit(day('2023-05-24'), `${FIRST}010001`, '一'), visit(number, `${FIRST}010001`, '二')];
    await write('苹果.xlsx', [{ name: '五月', rows }], '1904');
    expect((await ledger.run(['visit', 'import', at('苹果.xlsx')])).code).toBe(0);
    expect(await days()).toEqual(expect.arrayContaining(['2023-05-24', '2023-05-25']));
  });

  test('rejected rows of a workbook are a workbook, which is corrected and imported', async () => {
    const rows = [
      HEADER,
      visit('2023-05-32', `${FIRST}010001`, '=1+1'),
      visit(day('2023-05-26'), `${FIRST}010001`, '好'),
    ];
    await write('退回.xlsx', [{ name: '五月', rows }]);
    expect((await ledger.run(['visit', 'import', at('退回.xlsx'), '--skip-bad'])).code).toBe(5);
    const path = at('退回.rejected.xlsx');
    const [header = [], bad = []] = (await onlySheet(readFileSync(path))).rows;
    expect(bad.slice(0, 2)).toEqual(['2023-05-32', `${FIRST}010001`]);
    const corrected = textWorkbook([header, ['2023-05-30', ...bad.slice(1)]], 'zh');
    ledger.write('改正.xlsx', Buffer.concat([...corrected]));
    expect((await ledger.run(['visit', 'import', at('改正.xlsx')])).code).toBe(0);
    const visits = await ledger.json('visit', 'list', '--diary', '--from', '2023-05-30', '--to', '2023-05-30');
    expect(visits.map(({ diary }) => diary)).toEqual(['=1+1']);
  });

  test('households come from a workbook, too', async () => {
    const rows = [
      ['户编号', '所在村', '户主', '人口', '联系电话'],
      [`${FIRST}010061`, FIRST, '赵 六', 3, 13900000061],
    ];
    await write('户.xlsx', [{ name: '花名册', rows }]);
    expect((await ledger.run(['household', 'import', at('户.xlsx')])).code).toBe(0);
    const households = await ledger.json('household', 'list', '--unit', FIRST, '--reveal', 'test');
    expect(households).toContainEqual(expect.objectContaining({ head_name: '赵六', people: 3, phone: '13900000061' }));
  });

  test.each([
    ['a damaged archive', Buffer.from('PK\x03\x04damaged'), 'another kind of file'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'an old workbook (xls, et)'],
  ])('%s is refused and says how to save it', async (_, bytes, what) => {
    ledger.write('x.xlsx', bytes);
    const { code, stderr: err } = await ledger.run(['visit', 'import', at('x.xlsx'), '--lang', 'en']);
    expect(code).toBe(5);
    expect(err).toContain(what);
    expect(err).toContain('Save it as "Excel workbook (.xlsx)"');
  });
});
