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
  const { from_on, to_on } = within({ from_on: row.from_on ?? '', to_on: row.to_on ?? '' }, outer);
  return { ...row, ...(row.from_on === undefined ? {} : { from_on }), ...(row.to_on === undefined ? {} : { to_on }) };
}

/** An unbounded span lasts as long as what it depends on. */
export function within<S extends { readonly from_on: Day; readonly to_on: Day }>(span: S, outer: Span): S {
  return {
    ...span,
    from_on: span.from_on === BEGINNING ? outer.from_on : span.from_on,
    to_on: span.to_on === OPEN_END ? outer.to_on : span.to_on,
  };
}
