import { plainUndo } from '../register/plain-checks.ts';
import type { ImportUndo } from '../register/undo.ts';
import { villageRuleRecord } from './village-rule-record.ts';

export const villageRuleUndo: ImportUndo = plainUndo(villageRuleRecord);
