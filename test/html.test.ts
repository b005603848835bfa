import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { fromHtml } from 'hucre';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { column, type Row, type Table, type View } from '../src/kernel/view.ts';
import { htmlOf } from '../src/output/html/html.ts';
import { type SmallLedger, smallLedger } from './support/ledger.ts';
import { FILE_STYLE } from './support/style.ts';

const htmlFor = (view: View, style = FILE_STYLE) => [...htmlOf(view, style)].join('');
const readTable = (html: string) => fromHtml(html, { typeInference: false }).rows;

const COLUMNS = [
  column('code', '编号', 'Code', 'code'),
  column('count', '户数', 'Count', 'integer'),
  column('text', '情况', 'Text'),
];
const table = (rows: Iterable<Row>, more: Partial<Table> = {}): Table => ({
  shape: 'table',
  columns: COLUMNS,
  rows,
  ...more,
});
const EMPTY_TAGS = ['meta', 'br', '!doctype'];

/** The tags of a page that are not closed in their order. */
function unclosed(html: string): string[] {
  const open: string[] = [];
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z0-9!]+)[^>]*>/gi)) {
    if (EMPTY_TAGS.includes(name.toLowerCase())) continue;
    if (slash === '') open.push(name);
    else if (open.at(-1) === name) open.pop();
    else return [...open, `/${name}`];
  }
  return open;
}

describe('a page', () => {
  test('is complete in itself: it says its language and title, loads nothing and runs nothing', () => {
    const page = htmlFor(table([{ code: '1', count: 94765, text: 'x' }], { title: { zh: '覆盖', en: 'Coverage' } }));
    expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">/);
    expect(page).toContain('<title>覆盖</title>');
    expect(page).toContain('<h1>覆盖</h1>');
    expect(page).not.toMatch(/<script|<link|<img|src=|href=|url\(|@import|https?:/i);
    expect(unclosed(page)).toEqual([]);
    expect(htmlFor(table([]), { ...FILE_STYLE, lang: 'en' })).toContain('<html lang="en">');
  });

  test('repeats the headings of its table on each printed page, which lies across; what is no table is upright', () => {
    const prose: View = {
      shape: 'prose',
      title: { zh: '简报', en: 'B' },
      paragraphs: [{ zh: '一', en: 'I' }],
      data: {},
    };
    expect(htmlFor(table([]))).toContain('thead { display: table-header-group; }');
    expect(htmlFor(table([]))).toContain('@page { size: A4 landscape;');
    expect(htmlFor(prose)).toContain('@page { size: A4 portrait;');
  });

  test('has figures on the right, codes in one piece, a sum, the counting rules, and where it comes from', () => {
    const notes = [{ zh: '按期末', en: 'On the last day' }];
    const page = htmlFor(
      table([{ code: '15', count: 94765, text: 'x' }], { totals: { text: '合计', count: 5 }, notes }),
    );
    expect(page).toContain('<td class="c">15</td><td class="n">94,765</td><td>x</td>');
    expect(page).toContain('<tr class="sum"><td class="c"></td><td class="n">5</td><td>合计</td></tr>');
    expect(page).toContain('<li>按期末</li>');
    expect(page).toContain('<footer>2023-12-31　tiaochu visit list</footer>');
  });

  test('a list without a title is called what its command is called, and says that it is empty', () => {
    const page = htmlFor(table([]));
    expect(page).toContain('<h1>走访</h1>');
    expect(page).toContain('<td class="none" colspan="3">（无）</td>');
  });

  test('rows that belong together are under one heading, which takes the place of its columns', () => {
    const groups = { columns: ['code'], heading: (row: Row) => ({ zh: `结对 ${row.code}`, en: `Pair ${row.code}` }) };
    const rows = ['a', 'a', 'b'].map((code, i) => ({ code, count: i, text: '' }));
    const page = htmlFor(table(rows, { groups }));
    expect(readTable(page).map(row => row[0])).toEqual(['户数', '结对 a', '0', '1', '结对 b', '2']);
    expect(page).toContain('<tr class="group"><th scope="rowgroup" colspan="2">结对 a</th></tr>');
  });

  test('a record is a table of its values with the smaller tables below; pages follow each other', () => {
    const small = table([{ code: 'x' }], { title: { zh: '历史', en: 'History' } });
    const row = { code: '15', count: 2, text: '甲\n乙' };
    const card: View = {
      shape: 'card',
      title: { zh: '户', en: 'H' },
      columns: COLUMNS,
      row,
      tables: [small, table([])],
    };
    const lines: View = { shape: 'lines', lines: [{ zh: '一行', en: 'A line' }], data: {} };
    const page = htmlFor({ shape: 'pages', pages: [card, lines] });
    expect(page).toContain('<tr><th scope="row">情况</th><td>甲<br>乙</td></tr>');
    expect(page.match(/<h2>.*<\/h2>/g)).toEqual(['<h2>历史</h2>']);
    expect(page).toContain('<p class="line">一行</p>');
    expect(unclosed(page)).toEqual([]);
  });

  test('whatever a text holds, a reader of HTML finds the same', () => {
    const unit = fc.constantFrom('张', '<', '>', '&', '"', "'", 'a', '</td>', '<script>', '&lt;', '䶮', '𠂇', '1');
    fc.assert(
      fc.property(fc.string({ unit }), fc.string({ unit }), (code, text) => {
        const page = htmlFor(table([{ code, count: 1, text }], { title: { zh: text, en: text } }));
        expect(unclosed(page)).toEqual([]);
        expect(page).not.toContain('<script');
        expect(readTable(page)[1]?.map(cell => String(cell ?? ''))).toEqual([code, '1', text]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a list of a ledger as a page', () => {
  let ledger: SmallLedger;
  beforeAll(async () => {
    ledger = await smallLedger({ visits: true });
  });
  afterAll(() => ledger.remove());

  test('masks what every other format masks', async () => {
    const file = join(ledger.folder, 'households.HTM');
    await ledger.done('household', 'list', '--lang', 'zh', '--output', file);
    const page = readFileSync(file, 'utf8');
    expect(page.includes('沃晓光')).toBe(false);
    expect(page.includes('沃**')).toBe(true);
    expect(page).toContain('<h1>户列表</h1>');
  });

  test('can be limited, and then says how many rows are left out', async () => {
    const { stdout } = await ledger.run(['household', 'list', '--limit', '2', '--format', 'html']);
    expect(readTable(stdout)).toHaveLength(3);
    expect(stdout).toContain('<li>… 16 more');
  });
});
