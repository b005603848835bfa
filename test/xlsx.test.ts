import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { readSheet } from 'read-excel-file/node';
import { afterAll, describe, expect, test } from 'vitest';
import { type Column, column, type Row, type Table, type View } from '../src/kernel/view.ts';
import { shownCell } from '../src/output/cell.ts';
import { xlsxOf } from '../src/output/xlsx/xlsx.ts';
import { emptyFolder } from './support/ledger.ts';
import { FILE_STYLE } from './support/style.ts';
import { unzipped } from './support/unzipped.ts';

const bytesOf = (view: View, style = FILE_STYLE) => Buffer.concat([...xlsxOf(view, style)]);
const sheetsOf = async (view: View) => (await readXlsx(bytesOf(view))).sheets;
const table = (columns: readonly Column[], rows: Iterable<Row>, more: Partial<Table> = {}): Table => ({
  shape: 'table',
  columns,
  rows,
  ...more,
});

const COLUMNS = [
  column('code', '编号', 'Code', 'code'),
  column('on', '日期', 'Day', 'day'),
  column('at', '时间', 'At', 'instant'),
  column('count', '户数', 'Count', 'integer'),
  column('share', '比率', 'Share', 'rate'),
  column('money', '金额（元）', 'Amount (yuan)', 'money'),
  column('flag', '代访', 'Stand-in', 'flag'),
  column('text', '情况', 'Text'),
];
const ROW: Row = {
  code: '150722100200010001',
  on: '2023-05-03',
  at: '2023-05-03T16:30:59.000Z',
  count: 94765,
  share: 0.34978,
  money: 120050,
  flag: 1,
  text: '=1+1',
};

describe('the cells of a workbook that is written', () => {
  test('are real days, times, numbers, rates and yuan; codes and texts are text', async () => {
    const [, row] = await readSheet(bytesOf(table(COLUMNS, [ROW])));
    expect(row).toEqual([
      '150722100200010001',
      new Date('2023-05-03T00:00:00Z'),
      new Date('2023-05-04T00:30:00Z'),
      94765,
      0.34978,
      1200.5,
      '是',
      '=1+1',
    ]);
  });

  test('have the formats of what they are, and are never formulas', () => {
    const files = unzipped(bytesOf(table(COLUMNS, [ROW])));
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
    const styles = files.get('xl/styles.xml') ?? '';
    expect(sheet).not.toContain('<f>');
    const formats = [...styles.matchAll(/<xf numFmtId="(\d+)" fontId="\d+" fillId="\d+" borderId="\d+" xfId/g)];
    const formatOf = (cell: string) =>
      Number(formats[Number(new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(sheet)?.[1])]?.[1]);
    const own = (id: number) => new RegExp(`numFmtId="${id}" formatCode="([^"]*)"`).exec(styles)?.[1];
    expect([formatOf('A2'), formatOf('H2'), formatOf('G2')]).toEqual([49, 49, 49]);
    expect(['B2', 'C2', 'D2', 'F2'].map(cell => own(formatOf(cell)))).toEqual([
      ...['yyyy-mm-dd', 'yyyy-mm-dd hh:mm', '#,##0', '#,##0.00'],
    ]);
    // Less than all is never shown as 100%.
    expect(own(formatOf('E2'))).toBe('[&gt;=1]0.00%;[&gt;=0.99995]&quot;99.99%&quot;;0.00%');
  });

  test('open ends, missing values and days that no spreadsheet counts are empty or text', async () => {
    const days = ['0001-01-01', '9999-12-31', null, '1899-12-31', '1900-02-28', '2023年5月'].map(on => ({
      on,
      count: 1,
    }));
    const rows = await readSheet(bytesOf(table([COLUMNS[1] as Column, COLUMNS[3] as Column], days)));
    expect(rows.slice(1).map(row => row[0])).toEqual([null, null, null, '1899-12-31', '1900-02-28', '2023年5月']);
  });

  test('numbers with more digits than spreadsheets keep, and ids in a column of codes, are text', async () => {
    const rows = [{ code: 12, count: 1_507_221_002_000_100 }];
    const [, read] = await readSheet(bytesOf(table([COLUMNS[0] as Column, COLUMNS[3] as Column], rows)));
    expect(read).toEqual(['12', '1507221002000100']);
  });

  test('whatever texts they hold, two other readers find the same ones', async () => {
    const unit = fc.constantFrom('张', ' ', '\n', "'", '=', '<', '&', '"', '1', '䶮', '𠂇', ']]>', '\u0001', '-', '\t');
    const rows = fc.array(fc.record({ a: fc.string({ unit }), b: fc.string({ unit }) }), {
      minLength: 1,
      maxLength: 6,
    });
    const columns = [column('a', '甲', 'A'), column('b', '乙', 'B', 'code'), column('n', '数', 'N', 'integer')];
    await fc.assert(
      fc.asyncProperty(rows, async texts => {
        const bytes = bytesOf(
          table(
            columns,
            texts.map(row => ({ ...row, n: 1 })),
          ),
        );
        const plain = (cell: unknown) =>
          String(cell ?? '')
            .replaceAll('\u0001', '\ufffd')
            .trim();
        const want = texts.map(({ a, b }) => [plain(a), plain(b), '1']);
        const theirs = await readSheet(bytes);
        expect(theirs.slice(1).map(row => row.map(plain))).toEqual(want);
        const [sheet] = (await readXlsx(bytes)).sheets;
        expect(sheet?.rows.slice(1).map(row => row.map(plain))).toEqual(want);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the sheets of a workbook', () => {
  const totals = { code: '合计', count: 94765 };

  test('a report has its title above the heading, which stays in sight and is printed on each page; its sum is not filtered', async () => {
    const [sheet] = await sheetsOf(table(COLUMNS, [ROW, ROW], { title: { zh: '覆盖', en: 'Coverage' }, totals }));
    expect(sheet?.rows.map(row => row[0])).toEqual(['覆盖', '编号', ROW.code, ROW.code, '合计']);
    expect(sheet).toMatchObject({ name: '覆盖', freezePane: { rows: 2 }, autoFilter: { range: 'A2:H4' } });
    expect(sheet?.pageSetup).toMatchObject({
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
      paperSize: 'a4',
    });
    expect(sheet?.pageSetup?.printTitlesRow).toBe('$1:$2');
  });

  test('a list begins with its heading, so that it can be imported', async () => {
    const [sheet] = await sheetsOf(table(COLUMNS, [ROW]));
    expect(sheet).toMatchObject({ name: '走访', freezePane: { rows: 1 }, autoFilter: { range: 'A1:H2' } });
    expect(sheet?.rows[0]?.[0]).toBe('编号');
  });

  test('columns are as wide as what they hold, a Chinese character counting double', async () => {
    const xml = unzipped(bytesOf(table(COLUMNS, [ROW]))).get('xl/worksheets/sheet1.xml') ?? '';
    const widths = [...xml.matchAll(/<col [^>]*width="(\d+)"/g)].map(match => Number(match[1]));
    expect(widths).toEqual([20, 12, 18, 8, 9, 14, 8, 8]);
  });

  test('the second sheet says how it counts, when and by which command it was made, and what the columns hold', async () => {
    const notes = [{ zh: '按期末', en: 'On the last day' }];
    const made = { ...FILE_STYLE.made, masked: true };
    const bytes = bytesOf(table(COLUMNS, [ROW], { title: { zh: '覆盖', en: 'Coverage' }, notes }), {
      ...FILE_STYLE,
      made,
    });
    const [, sheet] = (await readXlsx(bytes)).sheets;
    expect(sheet?.name).toBe('说明');
    const lines = sheet?.rows.map(row => row.filter(cell => cell !== null && cell !== ''));
    expect(lines).toEqual(
      expect.arrayContaining([
        ['标题', '覆盖'],
        ['制表时间', '2023-12-31 16:00'],
        ['台账日期', '2023-12-31'],
        ['所用命令', 'tiaochu visit list'],
        ['姓名电话', '部分隐去'],
        ['统计口径', '按期末'],
        ['编号', '编号，文本格式', 'code'],
        ['金额（元）', '金额（元）', 'money'],
      ]),
    );
  });

  test('a record has a sheet for its values and one for each smaller table, pages one each, with names that spreadsheets accept', async () => {
    const title = { zh: '纠纷 [150722]: 甲/乙?', en: 'Dispute' };
    const small = table([column('a', '甲', 'A')], [{ a: 'x' }], { title: { zh: '历史', en: 'History' } });
    const empty = table([column('a', '甲', 'A')], [], { title: { zh: '空', en: 'Empty' } });
    const card: View = { shape: 'card', title, columns: COLUMNS, row: ROW, tables: [small, small, empty] };
    const long = { zh: '很长的标题'.repeat(9), en: 'Long' };
    const prose: View = { shape: 'prose', title: long, paragraphs: [{ zh: '第一段', en: 'One' }], data: {} };
    const lines: View = { shape: 'lines', lines: [{ zh: '一行', en: 'A line' }], data: {} };
    const sheets = await sheetsOf({ shape: 'pages', pages: [card, prose, lines] });
    expect(sheets.map(({ name }) => name)).toEqual([
      ...['纠纷  150722   甲 乙', '历史', '历史 2', `${'很长的标题'.repeat(6)}很`, '走访', '说明'],
    ]);
    expect(sheets[0]?.rows.slice(0, 4)).toEqual([
      ...[
        [title.zh, null],
        ['项目', '内容'],
        ['编号', ROW.code],
        ['日期', new Date('2023-05-03T00:00:00Z')],
      ],
    ]);
    expect(sheets[3]?.rows.map(row => row[0])).toEqual([long.zh, '第一段']);
    expect(sheets[4]?.rows).toEqual([['一行']]);
  });

  test('a file to fill in has no second sheet', async () => {
    expect(await sheetsOf(table(COLUMNS, [ROW], { isFile: true }))).toHaveLength(1);
  });

  test('rows are written as they come, and none are asked for once the reader has gone', () => {
    let asked = 0;
    let isOpen = true;
    function* rows() {
      try {
        for (;;) yield { ...ROW, text: `${asked++}` };
      } finally {
        isOpen = false;
      }
    }
    const pieces = xlsxOf(table(COLUMNS, rows()), FILE_STYLE);
    const steps = Array.from({ length: 6 }, () => {
      const before = asked;
      pieces.next();
      return asked - before;
    });
    expect(Math.max(...steps)).toBeLessThan(1500);
    expect(asked).toBeGreaterThan(2000);
    pieces.return(undefined);
    expect(isOpen).toBe(false);
  });

  test('a table that is longer than a sheet can be goes on on a further one, under its heading', () => {
    function* rows() {
      for (let n = 0; n < 1_048_576; n++) yield { n };
    }
    const columns = [column('n', '数', 'N', 'integer')];
    const files = unzipped(bytesOf(table(columns, rows())));
    const [first, second] = [1, 2].map(n => files.get(`xl/worksheets/sheet${n}.xml`) ?? '');
    expect(first?.slice(-2000)).toContain('<row r="1048575">');
    expect(second).toMatch(
      /<row r="1"><c r="A1"[^>]*><is><t[^>]*>数<\/t>.*<row r="2">.*<v>1048574<\/v>.*<v>1048575<\/v>/,
    );
    expect(files.get('xl/workbook.xml')).toMatch(/<sheet name="走访" .*<sheet name="走访 2" /);
  }, 60_000);
});

describe('a workbook in a real spreadsheet', () => {
  const ledger = emptyFolder();
  afterAll(() => ledger.remove());
  const at = (name: string) => join(ledger.folder, name);

  const office = spawnSync('soffice', ['--version']).status === 0;
  if (!office) console.warn('LibreOffice is not installed: no test opens a workbook with it');

  test.skipIf(!office)(
    'LibreOffice opens it and shows what the table on the terminal shows',
    async () => {
      const columns = COLUMNS.slice(0, -1);
      const rows = [ROW, { ...ROW, share: 0.99999, flag: 0, money: 5 }, { ...ROW, share: 1, on: '9999-12-31' }];
      ledger.write('office.xlsx', bytesOf(table(columns, rows, { title: { zh: '覆盖', en: 'Coverage' } })));
      const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1';
      const home = `-env:UserInstallation=file://${at('office-home')}`;
      const args = [home, '--headless', '--convert-to', filter, '--outdir', at('opened'), at('office.xlsx')];
      expect(spawnSync('soffice', args, { timeout: 120_000 }).status).toBe(0);
      expect(readdirSync(at('opened')).sort()).toEqual(['office-覆盖.csv', 'office-说明.csv']);
      const shown: string[][] = parse(readFileSync(at('opened/office-覆盖.csv'), 'utf8'));
      const want = rows.map(row => columns.map(own => shownCell((row as Row)[own.key], own, FILE_STYLE)));
      const rates: Readonly<Record<string, string>> = { '34.9%': '34.98%', '99.9%': '99.99%', '100.0%': '100.00%' };
      expect(shown.slice(2)).toEqual(want.map(row => row.map(cell => rates[cell] ?? cell)));
    },
    150_000,
  );
});
