import { plainUndo } from '../register/plain-checks.ts';
import type { ImportUndo } from '../register/undo.ts';
import { outreachRecord } from './outreach.ts';

export const outreachUndo: ImportUndo = plainUndo(outreachRecord);
