import { describe, expect, test } from 'vitest';
import type { ListedDay } from '../../src/deadlines/listed-day.ts';
import { readNotice } from '../../src/deadlines/notice-text.ts';
import { missingFestivals } from '../../src/deadlines/statutory-festivals.ts';
import { announcedIn, SHIPPED } from '../support/calendars.ts';
import { NOTICES } from '../support/notices.ts';

const kinds = (days: readonly ListedDay[]) =>
  days.map(({ day, isWorked }) => `${day} ${isWorked ? 'worked' : 'free'}`).sort();

/** One item, in a notice of a year. */
const item = (text: string, year = 2027) => readNotice(`国务院办公厅关于${year}年部分节假日安排的通知\n一、${text}`);

describe('a notice', () => {
  test.each(Object.keys(NOTICES).map(Number))('of %i says what the shipped table has, day by day', year => {
    const notice = readNotice(NOTICES[year] ?? '');
    expect(notice?.problems).toEqual([]);
    expect(notice?.year).toBe(year);
    expect(kinds(notice?.days ?? [])).toEqual(kinds(SHIPPED.filter(day => announcedIn(day) === year)));
    expect(missingFestivals(year, notice?.days ?? [])).toEqual([]);
  });

  test('may break its lines anywhere, and be written with narrow signs', () => {
    const broken = (NOTICES[2026] ?? '').replaceAll('日', '日\n').replaceAll('：', ': ').replaceAll('（', '(');
    expect(kinds(readNotice(broken)?.days ?? [])).toEqual(kinds(readNotice(NOTICES[2026] ?? '')?.days ?? []));
  });

  test('without a year, and any other text, is none', () => {
    expect(readNotice('一、元旦：1月1日放假。')).toBeUndefined();
    expect(readNotice('关于开展入户走访的通知')).toBeUndefined();
    expect(readNotice('关于2027年部分节假日值班的通知')?.days).toEqual([]);
  });
});

describe('an item', () => {
  test.each([
    ['元旦：1月1日（周五）至3日（周日）放假，共3天。', ['2027-01-01 free', '2027-01-02 free', '2027-01-03 free']],
    ['元旦：12月31日至1月1日放假调休，共2天。', ['2026-12-31 free', '2027-01-01 free']],
    ['清明节：4月5日放假，与周末连休。', ['2027-04-05 free']],
    ['端午节：6月9日放假1天，不调休。', ['2027-06-09 free']],
    [
      '国庆节、中秋节：9月30日至10月2日放假调休，共3天，9月26日（星期天）上班。',
      ['2027-09-26 worked', '2027-09-30 free', '2027-10-01 free', '2027-10-02 free'],
    ],
  ])('%s', (text, days) => {
    expect(item(text)).toMatchObject({ problems: [] });
    expect(kinds(item(text)?.days ?? [])).toEqual(days);
  });

  test('that is no festival is left out, and so is a wish', () => {
    expect(item('值班：1月1日放假。')?.days).toEqual([]);
    expect(item('春节：2月6日放假。鼓励各单位安排职工在2月5日休息。')?.days.map(({ day }) => day)).toEqual([
      '2027-02-06',
    ]);
  });

  test.each([
    ['元旦：1月1日（周四）放假，共1天。', '2027-01-01 is a Friday, the notice says Thursday'],
    ['元旦：1月1日至3日放假，共4天。', 'says 4 days, 3 were read'],
    ['元旦：2月30日放假，共1天。', '"2月30日" is not a date'],
    ['元旦：1日放假。', '"1日" is not a date'],
    ['元旦：1月3日至1日放假。', 'is not a date'],
    ['春节：放假调休，共8天。', 'no free day is named'],
    ['元旦：1月1日放假。1月1日上班。', 'said to be free and to be worked'],
  ])('is refused where it does not agree with the calendar or itself: %s', (text, problem) => {
    expect(
      item(text)
        ?.problems.map(({ en }) => en)
        .join('; '),
    ).toContain(problem);
  });
});
