import { Failure } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import type { ListedDay } from './listed-day.ts';
import { type Festival, freeDaysOf, missingFestivals } from './statutory-festivals.ts';

/** The year of the announcement that lists a day: the last days of December can belong to 元旦 of the next year. */
function announcementOf({ day, name }: ListedDay): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= '12-23' && /元旦|new year/i.test(name) ? year + 1 : year;
}

/** What the years of some days lack once those days are listed, year by year. */
function gapsIn(listed: readonly ListedDay[], changed: readonly ListedDay[]) {
  const years = [...new Set(changed.map(announcementOf))].sort();
  return years.flatMap(year => {
    const missing = missingFestivals(year, listed);
    return missing.length === 0 ? [] : [{ year, missing }];
  });
}

/** A year is imported with all its statutory festivals, so that a few rows do not make it known (全国年节及纪念日放假办法 Art. 2). */
export function incompleteYears(
  file: string,
  listed: readonly ListedDay[],
  changed: readonly ListedDay[],
): Failure | undefined {
  const gaps = gapsIn(listed, changed);
  if (gaps.length === 0) return undefined;
  const zh = gaps.map(({ year, missing }) => `${year} 年缺少${namesOf(missing, year).zh}`).join('；');
  const en = gaps.map(({ year, missing }) => `${year} lacks ${namesOf(missing, year).en}`).join('; ');
  return new Failure(
    'rejected',
    { zh: `${file}：${zh}，未写入任何数据`, en: `${file}: ${en}; nothing was imported` },
    {
      zh: '请在一个文件里写全一年的放假安排，或用 tiaochu holiday import --notice 读国务院办公厅的通知',
      en: 'Put the whole announcement of a year into one file, or read the notice itself with tiaochu holiday import --notice',
    },
  );
}

/** Festivals by name, with their number of days where that is more than one. */
function namesOf(missing: readonly Festival[], year: number): Text {
  const said = missing.map(festival => {
    const days = freeDaysOf(festival, year);
    const { zh, en } = festival.name;
    return days === 1 ? { zh, en } : { zh: `${zh}（连续 ${days} 天）`, en: `${en} (${days} days in a row)` };
  });
  return { zh: said.map(({ zh }) => zh).join('、'), en: said.map(({ en }) => en).join(', ') };
}
