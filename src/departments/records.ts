import { type AreaRecords, simpleKind } from '../register/kind.ts';
import { departmentRecord } from './department-record.ts';

export const departmentRecords: AreaRecords = { kinds: [simpleKind(departmentRecord)], checks: [] };
