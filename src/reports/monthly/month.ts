import type { Context } from '../../cli/command.ts';
import type { Day } from '../../kernel/day.ts';
import { refuse } from '../../kernel/failure.ts';
import { type Period, periodOf } from '../../kernel/period.ts';
import type { Text } from '../../kernel/text.ts';
import { loadTree } from '../../units/store.ts';
import { everyUnit, type UnitTerm, unitNamed } from '../../units/tree.ts';

/** The month that is reported, and of which unit. */
export interface Month {
  /** As 2023-06. */
  readonly name: string;
  readonly period: Period;
  /** Its last day that has come. */
  readonly lastDay: Day;
  /** The unit that was asked for; undefined where all are. */
  readonly unit: UnitTerm | undefined;
  /** What the page is headed by: that unit, or the banner. */
  readonly place: string;
}

export function monthOf({ db, today }: Pick<Context, 'db' | 'today'>, month: string, asked?: string): Month {
  const period = periodOf({ month }, today);
  if (period.from > today) refuseAhead(period.from, today);
  const tree = loadTree(db, period.to);
  const unit = asked === undefined ? undefined : unitNamed(tree, asked);
  const place = (unit ?? everyUnit(tree).find(({ level }) => level === 'banner'))?.name ?? '';
  const lastDay = period.to < today ? period.to : today;
  return { name: period.from.slice(0, 7), period, lastDay, unit, place };
}

/** A month that lies ahead is a slip of the pen: its report would be empty. */
function refuseAhead(from: Day, today: Day): never {
  refuse(
    {
      zh: `统计月份自 ${from} 起，而今天是 ${today}，尚未开始`,
      en: `The month starts on ${from}, and today is ${today}`,
    },
    { zh: '请用 --month 写本月或以前的月份', en: 'Name this month or an earlier one with --month' },
  );
}

/** A month as headings name it: 2023年6月, June 2023. */
export function monthText({ name }: Pick<Month, 'name'>): Text {
  const [year = '', month = ''] = name.split('-');
  return { zh: `${year}年${Number(month)}月`, en: `${ENGLISH[Number(month) - 1]} ${year}` };
}

/** What a month's report is headed by, without the month. */
export function headingOf({ place }: Pick<Month, 'place'>): Text {
  return { zh: `${place}矛盾纠纷调处化解工作月报`, en: `${place}: monthly report on mediation and visits` };
}

/** The heading and the month in one line. */
export function titleOf(month: Month): Text {
  const [heading, named] = [headingOf(month), monthText(month)];
  return { zh: `${heading.zh}（${named.zh}）`, en: `${heading.en} (${named.en})` };
}

const ENGLISH = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
