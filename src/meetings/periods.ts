import { addDays, type Day, dayOf, lengthOfMonth } from '../kernel/day.ts';
import type { Period } from '../kernel/period.ts';
import type { MeetingKind } from './meeting.ts';

/**
 * The periods of a kind for which a meeting was due: whole ones between two days, ended by today. A half month is the 1st
 * to the 15th or the 16th to the month's end (S-42).
 */
export function periodsDue(kind: MeetingKind, from: Day, to: Day, today: Day): Period[] {
  const last = to < today ? to : today;
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  const [lastYear, lastMonth] = [Number(last.slice(0, 4)), Number(last.slice(5, 7))];
  const months = (lastYear - year) * 12 + lastMonth - month + 1;
  return Array.from({ length: Math.max(0, months) }, (_, i) => month - 1 + i)
    .flatMap(i => beginningIn(kind, year + Math.floor(i / 12), (i % 12) + 1))
    .filter(period => period.from >= from && period.to <= last);
}

/** The half month that a day is in, up to that day: from the 1st or from the 16th (S-42). */
export function halfMonthUntil(day: Day): Period {
  return { from: `${day.slice(0, 8)}${day.slice(8) > '15' ? '16' : '01'}`, to: day };
}

/** The whole half month before the one that begins on a day. */
export function halfMonthBefore({ from }: Period): Period {
  return halfMonthUntil(addDays(from, -1));
}

/** The periods of a kind that begin in a month. */
function beginningIn(kind: MeetingKind, year: number, month: number): Period[] {
  const day = (date: number, m = month) => dayOf(year, m, date) ?? '';
  const end = (m: number) => day(lengthOfMonth(year, m), m);
  switch (kind) {
    case 'half_month':
      return [
        { from: day(1), to: day(15) },
        { from: day(16), to: end(month) },
      ];
    case 'month':
      return [{ from: day(1), to: end(month) }];
    case 'quarter':
      return month % 3 === 1 ? [{ from: day(1), to: end(month + 2) }] : [];
    case 'leading_group':
      // The leading group meets when it is called (S-21).
      return [];
  }
}
