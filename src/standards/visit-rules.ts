import { addDays, type Day } from '../kernel/day.ts';
import type { Period } from '../kernel/period.ts';
import { type Duty, dueBy, dutiesIn, lastDayFor, type Part } from './duty-rules.ts';

/** The visit that a household is to have next. */
export interface NextVisit {
  readonly duty: Duty;
  /** How many visits of the duty were made. */
  readonly made: number;
  /** From when on it is due, and the last day for it; a visit that is late is still due until its period is over. */
  readonly since: Day;
  readonly by: Day;
}

/** How many home visits a household had in a period; counting may stop at as many as are enough. */
export type VisitsIn = (period: Period, enough: number) => number;

const DAYS_AHEAD = 400;

/** The duties of a household from a day on, for more than a year ahead. */
export function dutiesFrom(parts: readonly Part[], day: Day): readonly Duty[] {
  return dutiesIn(parts, { from: day, to: addDays(day, DAYS_AHEAD) }).sort(byBeginning);
}

/** What is asked of a household next, on a day: the first visit that is still missing in the present period, or in a later one. */
export function nextVisit(duties: readonly Duty[], visitsIn: VisitsIn, day: Day): NextVisit | undefined {
  for (const duty of duties) {
    const made = duty.from <= day ? visitsIn({ from: duty.from, to: duty.to < day ? duty.to : day }, duty.asked) : 0;
    if (made >= duty.asked) continue;
    const since = made === 0 ? duty.from : addDays(lastDayFor(duty, made), 1);
    return { duty, made, since, by: lastDayFor(duty, made + 1) };
  }
  return undefined;
}

const byBeginning = (a: Duty, b: Duty) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0);

/** Whether a visit is due on a day, or late. */
export function isDue(next: NextVisit, day: Day): boolean {
  return next.since <= day;
}

/** What should have been done by a day for one duty. */
export interface Target {
  readonly duty: Duty;
  readonly due: number;
}

/** The duties by which a household is judged in a period: those of which a visit fell due in it, up to the present day. */
export function targetsIn(parts: readonly Part[], period: Period, today: Day): Target[] {
  const end = period.to < today ? period.to : today;
  return dutiesIn(parts, { from: period.from, to: end }).flatMap(duty => {
    const due = dueBy(duty, end);
    return due > 0 && lastDayFor(duty, due) >= period.from ? [{ duty, due }] : [];
  });
}

/** The days of which the visits count for a target. */
function countedDays({ duty }: Target, end: Day): Period {
  return { from: duty.from, to: duty.to < end ? duty.to : end };
}

/** A household’s figures against its standard: a visit too many in one month does not make up for the next. */
export interface Result {
  readonly due: number;
  readonly made: number;
}

export function resultOf(targets: readonly Target[], visitsIn: VisitsIn, end: Day): Result {
  let [due, made] = [0, 0];
  for (const target of targets) {
    due += target.due;
    made += Math.min(target.due, visitsIn(countedDays(target, end), target.due));
  }
  return { due, made };
}
