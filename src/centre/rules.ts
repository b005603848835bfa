import { type Problem, problem } from '../intake/sheet.ts';
import { type Day, overlaps, type Span } from '../kernel/day.ts';
import type { Refusal } from '../kernel/failure.ts';
import { counted, type Text } from '../kernel/text.ts';

interface Stationed extends Span {
  readonly code: string;
  readonly window_code: string;
  readonly department_code: string;
}

const TWICE: Text = {
  zh: '同一部门在同一窗口重复进驻',
  en: 'the department is already stationed at that window',
};

/** A department is stationed at a window once at a time (S-08); it may serve at several windows at once. */
export function stationedTwice(row: Stationed, others: readonly Stationed[]): Problem[] {
  const { window_code, department_code } = row;
  const twin = others
    .filter(other => other.window_code === window_code && other.department_code === department_code)
    .find(other => overlaps(other, row));
  if (!twin) return [];
  const reason = {
    zh: `在这段时间已进驻窗口 ${row.window_code}（${twin.code}）`,
    en: `is already at window ${row.window_code} during that time (${twin.code})`,
  };
  return [{ ...problem('department_code', row.department_code, reason), summary: TWICE }];
}

/** A leading group meets without a hall, so that it has no windows (S-21). */
export function hallProblems(site: string, kind: string | undefined): Problem[] {
  if (kind !== 'leading_group') return [];
  return [problem('site_code', site, { zh: '是领导小组，不设窗口', en: 'is a leading group, which has no windows' })];
}

/** A window is closed after its stationings, and later than its last service and what it received (S-07). */
export function openWindowProblem(
  stationings: readonly Pick<Span, 'to_on'>[],
  services: readonly { readonly served_on: Day }[],
  received: number,
  on: Day,
): Refusal | undefined {
  const stationed = stationings.filter(({ to_on }) => to_on > on).length;
  if (stationed > 0)
    return {
      zh: `这个窗口在 ${on} 以后还有 ${stationed} 个部门进驻`,
      en: `The window has ${counted(stationed, 'stationing')} after ${on}`,
      hint: { zh: '先停用进驻：tiaochu stationing close', en: 'Close them first: tiaochu stationing close' },
    };
  const served = services.filter(({ served_on }) => served_on >= on).length;
  const hint = { zh: '请改用更晚的日期', en: 'Name a later day with --on' };
  if (served > 0)
    return {
      zh: `这个窗口在 ${on} 及以后还有 ${served} 条服务记录`,
      en: `The window has ${counted(served, 'service')} on or after ${on}`,
      hint,
    };
  if (received === 0) return undefined;
  return {
    zh: `这个窗口在 ${on} 及以后还受理、调解过 ${received} 件次`,
    en: `The window received or mediated ${counted(received, 'case')} on or after ${on}`,
    hint,
  };
}
