import type { Day } from '../kernel/day.ts';
import { type Existing, JUST_ADDED, type Register } from '../register/register.ts';
import { HOLIDAY_TITLE, type HolidayRow, holidaySheet } from './holiday.ts';
import { holidayRows, writeHoliday } from './store.ts';

/** The calendar of free and swapped days, which the State Council's office announces year by year. */
export const holidayRegister: Register<HolidayRow, Map<Day, Existing<HolidayRow>>> = {
  noun: 'holiday',
  title: HOLIDAY_TITLE,
  sheet: holidaySheet,
  key: ['day'],
  immutable: [],
  tables: ['holiday'],
  load: async ({ db }) => new Map(holidayRows(db).map(({ id, ...row }) => [row.day, { id, row }])),
  find: (book, row) => book.get(row.day),
  check: () => [],
  accept: (book, decision) => {
    const id = decision.verdict === 'change' ? decision.id : JUST_ADDED;
    book.set(decision.row.day, { id, row: decision.row });
  },
  save: (db, _, decisions, stamp) => {
    const write = writeHoliday(db, stamp);
    for (const decision of decisions) if (decision.verdict === 'add' || decision.verdict === 'change') write(decision);
  },
};
