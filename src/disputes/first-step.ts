import type { RegisteringPlace } from '../cases/area.ts';
import type { Step } from '../cases/case.ts';
import { makeOffer, tierLimit } from '../cases/passing.ts';
import { TIER } from '../units/level.ts';
import { onTier, type UnitTerm, type UnitTree } from '../units/tree.ts';
import { GRADE_TIER, type Grade } from './dispute.ts';
import { rightUnit } from './right-unit.ts';

/** What registering a dispute makes of it: the unit's own limit starts, and the right unit is offered it, where that is another. */
export function firstStep(unit: UnitTerm, to: UnitTerm | undefined, tree: UnitTree): Step<'registered'> {
  const offer = to && makeOffer('register', to.unit_id);
  return {
    ...offer,
    status: 'registered',
    starts: [...tierLimit(unit.unit_id, tree), ...(offer?.starts ?? [])],
  };
}

/**
 * The same for a registration that is corrected: from above, the unit that was named before still handles the dispute where
 * it lies below the corrected one, and no other is named.
 */
export function firstStepAgain(
  { grade }: { readonly grade?: Grade },
  { unit, tree, to, offeredBefore }: RegisteringPlace,
): Step<'registered'> {
  if (!grade) throw new Error('a dispute was registered without a grade');
  const before = offeredBefore === undefined ? undefined : tree.units.get(offeredBefore);
  const isKept = before && TIER[unit.level] < GRADE_TIER[grade] && onTier(tree, before, TIER[unit.level]) === unit;
  return firstStep(unit, rightUnit(tree, unit, grade, to ?? (isKept ? before : undefined)), tree);
}
