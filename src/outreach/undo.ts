import { simpleUndo } from '../register/simple-checks.ts';
import type { ImportUndo } from '../register/undo.ts';
import { outreachRecord } from './outreach.ts';

export const outreachUndo: ImportUndo = simpleUndo(outreachRecord);
