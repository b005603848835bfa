import { plainUndo } from '../register/plain-checks.ts';
import type { ImportUndo } from '../register/undo.ts';
import { benefitRecord } from './benefit-record.ts';

export const benefitUndo: ImportUndo = plainUndo(benefitRecord);
