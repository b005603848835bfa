import { simpleUndo } from '../register/simple-checks.ts';
import type { ImportUndo } from '../register/undo.ts';
import { needRecord } from './need-record.ts';

export const needUndo: ImportUndo = simpleUndo(needRecord);
