import { type AreaRecords, type RecordKind, simpleKind } from '../register/kind.ts';
import { deadlineChecks } from './checks.ts';
import { holidayRecord } from './holiday-record.ts';
import { recountedLines, recountTouched } from './recounting.ts';
import { listedDays } from './store.ts';

/** Running deadlines that were counted with a holiday are counted anew without it, so nothing keeps its import from being undone. */
const holidays: RecordKind = {
  ...simpleKind(holidayRecord),
  undo: {
    follow: db => {
      const before = listedDays(db);
      return stamp => recountedLines(recountTouched(db, before, stamp));
    },
  },
};

export const deadlineRecords: AreaRecords = { kinds: [holidays], checks: deadlineChecks };
