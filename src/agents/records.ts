import { type AreaRecords, simpleKind } from '../register/kind.ts';
import { agentRecord } from './agent-record.ts';

export const agentRecords: AreaRecords = { kinds: [simpleKind(agentRecord)], checks: [] };
