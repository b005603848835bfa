import { addDays, covers, type Day, dayOf, lengthOfMonth, OPEN_END, type Span } from '../kernel/day.ts';
import { laterDayHint, type Refusal } from '../kernel/failure.ts';
import { counted, type Text } from '../kernel/text.ts';
import type { DeadlineCode } from './codes.ts';
import { delayed, interrupts, type Pause, type Pauses } from './pause.ts';
import { fewestFree, mostFree, type Outlook } from './unannounced.ts';
import { isWorkday, type WorkCalendar } from './work-calendar.ts';

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
  readonly extension: {
    readonly length: number;
    readonly unit: 'day' | 'month';
    readonly by: Text;
    /** Whether a law provides for it; the second month of mediation is office practice. */
    readonly isLaw: boolean;
  };
  /** What interrupts it: then its days are not counted. */
  readonly pauses: Pauses;
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

/**
 * The day on which something is due. Where the announcement of a year is lacking, `due` is the earliest day that it can
 * be and `latest` the last; else `latest` is null. `raw` is the last day before it rolls.
 */
export interface DueDay {
  readonly due: Day;
  readonly latest: Day | null;
  readonly raw: Day;
}

/** What else a day is counted with: by how much it was extended, and when it stood still. */
interface Interruptions {
  readonly extendedBy?: number;
  readonly pauses?: readonly Pause[];
}

type Counted = Pick<DeadlineRule, 'length' | 'unit' | 'roll'> & Partial<Pick<DeadlineRule, 'extension' | 'pauses'>>;

/**
 * The last day of a deadline that starts on a day. The first day is not counted (民法典 Art. 201); a month runs to the
 * corresponding day or the month's last (Art. 202); where the rule says so, a last day that is free rolls to the next
 * worked one (Art. 203). Working days need the announcements of all days that they touch.
 */
export function dueDay(
  rule: Counted,
  start: Day,
  calendar: WorkCalendar,
  { extendedBy = 0, pauses = [] }: Interruptions = {},
): DueDay {
  if (rule.unit === 'workday') {
    const [due, latest] = inOutlooks(calendar, isWorked => workdaysLater(start, rule.length, isWorked));
    return { due, latest, raw: due };
  }
  const first = rule.unit === 'month' ? monthsLater(start, rule.length) : addDays(start, rule.length);
  const extended = extendedBy > 0 ? later(first, extendedBy, rule.extension?.unit ?? 'day') : first;
  const raw = delayed(extended, start, pausesFor(rule, pauses)).last;
  if (rule.roll === 'none') return { due: raw, latest: null, raw };
  const [due, latest] = inOutlooks(calendar, isWorked => firstWorkday(raw, isWorked));
  // Nobody loses a right by acting on the unrolled day: it is the earliest while the roll is not certain.
  return { due: latest === null ? due : raw, latest, raw };
}

/** The suspensions that interrupt a deadline. */
export function pausesFor({ pauses = '' }: { readonly pauses?: Pauses }, all: readonly Pause[]): Pause[] {
  return all.filter(pause => interrupts(pause, pauses));
}

/** A day as the calendar has it; where it lacks an announcement, the earliest and the latest that it can be. */
function inOutlooks(calendar: WorkCalendar, count: (isWorked: Outlook) => Day): [due: Day, latest: Day | null] {
  let isKnown = true;
  const known = count(day => {
    const worked = isWorkday(calendar, day);
    isKnown &&= worked !== undefined;
    return worked ?? true;
  });
  return isKnown ? [known, null] : [count(fewestFree(calendar)), count(mostFree(calendar))];
}

function workdaysLater(start: Day, length: number, isWorked: Outlook): Day {
  let day = start;
  for (let left = length; left > 0 && day < OPEN_END; ) {
    day = addDays(day, 1);
    if (isWorked(day)) left--;
  }
  return day;
}

function firstWorkday(from: Day, isWorked: Outlook): Day {
  let day = from;
  while (day < OPEN_END && !isWorked(day)) day = addDays(day, 1);
  return day;
}

const later = (day: Day, length: number, unit: 'day' | 'month'): Day =>
  unit === 'month' ? monthsLater(day, length) : addDays(day, length);

/** The corresponding day so many months later, or the last day of a shorter month (民法典 Art. 202). */
export function monthsLater(start: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = start.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return dayOf(toYear, toMonth, Math.min(date, lengthOfMonth(toYear, toMonth))) ?? start;
}

/** By how much a deadline is extended, in the unit of its extension: no more than its rule allows, 0 where it has none. */
export function extensionBy({ extension: { length, unit } }: DeadlineRule, days?: number): number {
  return unit === 'month' ? length : Math.min(days ?? length, length);
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
      zh: '交办时用 tiaochu dispute hand-down --due 写明，化解时用 tiaochu dispute settle --perform-by 写明',
      en: 'Name it in the act: tiaochu dispute hand-down --due, tiaochu dispute settle --perform-by',
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
