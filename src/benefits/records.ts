import { type AreaRecords, simpleKind } from '../register/kind.ts';
import { benefitRecord } from './benefit-record.ts';

export const benefitRecords: AreaRecords = { kinds: [simpleKind(benefitRecord)], checks: [] };
