import {
  demanded,
  isSaid,
  type MeaningPlace,
  type Narrowing,
  narrowing,
  option,
  type Param,
  picks,
} from '../cli/param.ts';
import { keysOf } from '../kernel/keys.ts';
import { loadTree } from '../units/store.ts';
import { isUnit, unitNamed } from '../units/tree.ts';
import { GRADES } from './dispute.ts';
import { rightUnitsBelow } from './right-unit.ts';
import { loadDispute } from './store.ts';

type Given = Parameters<Narrowing>[1];

type Registering = (given: Given, at: MeaningPlace) => unknown;

/** The option for the unit that handles a dispute below the one that registers it: a form asks for it where its grade is too low. */
export function toBelow(registering: Registering): Param<string, false> {
  const narrowed = toRightUnit(registering);
  const to = option('--to <unit>', {
    zh: '接收的下级机构（由下级处理时写）',
    en: 'the unit below that is to handle it',
  });
  return demanded((at, given) => isSaid(narrowed(at, given).within), narrowing(narrowed, picks('unit', to)));
}

/** The units that may be named as handling a dispute below the one that registers it, once its grade is known. */
function toRightUnit(registering: Registering): Narrowing {
  return (at, given) => {
    const tree = loadTree(at.db, at.day);
    const unit = String(registering(given, at) ?? '');
    const grade = keysOf(GRADES).find(value => value === given.grade || GRADES[value].zh === given.grade);
    if (!isUnit(tree, unit) || grade === undefined) return {};
    return { within: rightUnitsBelow(tree, unitNamed(tree, unit), grade).map(({ code }) => code) };
  };
}

/** The same where a registration is corrected: the grade stays the one that the dispute has. */
export const toCorrectedUnit: Narrowing = (at, given) => {
  const { grade, holder } = loadDispute(at.db, String(given.number));
  const code = loadTree(at.db, at.day).units.get(holder)?.code;
  return toRightUnit(({ unit }) => unit ?? code)(at, { ...given, grade });
};
