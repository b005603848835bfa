import { simpleUndo } from '../register/simple-checks.ts';
import { holidayRecord } from './holiday-record.ts';

/** Nothing blocks it: due dates that were counted with the days stay as they were set. */
export const holidayUndo = simpleUndo(holidayRecord);
