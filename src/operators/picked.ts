import type { Narrowing } from '../cli/param.ts';
import { keysOf } from '../kernel/keys.ts';
import type { Db } from '../ledger/sqlite.ts';
import { loadTree } from '../units/store.ts';
import { everyUnit, isUnit, unitNamed } from '../units/tree.ts';
import { adminPlaceProblem, firstProblem, ROLES } from './rules.ts';
import { allOperators } from './store.ts';

/** Whether nobody is an operator yet, or any more: then everyone writes. */
export const isOpen = (db: Db): boolean => allOperators(db).every(({ retired_on }) => retired_on !== null);

/** The first operator is of the banner, being its administrator. */
export const placeOfFirst: Narrowing = ({ db, day }) => {
  if (!isOpen(db)) return {};
  const banners = everyUnit(loadTree(db, day)).filter(({ level }) => level === 'banner');
  return { within: banners.map(({ code }) => code) };
};

/** The roles that somebody of a unit can have. */
export const rolesAt: Narrowing = ({ db, day }, { unit }) => {
  const tree = loadTree(db, day);
  const known = allOperators(db);
  const place = isUnit(tree, String(unit)) ? unitNamed(tree, String(unit)) : undefined;
  const isPossible = (role: keyof typeof ROLES) =>
    !firstProblem(known, role) && !(place && adminPlaceProblem(role, place.level, place.name));
  return { within: keysOf(ROLES).filter(isPossible) };
};
