import type { Day } from '../../kernel/day.ts';
import { type Text, wordList } from '../../kernel/text.ts';

/** What a supervisor may want to look into. */
export const KINDS = wordList({
  same_diary: { zh: '日记雷同', en: 'same diary' },
  shared_diary: { zh: '多组日记雷同', en: 'same diary by several pairs' },
  busy_day: { zh: '一日走访过多', en: 'many visits on one day' },
  same_minute: { zh: '登记同时化解', en: 'settled as it was entered' },
  all_settled: { zh: '全部化解', en: 'all settled' },
  same_household: { zh: '像是同一户', en: 'perhaps one household' },
});

/** Something worth a look, with the records behind it: no proof of anything, and nothing follows from it by itself. */
export interface Finding {
  readonly kind: keyof typeof KINDS;
  readonly unit: number;
  readonly who: Text | string;
  readonly what: Text | string;
  readonly count: number;
  records(): readonly Evidence[];
}

/** A visit by its number, a dispute by its number, a household by its code. */
export interface Evidence {
  readonly record: string;
  readonly on_day: Day;
}
