import { addDays, type Day, lengthOfMonth } from './day.ts';
import type { Period } from './period.ts';

/** A period cut along the calendar: whole years (`2023`) and months (`2023-05`), and the days that are neither. */
export interface InCalendar {
  readonly whole: readonly string[];
  readonly days: readonly Period[];
}

/** Cuts a period along the calendar, the longest pieces first; together they are the period, day by day. */
export function inCalendar({ from, to }: Period): InCalendar {
  const whole: string[] = [];
  const days: Period[] = [];
  for (let day = from; day <= to; ) {
    const [year, month] = [endOfYear(day), endOfMonth(day)];
    let end = month;
    if (day.endsWith('-01-01') && year <= to) {
      whole.push(day.slice(0, 4));
      end = year;
    } else if (day.endsWith('-01') && month <= to) whole.push(day.slice(0, 7));
    else {
      end = month < to ? month : to;
      days.push({ from: day, to: end });
    }
    if (end >= to) break;
    day = addDays(end, 1);
  }
  return { whole, days };
}

const endOfYear = (day: Day): Day => `${day.slice(0, 4)}-12-31`;

function endOfMonth(day: Day): Day {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return `${day.slice(0, 7)}-${lengthOfMonth(year, month)}`;
}
