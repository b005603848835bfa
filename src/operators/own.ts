import type { Text } from '../kernel/text.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { UnitTree } from '../units/tree.ts';
import { identified } from './identity-rules.ts';
import { ROLES } from './rules.ts';
import { allOperators } from './store.ts';

/** For whom a ledger with operators takes somebody, before he has proven it; nothing in a ledger without. */
export function operatorText(db: Db, tree: UnitTree, claim: Parameters<typeof identified>[1]): readonly Text[] {
  const operators = allOperators(db);
  if (operators.every(({ retired_on }) => retired_on !== null)) return [];
  const found = identified(operators, claim);
  if ('problem' in found) return [found.problem];
  const { operator, isProven } = found;
  const [role, unit] = [ROLES[operator.role], tree.units.get(operator.unit_id)?.name];
  return [
    {
      zh: `本台账的操作员：${operator.name}，${role.zh}，${unit}${isProven ? '' : '（凭口令）'}`,
      en: `Operator of this ledger: ${operator.name}, ${role.en}, ${unit}${isProven ? '' : ' (with a passphrase)'}`,
    },
  ];
}
