import { simpleUndo } from '../register/simple-checks.ts';
import type { ImportUndo } from '../register/undo.ts';
import { villageRuleRecord } from './village-rule-record.ts';

export const villageRuleUndo: ImportUndo = simpleUndo(villageRuleRecord);
