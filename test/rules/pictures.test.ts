import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barsPicture } from '../../src/output/svg/bars.ts';
import { flowPicture } from '../../src/output/svg/flow.ts';
import { linesPicture, ticksTo } from '../../src/output/svg/lines.ts';
import { svgOf, WIDTH } from '../../src/output/svg/picture.ts';

const NAMES = { id: 'p', title: '覆盖', description: '甲 5' } as const;

describe('a scale', () => {
  test.each([
    [0, [0, 1]],
    [4, [0, 1, 2, 3, 4]],
    [7, [0, 2, 4, 6, 8]],
    [62, [0, 20, 40, 60, 80]],
    [38468, [0, 10000, 20000, 30000, 40000]],
    [0.4, [0, 0.1, 0.2, 0.3, 0.4]],
  ])('to %d has marks that are easy to read', (most, marks) => {
    expect(ticksTo(most)).toEqual(marks);
  });

  test('reaches every value with at most six marks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), most => {
        const marks = ticksTo(most);
        expect(marks.at(-1)).toBeGreaterThanOrEqual(most);
        expect(marks.length).toBeLessThanOrEqual(6);
      }),
    );
  });
});

describe('bars', () => {
  test('are as long as their figures, each in a row of its own', () => {
    const { shapes, height } = barsPicture({
      ...NAMES,
      bars: [
        { label: '甲', values: [10], text: '10' },
        { label: '乙', values: [5], text: '5' },
      ],
    });
    const widths = shapes.join('').matchAll(/<rect [^>]*width="([\d.]+)"/g);
    const [first = 0, second = 0] = [...widths].map(([, width]) => Number(width));
    expect(first / second).toBeCloseTo(2, 3);
    expect(height).toBe(44);
  });

  test('of parts leave out what is nothing, and never leave the picture', () => {
    const value = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 20 }), rows => {
        const bars = rows.map(([a, b], i) => ({ label: `单位${i}`, values: [a, b], text: `${a} + ${b}` }));
        const { shapes } = barsPicture({ ...NAMES, bars, parts: ['化解', '期末'] });
        for (const [, x, width] of shapes.join('').matchAll(/<rect x="([\d.]+)"[^>]*width="([\d.]+)"/g)) {
          expect(Number(width)).toBeGreaterThan(0);
          expect(Number(x) + Number(width)).toBeLessThanOrEqual(WIDTH);
        }
      }),
    );
  });
});

describe('lines', () => {
  test('have a point for every month, and a single month too', () => {
    const series = [{ name: '登记', values: [3], texts: ['3'] }];
    const { shapes } = linesPicture({ ...NAMES, steps: ['2023-05'], series, scale: String });
    expect(shapes.join('')).not.toContain('NaN');
    expect(shapes.filter(shape => shape.includes('>2023-05<'))).toHaveLength(1);
  });
});

describe('a flow', () => {
  const stream = (name: string, value: number) => ({ name, value, text: String(value) });
  const tier = (name: string, opening: number, settled: number) => ({
    name,
    incoming: [stream('期初', opening)],
    outgoing: [stream('化解', settled)],
  });

  test('names every stream that is there, and none that is not', () => {
    const { shapes } = flowPicture({
      ...NAMES,
      tiers: [tier('旗级', 0, 1), tier('乡镇级', 2, 10), tier('村级', 9, 49)],
      passings: [
        { ...stream('上报', 13), from: 2, to: 1 },
        { ...stream('交办', 0), from: 0, to: 1 },
      ],
    });
    const texts = [...shapes.join('').matchAll(/>([^<>]+)<\/text>/g)].map(([, text]) => text);
    expect(texts.sort()).toEqual(
      ['上报 13', '乡镇级', '化解 1', '化解 10', '化解 49', '旗级', '期初 2', '期初 9', '村级'].sort(),
    );
  });

  test('of nothing is a picture, too', () => {
    const tiers = [tier('旗级', 0, 0), tier('乡镇级', 0, 0), tier('村级', 0, 0)];
    expect(flowPicture({ ...NAMES, tiers, passings: [] }).shapes.join('')).not.toContain('NaN');
  });
});

test('a picture has a title, a description and no text that is markup', () => {
  const svg = svgOf({ id: 'p', title: '<b>', description: 'a & b', width: 10, height: 5, shapes: [] });
  expect(svg).toContain('<title id="p-title">&lt;b&gt;</title><desc id="p-text">a &amp; b</desc>');
  expect(svg).toContain('role="img" aria-labelledby="p-title p-text" viewBox="0 0 10 5"');
});
