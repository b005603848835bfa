import { actorOf } from '../cases/offer.ts';
import { Failure } from '../kernel/failure.ts';
import type { UnitTree } from '../units/tree.ts';
import { CONDITIONS, STANDING } from './conditions.ts';
import type { Dispute, DisputeAct } from './dispute.ts';
import { type Move, movesFrom } from './transitions.ts';

/** A move that can be made now, and the unit that can make it. */
export interface NextStep {
  readonly move: Move;
  readonly unit: number;
}

/** What can be done with a dispute next and by whom, as far as where it stands decides. */
export function nextSteps(dispute: Dispute, tree: UnitTree): NextStep[] {
  return movesFrom(dispute.status)
    .map(move => ({ move, unit: actorOf(dispute, move) }))
    .filter(({ move, unit }) => isPossible(dispute, move, unit, tree));
}

function isPossible(dispute: Dispute, move: Move, unit: number, tree: UnitTree): boolean {
  const actor = tree.units.get(unit);
  if (!actor) return false;
  const act: DisputeAct = { move, on: tree.day, today: tree.day, actor, tree, reason: '', details: {} };
  try {
    for (const condition of CONDITIONS[move] ?? []) if (STANDING.has(condition)) condition(dispute, act);
    return true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}
