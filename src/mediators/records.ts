import { type AreaRecords, simpleKind } from '../register/kind.ts';
import { mediatorRecord } from './mediator-record.ts';

export const mediatorRecords: AreaRecords = { kinds: [simpleKind(mediatorRecord)], checks: [] };
