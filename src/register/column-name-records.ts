import { columnNameRecord } from './column-name-record.ts';
import { type AreaRecords, simpleKind } from './kind.ts';

export const columnNameRecords: AreaRecords = { kinds: [simpleKind(columnNameRecord)], checks: [] };
