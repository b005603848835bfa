import type { Grade } from '../disputes/dispute.ts';
import { COMMUNITY_QUARRELS } from './community-quarrels.ts';
import { HARD_QUARRELS } from './hard-quarrels.ts';
import type { Random } from './random.ts';
import { VILLAGE_QUARRELS } from './village-quarrels.ts';

/** A matter that people fall out about. Titles, facts and places name nobody: only parties are hidden when shown. */
export interface Quarrel {
  readonly category: string;
  /** How often it comes up, beside the others. */
  readonly share: number;
  readonly title: string;
  readonly facts: readonly string[];
  readonly places: readonly string[];
  readonly people: readonly [fewest: number, most: number];
  /** In yuan, where money is at issue. */
  readonly amount?: readonly [least: number, most: number];
  /** Whom it is against, where that is neither a neighbour nor one of the family. */
  readonly against?: string;
  /** Whether the other side is one of the family. */
  readonly kin?: boolean;
  readonly applicants?: number;
  /** Months (1 to 12) in which it comes up; always, where absent. */
  readonly months?: readonly number[];
}

/** One of the quarrels of a grade that come up in a month, in a village or a community. */
export function quarrelFor(random: Random, grade: Grade, community: boolean, month: number): Quarrel {
  const hard = HARD_QUARRELS[grade];
  const all = hard ? [...hard.anywhere, ...(community ? hard.town : hard.country)] : simple(community);
  const possible = all.filter(quarrel => quarrel.months?.includes(month) ?? true);
  let left = random() * possible.reduce((sum, { share }) => sum + share, 0);
  for (const quarrel of possible) {
    left -= quarrel.share;
    if (left < 0) return quarrel;
  }
  return possible[0] as Quarrel;
}

function simple(community: boolean): readonly Quarrel[] {
  return community ? COMMUNITY_QUARRELS : VILLAGE_QUARRELS;
}
