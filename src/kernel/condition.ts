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
  if ('all' in condition) return condition.all.map(judgeOf).reduce(both);
  if ('any' in condition) return condition.any.map(judgeOf).reduce(either);
  if ('not' in condition) {
    const denied = judgeOf(condition.not);
    return (record, period) => !denied(record, period);
  }
  return judgeOfColumn(condition);
}

type OfColumn<C extends string> = Exclude<Condition<C>, { all: unknown } | { any: unknown } | { not: unknown }>;

function judgeOfColumn<C extends string>(condition: OfColumn<C>): Judge<C> {
  if ('within' in condition) {
    const column = condition.within;
    return (record, period) => isIn(period, dayIn(record, column));
  }
  if ('before' in condition) {
    const column = condition.before;
    return (record, { from }) => (dayIn(record, column) ?? from) < from;
  }
  if ('after' in condition) {
    const column = condition.after;
    return (record, { to }) => (dayIn(record, column) ?? to) > to;
  }
  if ('passed' in condition) {
    const column = condition.passed;
    return (record, { to }) => (dayIn(record, column) ?? to) < to;
  }
  return judgeOfValue(condition);
}

function judgeOfValue<C extends string>(
  condition: Exclude<OfColumn<C>, { within: C } | { before: C } | { after: C } | { passed: C }>,
): Judge<C> {
  if ('given' in condition) {
    const column = condition.given;
    return record => record[column] !== null && record[column] !== '';
  }
  if ('marked' in condition) {
    const column = condition.marked;
    return record => Boolean(record[column]);
  }
  if ('is' in condition) {
    const [column, ...values] = condition.is;
    const [only] = values;
    return values.length === 1 ? record => record[column] === only : record => values.includes(String(record[column]));
  }
  const [day, due] = condition.inTime;
  return record => {
    const [on, until] = [dayIn(record, day), dayIn(record, due)];
    return on !== null && until !== null && on <= until;
  };
}

/** A day of a record; null where it is missing. */
function dayIn<C extends string>(record: Judged<C>, column: C): string | null {
  const day = record[column];
  return day === '' ? null : (day as string | null);
}

function both<C extends string>(first: Judge<C>, second: Judge<C>): Judge<C> {
  return (record, period) => first(record, period) && second(record, period);
}

function either<C extends string>(first: Judge<C>, second: Judge<C>): Judge<C> {
  return (record, period) => first(record, period) || second(record, period);
}
