import { type AreaRecords, simpleKind } from '../register/kind.ts';
import { needChecks } from './checks.ts';
import { needRecord } from './need-record.ts';

export const needRecords: AreaRecords = { kinds: [simpleKind(needRecord)], checks: needChecks };
