import { type AreaRecords, simpleKind } from '../register/kind.ts';
import { outreachRecord } from './outreach-record.ts';

export const outreachRecords: AreaRecords = { kinds: [simpleKind(outreachRecord)], checks: [] };
