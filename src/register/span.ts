import { type Problem, problem } from '../intake/sheet.ts';
import { BEGINNING, type Day, OPEN_END, type Span } from '../kernel/day.ts';

/** A span that ends after it begins. */
export function spanProblems(span: Span): Problem[] {
  return span.from_on < span.to_on
    ? []
    : [problem('to_on', span.to_on, { zh: '不晚于起始日期', en: 'is not after the first day' })];
}

/** The same for a row whose bounds may be left out: what a file leaves out is not filled in. */
export function bounded<R extends { readonly from_on?: Day | undefined; readonly to_on?: Day | undefined }>(
  row: R,
  outer: Span,
): R {
  const { from_on = '', to_on = '' } = row;
  const inside = within({ from_on, to_on }, outer);
  if (inside.from_on === from_on && inside.to_on === to_on) return row;
  const begins = row.from_on === undefined ? {} : { from_on: inside.from_on };
  return { ...row, ...begins, ...(row.to_on === undefined ? {} : { to_on: inside.to_on }) };
}

/** An unbounded span lasts as long as what it depends on. Most depend on what is unbounded, too, and stay the object that they are. */
export function within<S extends { readonly from_on: Day; readonly to_on: Day }>(span: S, outer: Span): S {
  const from_on = span.from_on === BEGINNING ? outer.from_on : span.from_on;
  const to_on = span.to_on === OPEN_END ? outer.to_on : span.to_on;
  return from_on === span.from_on && to_on === span.to_on ? span : { ...span, from_on, to_on };
}
