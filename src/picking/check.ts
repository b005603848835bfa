import type { Picked, PickingPlace } from '../cli/picking.ts';
import { loadDispute } from '../disputes/store.ts';
import { OPEN_END } from '../kernel/day.ts';
import { loadPetition } from '../petitions/store.ts';
import { loadTree } from '../units/store.ts';
import { unitNamed } from '../units/tree.ts';

/** Refuses the name of a unit or the number of a case that means none, or several; other words are looked up by their meaning. */
export function check({ db }: PickingPlace, picked: Picked, text: string): void {
  if (picked === 'dispute') loadDispute(db, text);
  if (picked === 'petition') loadPetition(db, text);
  // On which day it must be open is for the command to say.
  if (picked === 'unit') unitNamed(loadTree(db, OPEN_END), text);
}
