import type { Grade } from '../disputes/dispute.ts';
import { COMMUNITY_QUARRELS } from './community-quarrels.ts';
import { HARD_QUARRELS } from './hard-quarrels.ts';
import type { Quarrel } from './quarrel.ts';
import type { Random } from './random.ts';
import { VILLAGE_QUARRELS } from './village-quarrels.ts';

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
