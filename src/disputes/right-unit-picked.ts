import type { MeaningPlace, Narrowing } from '../cli/param.ts';
import { loadTree } from '../units/store.ts';
import { isUnit, unitNamed } from '../units/tree.ts';
import { GRADES, type Grade } from './dispute.ts';
import { rightUnitsBelow } from './right-unit.ts';
import { loadDispute } from './store.ts';

type Given = Parameters<Narrowing>[1];

/** The units that may be named as handling a dispute below the one that registers it, once its grade is known. */
export function toRightUnit(registering: (given: Given, at: MeaningPlace) => unknown): Narrowing {
  return (at, given) => {
    const tree = loadTree(at.db, at.day);
    const [unit, { grade }] = [String(registering(given, at) ?? ''), given];
    if (!isUnit(tree, unit) || !isGrade(grade)) return {};
    return { within: rightUnitsBelow(tree, unitNamed(tree, unit), grade).map(({ code }) => code) };
  };
}

/** The same where a registration is corrected: the grade stays the one that the dispute has. */
export const toCorrectedUnit: Narrowing = (at, given) => {
  const { grade, holder } = loadDispute(at.db, String(given.number));
  const code = loadTree(at.db, at.day).units.get(holder)?.code;
  return toRightUnit(({ unit }) => unit ?? code)(at, { ...given, grade });
};

const isGrade = (value: unknown): value is Grade => typeof value === 'string' && value in GRADES;
