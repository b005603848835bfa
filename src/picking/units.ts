import { everyUnit, isOpen, type UnitTerm } from '../units/tree.ts';
import { type Candidate, mineFirst, type Scene, unitName } from './candidate.ts';

/** Units by name, those that are open, each with the one above it: villages of several townships have the same name. */
export function units(scene: Scene): readonly Candidate[] {
  const { tree, only } = scene;
  const open = everyUnit(tree).filter(unit => (only ? only.includes(unit.code) : isOpen(tree, unit)));
  return mineFirst(open, scene, ({ unit_id }) => unit_id).map(unit => candidate(scene, unit));
}

function candidate(scene: Scene, { code, name, parent_id }: UnitTerm): Candidate {
  return { value: code, title: name, people: [], about: parent_id === null ? [] : [unitName(scene, parent_id)] };
}
