import { addDays, covers, type Day, dayOf, lengthOfMonth, type Span } from '../kernel/day.ts';
import { laterDayHint, type Refusal } from '../kernel/failure.ts';
import { counted, type Text } from '../kernel/text.ts';
import type { DeadlineCode } from './codes.ts';
import { isWorkday, type WorkCalendar, workdayFrom } from './work-calendar.ts';

type LengthUnit = 'day' | 'workday' | 'month' | 'named';

/** One version of a deadline: a change of law begins a new one and never moves a day that was set before. */
export interface DeadlineRule extends Span {
  readonly id: number;
  readonly code: DeadlineCode;
  readonly name: Text;
  readonly starts: Text;
  readonly length: number;
  /** `named` where the act that starts it names the day. */
  readonly unit: LengthUnit;
  readonly roll: 'none' | 'next_workday';
  /** How far it can be extended, 0 for not at all, and who must consent. */
  readonly extension: { readonly length: number; readonly unit: 'day' | 'month'; readonly by: Text };
  readonly citation: Text;
  /** Whether a law sets it; else it is the office's own practice. */
  readonly isLaw: boolean;
}

/** The version of a deadline that is in force on a day; none before its first. Throws where the deadline has no rule. */
export function ruleOn(rules: readonly DeadlineRule[], code: DeadlineCode, day: Day): DeadlineRule | undefined {
  const versions = rules.filter(rule => rule.code === code);
  if (versions.length === 0) throw new Error(`the ledger has no rule for the deadline ${code}`);
  return versions.find(rule => covers(rule, day));
}

/** A day on which something is due, or the reason why none can be promised. */
export type DueDay = { readonly due: Day; readonly raw: Day } | { readonly unknownYear: string };

/**
 * The last day of a deadline that starts on a day. The first day is not counted (民法典 Art. 201); a month runs to the
 * corresponding day or the month's last (Art. 202); where the rule says so, a last day that is free rolls to the next
 * worked one (Art. 203). Working days need the calendar of every year they touch.
 */
export function dueDay(
  rule: Pick<DeadlineRule, 'length' | 'unit' | 'roll'>,
  start: Day,
  calendar: WorkCalendar,
): DueDay {
  const raw = lengthLater(start, rule.length, rule.unit, calendar);
  if (typeof raw !== 'string') return raw;
  if (rule.roll === 'none') return { due: raw, raw };
  // Without that year's calendar the earlier day is given, which is the safe one.
  return { due: workdayFrom(calendar, raw) ?? raw, raw };
}

/** The day a length after another, in natural days, working days or calendar months. */
function lengthLater(
  start: Day,
  length: number,
  unit: LengthUnit,
  calendar: WorkCalendar,
): Day | { unknownYear: string } {
  if (unit === 'month') return monthsLater(start, length);
  if (unit !== 'workday') return addDays(start, length);
  let day = start;
  for (let left = length; left > 0; ) {
    day = addDays(day, 1);
    const worked = isWorkday(calendar, day);
    if (worked === undefined) return { unknownYear: day.slice(0, 4) };
    if (worked) left--;
  }
  return day;
}

/** The corresponding day so many months later, or the last day of a shorter month (民法典 Art. 202). */
export function monthsLater(start: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = start.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return dayOf(toYear, toMonth, Math.min(date, lengthOfMonth(toYear, toMonth))) ?? start;
}

/** The day to which a deadline is extended, or undefined where its rule has no extension. */
export function extendedDay(rule: DeadlineRule, due: Day, days?: number): Day | undefined {
  const { length, unit } = rule.extension;
  if (length === 0) return undefined;
  return unit === 'month' ? monthsLater(due, length) : addDays(due, Math.min(days ?? length, length));
}

/** A length in words: 60 days, 5 working days, one month. */
export function lengthText({ length, unit }: Pick<DeadlineRule, 'length' | 'unit'>): Text {
  switch (unit) {
    case 'named':
      return { zh: '由该行为写明', en: 'as the act names it' };
    case 'month':
      return { zh: `${length} 个月`, en: counted(length, 'calendar month') };
    case 'workday':
      return { zh: `${length} 个工作日`, en: counted(length, 'working day') };
    case 'day':
      return { zh: `${length} 日`, en: counted(length, 'day') };
  }
}

/** A deadline whose day is named by an act has no length to change. */
export function namedDayProblem({ code, unit }: DeadlineRule): Refusal | undefined {
  if (unit !== 'named') return undefined;
  return {
    zh: `${code} 的日期由当事行为写明，没有可以修改的时长`,
    en: `${code} has no length: the act names the day`,
    hint: {
      zh: '办理时用 --due（交办）或 --perform-by（化解）写明',
      en: 'Name it in the act: --due (hand-down), --perform-by (settle)',
    },
  };
}

/** A new length is at least 1 and differs from the current one. */
export function lengthProblem({ code, length: current }: DeadlineRule, length: number): Text | undefined {
  if (length < 1) return { zh: '时长至少是 1', en: 'the length must be at least 1' };
  return length === current ? { zh: `${code} 的时长已是 ${length}`, en: `${code} is already ${length}` } : undefined;
}

/** A deadline changes only from a day on which it is in force: the refusal of a day before its first version. */
export function notInForce({ code, from_on }: DeadlineRule, on: Day): Refusal {
  return {
    zh: `${code} 自 ${from_on} 起施行，${on} 尚未施行`,
    en: `${code} is not in force on ${on}: it begins on ${from_on}`,
    hint: laterDayHint(from_on),
  };
}

/** A version is succeeded only where it is the last; one that has set days is not rewritten from its first day on. */
export function successionProblem(
  current: DeadlineRule,
  versions: readonly DeadlineRule[],
  on: Day,
  hasSetDays: boolean,
): Refusal | undefined {
  const { code, from_on, to_on } = current;
  if (versions.some(version => version.from_on > on))
    return {
      zh: `${code} 自 ${to_on} 起已另有规定`,
      en: `${code} already has a later version, from ${to_on} on`,
      hint: laterDayHint(to_on),
    };
  if (on > from_on || !hasSetDays) return undefined;
  return {
    zh: `${code} 自 ${on} 的规定已用来计算期限，不能改写`,
    en: `The version of ${code} that begins on ${on} has set due dates and cannot be rewritten`,
    hint: { zh: '请用 --on 写以后的日期', en: 'Name a later day with --on' },
  };
}
