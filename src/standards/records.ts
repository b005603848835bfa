import { type AreaRecords, simpleKind } from '../register/kind.ts';
import { standardRecord } from './standard-record.ts';

export const standardRecords: AreaRecords = { kinds: [simpleKind(standardRecord)], checks: [] };
