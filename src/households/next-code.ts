import type { Offer } from '../cli/param.ts';
import { selectFrom, values } from '../ledger/query.ts';
import { CODE_LENGTH } from '../units/level.ts';
import { loadTree } from '../units/store.ts';
import { isUnit, unitNamed } from '../units/tree.ts';

/** The first number of a village's first group, and the last of any. */
const [FIRST, LAST] = ['010001', '9999'] as const;

/** The code after the highest of a village, in the group of that one: whoever enters the household changes the group. */
export const nextCode: Offer = ({ db, day }, { unit_code }) => {
  const tree = loadTree(db, day);
  const text = String(unit_code ?? '');
  const village = isUnit(tree, text) ? unitNamed(tree, text).code : '';
  if (village.length !== CODE_LENGTH.village) return undefined;
  const codes = selectFrom('household').select('code').where('code', 'like', `${village}%`);
  const [last] = values(db, codes.orderBy('code', 'desc').limit(1));
  if (last === undefined) return `${village}${FIRST}`;
  if (last.endsWith(LAST)) return undefined;
  return `${village}${String(Number(last.slice(village.length)) + 1).padStart(FIRST.length, '0')}`;
};
