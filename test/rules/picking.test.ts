import { describe, expect, test } from 'vitest';
import { everydayNames } from '../../src/cli/words/everyday-words.ts';
import type { Candidate } from '../../src/picking/candidate.ts';
import { withCodeEnds } from '../../src/picking/group-and-number.ts';
import { readingsOf } from '../../src/picking/pinyin-library.ts';
import { narrows, ranked } from '../../src/picking/ranking.ts';
import { spelledAt } from '../../src/picking/spelling.ts';

const candidate = (value: string, name: string, ...about: string[]): Candidate => ({
  value,
  title: name,
  people: [],
  about,
});

const UNITS = [
  candidate('150722', '莫力达瓦达斡尔族自治旗'),
  candidate('150722100', '尼尔基镇', '莫力达瓦达斡尔族自治旗'),
  candidate('150722100200', '西博荣村', '尼尔基镇'),
  candidate('150722100201', '后宜卧奇村', '尼尔基镇'),
  candidate('150722101', '红彦镇', '莫力达瓦达斡尔族自治旗'),
  candidate('150722101200', '红彦村', '红彦镇'),
];
const found = (typed: string) => ranked(UNITS, typed, readingsOf).best.map(({ title }) => title);

describe('what is picked while somebody types', () => {
  test('is found by a part of its name, its beginning first', () => {
    expect(found('红彦')).toEqual(['红彦镇', '红彦村']);
    expect(found('博荣')).toEqual(['西博荣村']);
  });

  test('is found by pinyin in initials, in full and mixed', () => {
    expect(found('nej')[0]).toBe('尼尔基镇');
    expect(found('nierjizhen')[0]).toBe('尼尔基镇');
    expect(found('xborc')).toEqual(['西博荣村']);
  });

  test('is found by any of the readings of a character', () => {
    const spelled = (name: string, letters: string) => spelledAt(name, letters, readingsOf);
    expect(spelled('单县', 'shan')).toBe(0);
    expect(spelled('单县', 'dan')).toBe(0);
    expect(spelled('吕梁', 'lvl')).toBe(0);
    expect(spelled('尼尔基', 'ejx')).toBeUndefined();
  });

  test('is found by the end of its code', () => {
    expect(found('201')).toEqual(['后宜卧奇村']);
    expect(found('150722101')).toEqual(['红彦镇', '红彦村']);
  });

  test('fits every word that is typed: its own name goes before what it belongs to', () => {
    expect(found('尼尔基 村')).toEqual(['西博荣村', '后宜卧奇村']);
    expect(found('尼尔基')[0]).toBe('尼尔基镇');
    expect(found('红彦 尼尔基')).toEqual([]);
  });

  test('is looked for only among what fitted before, as long as that finds the same', () => {
    for (const typed of ['nierjizhen', 'xborc', '尼尔基 村', 'nej x', '红彦镇', '150722 h', 'h2000', '01', '200 c']) {
      let fitting: readonly Candidate[] = UNITS;
      for (let length = 1; length <= typed.length; length++) {
        const [before, now] = [typed.slice(0, length - 1), typed.slice(0, length)];
        const narrowed = ranked(narrows(before, now) ? fitting : UNITS, now, readingsOf);
        expect(narrowed, now).toEqual(ranked(UNITS, now, readingsOf));
        fitting = narrowed.fitting;
      }
    }
    expect(narrows('ne', 'nej')).toBe(true);
    expect(narrows('12', '123')).toBe(false);
  });

  test('is at most ten, in their own order where nothing is typed', () => {
    const many = Array.from({ length: 30 }, (_, i) => candidate(String(i), `村${i}`));
    expect(ranked(many, '', readingsOf).best.map(({ value }) => Number(value))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(ranked(many, '村', readingsOf).best).toHaveLength(10);
  });

  test('is found among 95,000 names while somebody types', () => {
    const [given, surnames] = ['玉兰晓光志强秀英海山春花建国', '敖鄂孟郭杜何索苏金沃德莫'];
    const heads = Array.from({ length: 95_000 }, (_, i) =>
      candidate(String(i), `${surnames[i % 12]}${given[i % 14]}${given[(i * 5) % 14]}`, '西博荣村'),
    );
    const known = new Map<string, readonly string[]>();
    const readings = (character: string) => {
      const own = known.get(character) ?? readingsOf(character);
      known.set(character, own);
      return own;
    };
    ranked(heads, 'x', readings);
    const began = performance.now();
    for (const typed of ['ayl', 'zzzz', '敖玉', '1234']) ranked(heads, typed, readings);
    // Four keys; the bound is wide, since other tests run at the same time.
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe('categories', () => {
  const CATEGORIES = [
    { ...candidate('03', '房屋宅基地纠纷'), alsoCalled: everydayNames('dispute', '03') },
    { ...candidate('07', '山林土地（草原）纠纷'), alsoCalled: everydayNames('dispute', '07') },
    { ...candidate('15', '其他纠纷'), alsoCalled: everydayNames('dispute', '15') },
  ];
  const codes = (typed: string) => ranked(CATEGORIES, typed, readingsOf).best.map(({ value }) => value);

  test('are found by what people at the counter call things, the likeliest first', () => {
    expect(codes('占地')).toEqual(['07', '03']);
    expect(codes('占地纠纷')).toEqual(['07', '03']);
    expect(codes('zhandi')).toEqual(['07', '03']);
    expect(codes('低保')).toEqual(['15']);
  });

  test('are found by their own names before', () => {
    expect(codes('宅基地')[0]).toBe('03');
    expect(codes('土地')[0]).toBe('07');
  });
});

test.each([
  ['2-15', '020015'],
  ['2组15号', '020015'],
  ['二组15号', '020015'],
  ['第12组3号', '120003'],
  ['２－１５', '020015'],
  ['敖 2-15', '敖 020015'],
  // Still being typed, or something else.
  ['2-', '2-'],
  ['2组', '2组'],
  ['2组1', '2组1'],
  ['150722100200-P01', '150722100200-P01'],
  ['150722100200020015', '150722100200020015'],
  ['敖玉兰', '敖玉兰'],
  ['尼尔基村委会1组3号', '尼尔基村委会 010003'],
])('a search for the household %s looks for %s', (typed, sought) => {
  expect(withCodeEnds(typed)).toBe(sought);
});
