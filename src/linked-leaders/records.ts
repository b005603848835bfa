import { type AreaRecords, simpleKind } from '../register/kind.ts';
import { linkedLeaderRecord } from './linked-leader-record.ts';

export const linkedLeaderRecords: AreaRecords = { kinds: [simpleKind(linkedLeaderRecord)], checks: [] };
