import { type AreaRecords, simpleKind } from '../register/kind.ts';
import { receiptRecord } from './receipt-record.ts';
import { returnKindRecord } from './return-kind-record.ts';

export const returnRecords: AreaRecords = {
  kinds: [simpleKind(returnKindRecord), simpleKind(receiptRecord)],
  checks: [],
};
