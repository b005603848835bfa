import { isStale } from '../../deadlines/confirmation-rules.ts';
import type { Confirmation } from '../../deadlines/confirmation-store.ts';
import type { DeadlineRule } from '../../deadlines/rules.ts';
import { covers, type Day } from '../../kernel/day.ts';
import type { Text } from '../../kernel/text.ts';

/** An article of law that nobody has compared with the text in force for a year: what is missing, and the command. */
export interface CitationGap {
  readonly missing: Text;
  readonly command: string;
}

/** The deadlines in force on a day whose citation was never confirmed by then, or not for more than a year. */
export function citationGaps(
  rules: readonly DeadlineRule[],
  confirmed: ReadonlyMap<number, Pick<Confirmation, 'confirmed_on'>>,
  day: Day,
): CitationGap[] {
  return rules
    .filter(rule => rule.isLaw && covers(rule, day))
    .map(rule => ({ rule, last: confirmed.get(rule.id)?.confirmed_on }))
    .filter(({ last }) => isStale(last, day))
    .map(({ rule: { code, citation }, last }) => ({
      missing: {
        zh: `${code} 的依据${citation.zh}${last === undefined ? '从未有人核对' : `自 ${last} 起未再核对`}`,
        en: `${code}: ${citation.en} ${last === undefined ? 'was never confirmed' : `was last confirmed on ${last}`}`,
      },
      command: `tiaochu deadline confirm ${code} --on …`,
    }));
}
