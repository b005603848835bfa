import { type AreaRecords, simpleKind } from '../register/kind.ts';
import { guidanceChecks } from './checks.ts';
import { groupRecord } from './group-record.ts';
import { groupUnitRecord } from './group-unit-record.ts';

export const guidanceRecords: AreaRecords = {
  kinds: [simpleKind(groupRecord), simpleKind(groupUnitRecord)],
  checks: guidanceChecks,
};
