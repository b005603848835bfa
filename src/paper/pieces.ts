import { type Block, cell, type GridRow, grid, label, line } from '../output/paper/sheet.ts';

/** Pieces that many papers have. */

/** A day to be written by hand. */
export const OPEN_DAY = '____年__月__日';

/** A table with labels in its first and third columns. */
export const box = (...rows: readonly GridRow[]): Block => grid([30, 51, 30, 51], ...rows);

/** Two labels with their values. */
export const pair = (...[a, valueA, b, valueB]: readonly [string, string, string, string]): GridRow => ({
  cells: [label(a), cell(valueA), label(b), cell(valueB)],
});

/** One label whose value takes the rest of the row; `height` is the least that it has room for, in millimetres. */
export const wide = (name: string, value: string, height?: number): GridRow => ({
  cells: [label(name), { text: value, span: 3, isAtTop: height !== undefined }],
  ...(height === undefined ? {} : { height }),
});

/** The people of a list, three rows each. */
export function peopleTable(list: string): Block {
  return grid([22, 26, 14, 22, 14, 24, 14, 26], {
    each: list,
    cells: [
      ...[label('{role}'), cell('{name}'), label('性别'), cell('{sex}')],
      ...[label('民族'), cell('{ethnicity}'), label('年龄'), cell('{age}')],
    ],
    more: [
      { cells: [label('职业'), cell('{occupation}'), label('联系方式', 2), cell('{phone}', 4)] },
      { cells: [label('住址'), cell('{address}', 7)] },
    ],
  });
}

/** Where each party signs, and after them others; the rows stay on one page. */
export function signatureTable(how: string, signedOn: string, ...others: readonly GridRow[]): Block {
  return {
    shape: 'grid',
    columns: [30, 40, 56, 36],
    isWhole: true,
    rows: [
      { cells: ['身份', '姓名', how, '日期'].map(head => label(head)), isHead: true },
      { each: 'parties', height: 10, cells: [cell('{role}'), cell('{name}'), cell(''), cell(signedOn)] },
      ...others,
    ],
  };
}

/** A row of that table. */
export const signs = (role: string, name: string, on: string): GridRow => ({
  height: 10,
  cells: [cell(role), cell(name), cell(''), cell(on)],
});

/** Who signs a paper, a line each. */
export const signatures = (...who: readonly string[]): Block[] =>
  who.map(name => line(`${name}：________________`, 'left'));

/** The seal and the day under a paper. */
export const sealed = (who: string, on: string): Block[] => [line(`${who}（印章）`, 'right'), line(on, 'right')];
