import { simpleUndo } from '../register/simple-checks.ts';
import type { ImportUndo } from '../register/undo.ts';
import { benefitRecord } from './benefit-record.ts';

export const benefitUndo: ImportUndo = simpleUndo(benefitRecord);
