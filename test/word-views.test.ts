import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { column, type Row, type Table, type View } from '../src/kernel/view.ts';
import { docxOf } from '../src/output/word/view/docx.ts';
import { FILE_STYLE } from './support/style.ts';
import { unzipped } from './support/unzipped.ts';

const bytesOf = (view: View, style = FILE_STYLE) => Buffer.concat([...docxOf(view, style)]);
const documentOf = (view: View, style = FILE_STYLE) => unzipped(bytesOf(view, style)).get('word/document.xml') ?? '';

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
const plain = (xml: string) => xml.replace(/&(lt|gt|quot|amp);/g, entity => ENTITIES[entity] ?? entity);
/** The text of a piece of a document; a line break is one. */
const textOf = (xml: string) =>
  [...xml.matchAll(/<w:br\/>|<w:t xml:space="preserve">([^<]*)<\/w:t>/g)]
    .map(([whole, text = '']) => (whole === '<w:br/>' ? '\n' : plain(text)))
    .join('');
const cellsOf = (xml: string) =>
  [...xml.matchAll(/<w:tr>([\s\S]*?)<\/w:tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<w:tc>([\s\S]*?)<\/w:tc>/g)].map(([, cell = '']) => textOf(cell)),
  );
/** The texts of the paragraphs of a style, outside tables too. */
const paragraphsOf = (xml: string, style: string) =>
  [...xml.matchAll(/<w:p><w:pPr><w:pStyle w:val="(\w+)"\/>([\s\S]*?)<\/w:p>/g)]
    .filter(([, own]) => own === style)
    .map(([, , text = '']) => textOf(text));

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

describe('a Word document', () => {
  test('of a table has its title, its head on every page, figures as people read them, a sum and its rules', () => {
    const xml = documentOf(
      table([{ code: '15', count: 94765, text: 'x' }], {
        title: { zh: '覆盖', en: 'Coverage' },
        totals: { text: '合计', count: 5 },
        notes: [{ zh: '按期末', en: 'On the last day' }],
      }),
    );
    expect(paragraphsOf(xml, 'Title')).toEqual(['覆盖']);
    expect(cellsOf(xml)).toEqual([
      ['编号', '户数', '情况'],
      ['15', '94,765', 'x'],
      ['', '5', '合计'],
    ]);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(paragraphsOf(xml, 'Note')).toEqual(['按期末']);
    expect(paragraphsOf(xml, 'Foot')).toEqual(['2023-12-31　tiaochu visit list']);
  });

  test('has no minute in it: the same view is the same file', () => {
    const style = (at: string) => ({ ...FILE_STYLE, made: { ...FILE_STYLE.made, at } });
    const view = table([{ code: '1', count: 1, text: 'x' }]);
    expect(
      bytesOf(view, style('2024-01-01T00:00:00.000Z')).equals(bytesOf(view, style('2025-02-02T00:00:00.000Z'))),
    ).toBe(true);
  });

  test('whatever a text holds, a reader finds the same', () => {
    const unit = fc.constantFrom('张', '<', '>', '&', '"', "'", 'a', '</w:t>', '&lt;', '䶮', '𠂇', '1', '\n');
    fc.assert(
      fc.property(fc.string({ unit }), text => {
        const xml = documentOf(table([{ code: '1', count: 1, text }]));
        expect(cellsOf(xml)[1]).toEqual(['1', '1', text]);
      }),
      { numRuns: 100 },
    );
  });

  test('of pages that begin with lines is headed by the first of them', () => {
    const lines: View = {
      shape: 'lines',
      lines: [
        { zh: '半月表', en: 'S' },
        { zh: '主持：甲', en: 'C' },
      ],
      data: {},
    };
    const xml = documentOf({ shape: 'pages', pages: [lines, table([], { title: { zh: '一、红色', en: 'R' } })] });
    expect(paragraphsOf(xml, 'Title')).toEqual(['半月表']);
    expect(paragraphsOf(xml, 'Line')).toEqual(['主持：甲']);
    expect(paragraphsOf(xml, 'Heading1')).toEqual(['一、红色']);
    expect(cellsOf(xml).at(-1)).toEqual(['（无）']);
  });

  test('of a record has its values and the smaller tables that are not empty, which Word does not join', () => {
    const small = table([{ code: 'x' }], { title: { zh: '历史', en: 'History' } });
    const card: View = {
      shape: 'card',
      title: { zh: '户 15', en: 'H' },
      columns: COLUMNS,
      row: { code: '15', count: 2, text: '甲\n乙' },
      tables: [small, table([])],
    };
    const xml = documentOf(card);
    expect(cellsOf(xml).slice(0, 3)).toEqual([
      ['编号', '15'],
      ['户数', '2'],
      ['情况', '甲\n乙'],
    ]);
    expect(xml.match(/<w:tbl>/g)).toHaveLength(2);
    expect(xml).not.toContain('</w:tbl><w:tbl>');
  });

  test('of prose is prose, and rows under a heading have it over all columns', () => {
    const prose: View = {
      shape: 'prose',
      title: { zh: '简报', en: 'B' },
      paragraphs: [{ zh: '一段', en: 'P' }],
      data: {},
    };
    expect(paragraphsOf(documentOf(prose), 'Prose')).toEqual(['一段']);
    const groups = { columns: ['code'], heading: (row: Row) => ({ zh: `结对 ${row.code}`, en: `Pair ${row.code}` }) };
    const rows = ['a', 'a', 'b'].map((code, i) => ({ code, count: i, text: '' }));
    expect(cellsOf(documentOf(table(rows, { groups }))).map(([first]) => first)).toEqual([
      '户数',
      '结对 a',
      '0',
      '1',
      '结对 b',
      '2',
    ]);
  });

  test('lies across where its table is too wide for upright paper, and rows that are read once are written', () => {
    const many = Array.from({ length: 16 }, (_, i) => column(`c${i}`, `一二三四五六${i}`, `Unbreakable${i}`, 'code'));
    const row = Object.fromEntries(many.map(({ key }) => [key, '150722100200']));
    function* once() {
      yield row;
    }
    const wide = documentOf({ shape: 'table', columns: many, rows: once() });
    expect(wide).toContain('w:orient="landscape"');
    expect(cellsOf(wide)).toHaveLength(2);
    expect(documentOf(table([]))).not.toContain('w:orient');
  });
});
