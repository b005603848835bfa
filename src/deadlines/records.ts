import type { AreaRecords, RecordKind } from '../register/kind.ts';
import { deadlineChecks } from './checks.ts';
import { HOLIDAY_TITLE } from './holiday.ts';

/** Due dates that were counted with a holiday stay as they were set, so nothing keeps its import from being undone. */
const holiday: RecordKind = {
  noun: 'holiday',
  title: HOLIDAY_TITLE,
  table: 'holiday',
  current: { kind: `iif(t.is_workday, 'worked', 'free')`, name: 't.name' },
};

export const deadlineRecords: AreaRecords = { kinds: [holiday], checks: deadlineChecks };
