import type { Apart } from '../cases/offer.ts';
import { TIER } from '../units/level.ts';
import { onTier, type UnitTree } from '../units/tree.ts';
import type { Petition } from './petition.ts';

/** The units above the organ that handled a petition, the nearest first. Above a department is the government of its tier. */
function unitsAbove({ handler, holder, tasks }: Petition, tree: UnitTree): number[] {
  const { units } = tree;
  const tier = handler === undefined ? tasks.findLast(task => task.acceptedOn !== null)?.tier : undefined;
  const start = units.get(handler ?? holder);
  const above: number[] = [];
  let next = start && tier ? onTier(tree, start, TIER[tier]) : units.get(start?.parent_id ?? -1);
  for (; next; next = units.get(next.parent_id ?? -1)) above.push(next.unit_id);
  return above;
}

/** The organ that a review is about: the unit that handled the petition; none where a department did. */
export function underReview({ handler, holder, tasks }: Petition): number | undefined {
  return handler ?? (tasks.some(({ acceptedOn }) => acceptedOn !== null) ? undefined : holder);
}

/**
 * Who decides: the organ one level above the handling one reviews, the one above that re-examines (信访工作条例 Art. 35, 36).
 * Who re-examines holds the hearing. What lies above the banner is no unit of the ledger: the highest unit below it enters
 * what it decides.
 */
export function reviewerOf(petition: Petition, move: string, tree: UnitTree): Apart | undefined {
  if (move !== 'review' && move !== 're-examine' && move !== 'hear') return undefined;
  const above = unitsAbove(petition, tree);
  const decides = above[move === 'review' ? 0 : 1];
  return decides === undefined
    ? { unit: above.at(-1) ?? petition.handler ?? petition.holder, isOutside: true }
    : { unit: decides, isOutside: false };
}
