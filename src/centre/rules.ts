import { type Problem, problem } from '../intake/sheet.ts';
import { ALWAYS, type Day, overlaps, type Span } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';

interface Stationed {
  readonly window_code: string;
  readonly department_code: string;
  readonly from_on?: Day | undefined;
  readonly to_on?: Day | undefined;
}

const spanOf = ({ from_on, to_on }: Stationed): Span => ({
  from_on: from_on ?? ALWAYS.from_on,
  to_on: to_on ?? ALWAYS.to_on,
});

const TWICE: Text = {
  zh: '同一部门在同一窗口重复进驻',
  en: 'the department is stationed at that window already',
};

/** A department is stationed at a window once at a time (S-08); it may serve at several windows at once. */
export function stationedTwice<R extends Stationed & { readonly code: string }>(
  row: R,
  others: readonly R[],
): Problem[] {
  const twin = others.find(
    one =>
      one.window_code === row.window_code &&
      one.department_code === row.department_code &&
      overlaps(spanOf(one), spanOf(row)),
  );
  if (!twin) return [];
  const reason = {
    zh: `在这段时间已经进驻窗口 ${row.window_code}（${twin.code}）`,
    en: `is at window ${row.window_code} already in that time (${twin.code})`,
  };
  return [{ ...problem('department_code', row.department_code, reason), summary: TWICE }];
}
