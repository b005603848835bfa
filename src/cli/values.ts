import { readDay } from '../intake/day-text.ts';
import { cleanedLine } from '../kernel/clean.ts';
import { type Day, shownBound, tooEarly } from '../kernel/day.ts';
import { misuse } from '../kernel/failure.ts';
import { LONGEST, lengthProblem } from '../kernel/length.ts';

export function asCount(text: string): number {
  if (!/^-?\d+$/.test(text)) misuse({ zh: `「${text}」不是整数`, en: `"${text}" is not a whole number` });
  if (!/^\d{1,9}$/.test(text))
    misuse({ zh: `「${text}」不在 0 到 999999999 之间`, en: `"${text}" is not between 0 and 999999999` });
  return Number(text);
}

/** A percentage from 0 to 100, as a share from 0 to 1. */
export function asPercent(text: string): number {
  const value = Number(text.replace(/%$/, ''));
  if (!/^\d+(\.\d+)?%?$/.test(text) || value > 100)
    misuse({ zh: `「${text}」不是 0 到 100 之间的百分数`, en: `"${text}" is not a percentage from 0 to 100` });
  return value / 100;
}

/** A day in any of the forms that people write. */
export function asDay(text: string): Day {
  return (
    readDay(text) ??
    misuse({
      zh: `「${text}」不是日期，例如 2023-05-03`,
      en: `"${text}" is not a day; write it like 2023-05-03`,
    })
  );
}

/** A reason that says something. */
export function asReason(text: string): string {
  return text.trim() || misuse({ zh: '须写明理由', en: 'the reason must not be empty' });
}

/** The day of an act, which is none of the distant past. */
export function asActDay(text: string): Day {
  const day = asDay(text);
  const early = tooEarly(day);
  if (early) misuse(early);
  return day;
}

/** A day on which something can begin or end; the ends of the calendar mean "always" and are not accepted. */
export function asBound(text: string): Day {
  const day = asDay(text);
  if (shownBound(day) === null)
    misuse({ zh: `「${text}」不能作为生效日期`, en: `"${text}" cannot be an effective date` });
  const early = tooEarly(day);
  if (early) misuse(early);
  return day;
}

/** A text that is not empty, without the spaces around it. */
export function asName(text: string): string {
  return text.trim() || misuse({ zh: '不能为空', en: 'must not be empty' });
}

/** The same for the name of a unit or a case, which must fit a line. */
export function asTitle(text: string): string {
  const long = lengthProblem(text, LONGEST.title);
  return long ? misuse(long) : asName(cleanedLine(text));
}

export function asYear(text: string): string {
  if (!/^\d{4}$/.test(text))
    misuse({ zh: `「${text}」不是年份，例如 2023`, en: `"${text}" is not a year; write it like 2023` });
  return text;
}
