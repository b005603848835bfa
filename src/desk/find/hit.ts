import type { Day } from '../../kernel/day.ts';
import type { Saying } from '../../kernel/hidden-but.ts';
import type { Text } from '../../kernel/text.ts';
import type { Known } from '../../kernel/view.ts';

/** The kinds of records that are looked through, in the order in which they are shown. */
export const HIT_KINDS = {
  household: { zh: '户', en: 'household' },
  dispute: { zh: '纠纷', en: 'dispute' },
  petition: { zh: '信访', en: 'petition' },
  visit: { zh: '走访', en: 'visit' },
} as const satisfies Record<string, Text>;

export type HitKind = keyof typeof HIT_KINDS;

/** A record in which all words were found. */
export interface Hit {
  readonly kind: HitKind;
  /** The household's code, the case's number, the visit's number. */
  readonly code: string;
  readonly unit: number | undefined;
  readonly on: Day | null;
  readonly status: Text | null;
  /** Whom it is about: the head of the household, the parties of the case. */
  readonly who: readonly Saying[];
  readonly title: string;
  readonly sayings: readonly Saying[];
  /** Names and numbers that its texts hide. */
  readonly known: Known;
  readonly next: Text;
  readonly command: string;
}

/** Where to look: for which words, on which day, in which units. */
export interface Search {
  readonly words: readonly string[];
  /** By the words that are in names of units: these units and those below them. */
  readonly units: ReadonlyMap<string, readonly number[]>;
  readonly day: Day;
  readonly within: ReadonlySet<number> | undefined;
}

/** More hits of one kind help nobody: another word does. */
export const MOST_HITS = 50;
