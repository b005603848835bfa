import { describe, expect, test } from 'vitest';
import { derivedNumber } from '../../src/cases/derived-number.ts';
import { partiesIn } from '../../src/cases/old-ledger.ts';
import { readSides, writtenParties } from '../../src/cases/party-sides.ts';
import { categoryCalled, categoryTitle } from '../../src/disputes/category-words.ts';
import { dayInMonth, lacksDay } from '../../src/intake/day-text.ts';
import type { NamedUnit } from '../../src/naming/names.ts';
import { titledUnit } from '../../src/naming/titled-unit.ts';

describe('the two sides of a cell', () => {
  const sides = (text: string) => {
    const { applicants, respondents } = readSides(text);
    return [applicants, respondents].map(side => side.map(({ name }) => name).join());
  };
  test.each([
    ['敖玉兰、郭海山', ['敖玉兰', '郭海山']],
    ['敖玉兰 郭海山', ['敖玉兰', '郭海山']],
    ['孟和与鄂晓光', ['孟和', '鄂晓光']],
    ['敖玉兰诉金秀英', ['敖玉兰', '金秀英']],
    ['孟和、苏日娜与鄂晓光', ['孟和,苏日娜', '鄂晓光']],
    ['申请人：孟和 被申请人：鄂晓光', ['孟和', '鄂晓光']],
    ['敖玉兰（女）13900000001与郭海山', ['敖玉兰', '郭海山']],
    ['敖玉兰', ['敖玉兰', '']],
  ])('%s is one side against the other', (text, expected) => {
    expect(sides(text)).toEqual(expected);
  });

  test.each(['孟和、鄂晓光、苏日娜', '住房与城乡建设局', '孟和和鄂晓光', '孟和等3人'])('%s is not guessed at', text => {
    expect(() => readSides(text)).toThrow();
  });

  test('are written so that they are read again, names that mean something else with their label', () => {
    for (const text of ['敖玉兰（女）13900000001', 'name=高山', '孟和；鄂晓光', 'name=红彦镇供销社']) {
      const parties = partiesIn(text);
      expect(partiesIn(writtenParties(parties))).toEqual(parties);
    }
  });
});

describe('the old number of a case without one', () => {
  const CASE = { unit: 7, on: '2022-05-03', category: '02', parties: ['敖玉兰', '郭海山'], about: '' };
  const number = (changed: Partial<typeof CASE> = {}, secret = 's') => derivedNumber(secret, { ...CASE, ...changed });

  test('begins with the day and does not depend on who is named first or on spaces', () => {
    expect(number()).toMatch(/^2022-05-03-[0-9A-F]{8}$/);
    expect(number({ parties: ['郭海山', '敖 玉兰'] })).toBe(number());
  });

  test.each<[string, Partial<typeof CASE>]>([
    ['unit', { unit: 8 }],
    ['day', { on: '2022-05-04' }],
    ['category', { category: '07' }],
    ['party', { parties: ['敖玉兰'] }],
  ])('differs with another %s', (_, changed) => {
    expect(number(changed)).not.toBe(number());
  });

  test('is keyed, so that nobody guesses the names from it', () => {
    expect(number({}, 'other')).not.toBe(number());
  });
});

describe('a category', () => {
  const CATEGORIES = [
    '01 婚姻家庭纠纷',
    '02 邻里纠纷',
    '07 山林土地（草原）纠纷',
    '07a 农村土地承包经营纠纷',
    '13 道路交通事故纠纷',
  ].map((text, id) => {
    const [code = '', name_zh = ''] = text.split(' ');
    return { id, code, name_zh, name_en: code };
  });
  test.each([
    ['邻里', '02'],
    ['2', '02'],
    ['邻里矛盾', '02'],
    ['婚姻家庭矛盾纠纷', '01'],
    ['土地纠纷', '07'],
    ['土地承包', '07a'],
    ['草原', '07'],
    ['交通事故', '13'],
    ['承包经营权流转', undefined],
    ['土', undefined],
  ])('that is called %s', (text, code) => {
    expect(categoryCalled(CATEGORIES, text)?.code).toBe(code);
  });

  test('is called in a title as the list calls it', () => {
    expect(['02', '邻里', '土地矛盾', '土地纠纷'].map(text => categoryTitle(CATEGORIES, text))).toEqual([
      '邻里纠纷',
      '邻里纠纷',
      '土地纠纷',
      '土地纠纷',
    ]);
  });
});

describe('the unit in a title', () => {
  const unit = (id: number, code: string, name: string, parent: number | null = null): NamedUnit => ({
    id,
    code,
    name,
    parent,
  });
  const UNITS = [
    unit(1, '150722', '莫力达瓦达斡尔族自治旗'),
    unit(2, '150722100', '尼尔基镇', 1),
    unit(3, '150722101', '红彦镇', 1),
    unit(4, '150722100200', '尼尔基村委会', 2),
    unit(5, '150722100201', '东胜村', 2),
    unit(6, '150722101201', '东胜村', 3),
  ];
  test.each<[string[], string | undefined]>([
    [['尼尔基村矛盾纠纷排查化解台账'], '150722100200'],
    [['2023年度尼尔基镇尼尔基村民委员会纠纷台账'], '150722100200'],
    [['矛盾纠纷台账', '填报单位：尼尔基村', '填报日期：2023-06-01'], '150722100200'],
    [['尼尔基镇矛盾纠纷台账'], '150722100'],
    [['莫力达瓦达斡尔族自治旗红彦镇东胜村台账'], '150722101201'],
    [['东胜村台账', '单位:红彦镇'], '150722101201'],
    [['东胜村台账'], undefined],
    [['关于尼尔基村的台账'], undefined],
    [['新尼尔基村台账'], undefined],
    [['尼尔基村台账', '填报单位：红彦镇'], undefined],
    [['纠纷台账'], undefined],
  ])('%s', (titles, code) => {
    expect(titledUnit(UNITS, titles)?.code).toBe(code);
  });
});

describe('a date with a month only', () => {
  test.each(['2022年6月', '2022-06', '2022/6', '2022.06'])('%s has no day', text => {
    expect(lacksDay(text)).toBe(true);
    expect(dayInMonth(text, 31)).toBe('2022-06-30');
    expect(dayInMonth(text, 1)).toBe('2022-06-01');
  });

  test.each(['2022.1', '2022年13月', '2022-06-03', '6月', '2022年'])('%s is none', text => {
    expect(lacksDay(text)).toBe(false);
  });
});
