import { describe, expect, test } from 'vitest';
import { filledSheet } from '../src/output/paper/filled.ts';
import { cell, each, grid, heading, label, line, paragraph, type Sheet, title } from '../src/output/paper/sheet.ts';
import { docxOf } from '../src/output/word/docx.ts';
import { BadTemplate, filledTemplate, tagsOf } from '../src/output/word/word-library.ts';
import { textOfDocx } from './support/docx.ts';

const SHEET: Sheet = {
  title: '调解协议书',
  blocks: [
    title('调解协议书'),
    line('编号：{number}', 'right'),
    each('parties', line('{role}：{name}，案件 {number}')),
    grid([1, 3], { each: 'parties', cells: [label('{role}'), cell('{name}')] }),
    heading('一、事实'),
    paragraph('{facts}'),
  ],
};

const FIELDS = {
  number: '1号',
  facts: '宅基地边界<争议>\n经查明',
  parties: [
    { role: '申请人', name: '何春花' },
    { role: '被申请人', name: '敖志强' },
  ],
};

describe('a Word file', () => {
  test('has the texts of its paper, and the same paper gives the same bytes', () => {
    const docx = docxOf(SHEET);
    expect(textOfDocx(docx)).toContain('编号：{number}');
    expect(Buffer.compare(Buffer.from(docx), Buffer.from(docxOf(SHEET)))).toBe(0);
  });

  test('is a template: its tags are filled in, lists once for each item', () => {
    const filled = filledTemplate(docxOf(SHEET), FIELDS);
    expect(textOfDocx(filled).split('\n')).toEqual([
      '调解协议书',
      '编号：1号',
      '申请人：何春花，案件 1号',
      '被申请人：敖志强，案件 1号',
      ...['申请人', '何春花', '被申请人', '敖志强'],
      '',
      '一、事实',
      '宅基地边界<争议>',
      '经查明',
    ]);
    expect(Buffer.compare(filled, filledTemplate(docxOf(SHEET), FIELDS))).toBe(0);
  });

  test('that docxtemplater fills says what the same paper says when the program fills it itself', () => {
    expect(textOfDocx(filledTemplate(docxOf(SHEET), FIELDS))).toBe(textOfDocx(docxOf(filledSheet(SHEET, FIELDS))));
  });

  test('names its tags, those of a list apart', () => {
    expect(tagsOf(docxOf(SHEET))).toContainEqual({ name: 'parties', items: [{ name: 'role' }, { name: 'name' }] });
  });

  test.each([
    ['{number', 'unclosed_tag', 'number'],
    ['number}', 'unopened_tag', 'number'],
    ['{#parties}', 'unclosed_loop', 'parties'],
    ['{/parties}', 'unopened_loop', 'parties'],
  ])('with %s is no template', (text, id, tag) => {
    expect(() => filledTemplate(docxOf({ title: '', blocks: [line(text)] }), FIELDS)).toThrow(
      expect.objectContaining({ faults: [expect.objectContaining({ id, tag, part: 'word/document.xml' })] }),
    );
  });

  test('is no other file', () => {
    expect(() => tagsOf(Buffer.from('no archive'))).toThrow(BadTemplate);
  });
});
