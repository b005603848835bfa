import type { Step } from '../cases/case.ts';
import type { UnitTerm } from '../units/tree.ts';
import type { PetitionAct } from './acts.ts';
import { isOrgan } from './organ.ts';

/**
 * What lodging a petition makes of it: an organ has 15 days for its notice (信访工作条例 Art. 23); a village decides whether to
 * carry the petition.
 */
export function firstStep(unit: UnitTerm): Step<'lodged'> {
  const code = isOrgan(unit) ? 'XF_NOTICE_15' : 'CARRY_ACCEPT_15';
  return { status: 'lodged', starts: [{ code, unit: unit.unit_id }] };
}

/** A village or a community that accepts a petition carries it; an organ handles it. */
export function acceptanceBy(unit: UnitTerm): { readonly carries?: true } {
  return isOrgan(unit) ? {} : { carries: true };
}

/** An act as another unit would have made it: its acceptance carries or handles the petition. */
export function actAt(act: PetitionAct, unit: UnitTerm): PetitionAct {
  if (act.move !== 'accept') return act;
  const { carries: _, ...said } = act;
  return { ...said, ...acceptanceBy(unit) };
}
