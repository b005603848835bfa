import type { Text } from '../kernel/text.ts';
import { type Duty, periodAround } from './duty-rules.ts';
import type { Per, Standard } from './standard.ts';
import type { NextVisit } from './visit-rules.ts';

const EACH: Readonly<Record<Per, Text & { readonly once: string }>> = {
  month: { zh: '每月', en: 'a month', once: 'monthly' },
  quarter: { zh: '每季度', en: 'a quarter', once: 'quarterly' },
  'half-year': { zh: '每半年', en: 'a half-year', once: 'half-yearly' },
  year: { zh: '每年', en: 'a year', once: 'yearly' },
};

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
] as const;

/** A standard in words: hardship household monthly, ordinary household 2 a year. */
export function standardText({ name_zh, name_en, visits, per }: Omit<Standard, 'code' | 'from_on' | 'to_on'>): Text {
  const each = EACH[per];
  const often = visits === 1 ? each.once : `${visits} ${each.en}`;
  return { zh: `${name_zh}${each.zh}入户 ${visits} 次`, en: `${name_en} ${often}` };
}

/** How far the next visit is: 1 of 2 this year, due by the end of it; not yet in December. */
export function nextText({ duty, made, by }: NextVisit, today: string): Text {
  const period = periodWords(duty, today);
  if (duty.asked === 1) return { zh: `${period.zh}尚未入户，最迟 ${by}`, en: `not yet ${period.en}, due by ${by}` };
  return {
    zh: `${period.zh}已入户 ${made} 次，应 ${duty.asked} 次，下一次最迟 ${by}`,
    en: `${made} of ${duty.asked} ${period.en}, next due by ${by}`,
  };
}

/** The period of a duty in words: this year, in December, in 2023-Q4. */
function periodWords({ standard: { per }, period }: Duty, today: string): Text {
  const [year, month] = [period.from.slice(0, 4), Number(period.from.slice(5, 7))];
  const isNow = periodAround(per, today).from === period.from;
  if (per === 'month') {
    const inYear = year === today.slice(0, 4);
    return {
      zh: `${inYear ? '' : `${year} 年 `}${month} 月`,
      en: `in ${MONTHS[month - 1]}${inYear ? '' : ` ${year}`}`,
    };
  }
  if (per === 'year') return isNow ? { zh: '今年', en: 'this year' } : { zh: `${year} 年`, en: `in ${year}` };
  if (per === 'quarter') {
    const quarter = Math.ceil(month / 3);
    return isNow
      ? { zh: '本季度', en: 'this quarter' }
      : { zh: `${year} 年第 ${quarter} 季度`, en: `in ${year}-Q${quarter}` };
  }
  const half = month === 1 ? 1 : 2;
  return isNow
    ? { zh: '本半年', en: 'this half-year' }
    : {
        zh: `${year} 年${half === 1 ? '上' : '下'}半年`,
        en: `in the ${half === 1 ? 'first' : 'second'} half of ${year}`,
      };
}
