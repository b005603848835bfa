import { plainUndo } from '../register/plain-checks.ts';
import type { ImportUndo } from '../register/undo.ts';
import { needRecord } from './need-record.ts';

export const needUndo: ImportUndo = plainUndo(needRecord);
