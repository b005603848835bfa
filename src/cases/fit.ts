import type { MeaningPlace } from '../cli/param.ts';
import { loadTree } from '../units/store.ts';
import type { AnyCaseArea } from './area.ts';
import type { Case } from './case.ts';
import { checkPossible, moverOf } from './life.ts';

/** Refuses a case with which a move cannot be made whatever else is said: it is in the wrong status, or lacks what must come before. */
export function checkFit(area: AnyCaseArea, move: string, { db, day }: MeaningPlace, number: string): void {
  const { life } = area;
  const caseFile: Case = area.load(db, number);
  const tree = loadTree(db, day);
  const actor = tree.units.get(moverOf(life, caseFile, move, tree));
  if (actor) checkPossible(life, caseFile, { move }, { actor, tree, today: day });
}
