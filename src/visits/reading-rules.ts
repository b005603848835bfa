import { type Problem, problem } from '../intake/sheet.ts';
import type { Day } from '../kernel/day.ts';

/** A diary is read that is there, and no earlier than the visit was made (民情日记阅示). */
export function readingProblems(
  { visit, entry, read_on }: { readonly visit: string; readonly entry: number; readonly read_on: Day },
  visitedOn: Day,
  entries: readonly number[],
): Problem[] {
  const absent = {
    zh: `走访 ${visit} 没有第 ${entry} 篇日记（有第 ${entries.join('、')} 篇）`,
    en: `is not a diary of visit ${visit}, which has ${entries.join(', ')}`,
  };
  const none = { zh: `走访 ${visit} 没有写日记`, en: `cannot be read: visit ${visit} has no diary` };
  return [
    ...(entries.includes(entry) ? [] : [problem('entry', entry, entries.length > 0 ? absent : none)]),
    ...(read_on < visitedOn
      ? [problem('read_on', read_on, { zh: `早于走访日期 ${visitedOn}`, en: `is before the visit of ${visitedOn}` })]
      : []),
  ];
}
