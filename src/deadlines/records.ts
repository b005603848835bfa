import { type AreaRecords, simpleKind } from '../register/kind.ts';
import { deadlineChecks } from './checks.ts';
import { holidayRecord } from './holiday-record.ts';

/** Due dates that were counted with a holiday stay as they were set, so nothing keeps its import from being undone. */
export const deadlineRecords: AreaRecords = { kinds: [simpleKind(holidayRecord)], checks: deadlineChecks };
