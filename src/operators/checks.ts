import { type Check, queryCheck } from '../register/check.ts';

export const operatorChecks: readonly Check[] = [
  queryCheck(
    'operator-administrator',
    { zh: '有操作员的台账有旗级管理员', en: 'a ledger with operators has an administrator' },
    `select name from operator where retired_on is null
     and not exists (select 1 from operator where role = 'admin' and retired_on is null)`,
  ),
];
