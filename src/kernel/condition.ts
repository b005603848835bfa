import { isIn, type Period } from './period.ts';

/**
 * What is asked of a record in a period, as data, so that it is written once and read twice: judged of a record here, and
 * said as SQL where a database counts the records of many counties. A missing day (null or empty) is in no period.
 */
export type Condition<C extends string> =
  /** Its day is in the period, before its first day, after its last. */
  | { readonly within: C }
  | { readonly before: C }
  | { readonly after: C }
  /** It has a day that is over on the period's last day. */
  | { readonly passed: C }
  /** It has a value. */
  | { readonly given: C }
  /** It is marked so. */
  | { readonly marked: C }
  /** Its value is one of some. */
  | { readonly is: readonly [column: C, ...values: string[]] }
  /** Of two days, the first is not after the second. */
  | { readonly inTime: readonly [day: C, due: C] }
  | { readonly all: readonly Condition<C>[] }
  | { readonly any: readonly Condition<C>[] }
  | { readonly not: Condition<C> };

/** What conditions on some columns can be judged of. */
export type Judged<C extends string> = Readonly<Record<C, string | number | boolean | null>>;

/** Whether a record meets a condition in a period. */
export type Judge<C extends string> = (record: Judged<C>, period: Period) => boolean;

/** A condition as a function, made once for many records. */
export function judgeOf<C extends string>(condition: Condition<C>): Judge<C> {
  if ('all' in condition) return every(condition.all.map(judgeOf));
  if ('any' in condition) return some(condition.any.map(judgeOf));
  if ('not' in condition) {
    const denied = judgeOf(condition.not);
    return (record, period) => !denied(record, period);
  }
  return judgeOfColumn(condition);
}

function judgeOfColumn<C extends string>(
  condition: Exclude<Condition<C>, { all: unknown } | { any: unknown } | { not: unknown }>,
): Judge<C> {
  const dayOf = (record: Judged<C>, column: C) => (record[column] || null) as string | null;
  if ('within' in condition) return (record, period) => isIn(period, dayOf(record, condition.within));
  if ('before' in condition) return (record, { from }) => (dayOf(record, condition.before) ?? from) < from;
  if ('after' in condition) return (record, { to }) => (dayOf(record, condition.after) ?? to) > to;
  if ('passed' in condition) return (record, { to }) => (dayOf(record, condition.passed) ?? to) < to;
  if ('given' in condition) return record => record[condition.given] !== null && record[condition.given] !== '';
  if ('marked' in condition) return record => Boolean(record[condition.marked]);
  if ('is' in condition) {
    const [column, ...values] = condition.is;
    return record => values.includes(record[column] as string);
  }
  const [day, due] = condition.inTime;
  return record => {
    const [on, until] = [dayOf(record, day), dayOf(record, due)];
    return on !== null && until !== null && on <= until;
  };
}

function every<C extends string>(judges: readonly Judge<C>[]): Judge<C> {
  return (record, period) => {
    for (const judge of judges) if (!judge(record, period)) return false;
    return true;
  };
}

function some<C extends string>(judges: readonly Judge<C>[]): Judge<C> {
  return (record, period) => {
    for (const judge of judges) if (judge(record, period)) return true;
    return false;
  };
}
