import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitted, type PaperColumn, ROOM, USUAL } from '../../src/output/word/view/widths.ts';

const figures = (count: number, text = '1,234'): PaperColumn[] =>
  Array.from({ length: count }, () => ({ title: '户数', isWhole: true, cells: [text] }));

describe('a table on paper', () => {
  test('is upright in the usual letters where it fits', () => {
    expect(fitted(figures(5))).toMatchObject({ lies: 'upright', size: USUAL });
  });

  test('has smaller letters before it lies across, and lies across before it is hard to read', () => {
    expect(fitted(figures(14))).toMatchObject({ lies: 'upright', size: 18 });
    expect(fitted(figures(17))).toMatchObject({ lies: 'across', size: USUAL });
    expect(fitted(figures(40))).toMatchObject({ lies: 'across', size: 13 });
  });

  test('is as wide as the paper, and each column at least as wide as its figures where all of them fit', () => {
    const text = fc.string({ unit: fc.constantFrom('张', '1', 'a', ' '), maxLength: 12 });
    const one = fc.record({ title: text, isWhole: fc.boolean(), cells: fc.array(text, { maxLength: 4 }) });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), columns => {
        const { lies, widths } = fitted(columns);
        const sum = widths.reduce((all, width) => all + width, 0);
        expect(widths.every(width => width > 0)).toBe(true);
        if (sum <= ROOM[lies]) expect(sum).toBeGreaterThan(ROOM[lies] - columns.length - 1);
      }),
    );
  });

  test('a long text gets more of the room than a figure, never all of it', () => {
    const [figure = 0, text = 0] = fitted([
      { title: '户数', isWhole: true, cells: ['5'] },
      { title: '情况', isWhole: false, cells: ['一'.repeat(200)] },
    ]).widths;
    expect(text).toBeGreaterThan(figure);
    expect(figure).toBeGreaterThan(400);
  });
});
