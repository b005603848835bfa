import { dayField, listField, textField } from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import { wordList } from '../kernel/text.ts';
import type { SimpleRecord } from '../register/simple-record.ts';

/** What a listed day is: free, or a weekend day that is worked in exchange (调休). */
export const DAY_KINDS = wordList({
  free: { zh: '放假', en: 'free' },
  worked: { zh: '上班', en: 'worked' },
});

const sheet = {
  day: dayField(['day', '日期', 'day'], '2027-10-01'),
  kind: listField(['kind', '安排', 'kind'], DAY_KINDS, 'free', { 休息: 'free', 补班: 'worked' }),
  name: textField(['name', '节日', 'name'], '国庆节'),
};

export type HolidayRow = RowOf<typeof sheet>;

/** The calendar of free and swapped days, which the General Office of the State Council announces year by year. */
export const holidayRecord: SimpleRecord<HolidayRow> = {
  noun: 'holiday',
  table: 'holiday',
  title: { zh: '节假日', en: 'free and swapped days', one: 'free or swapped day', list: 'holiday list' },
  sheet,
  key: 'day',
  immutable: [],
  storedAs: {
    kind: {
      column: 'is_workday',
      text: column => `iif(${column}, 'worked', 'free')`,
      stored: kind => (kind === 'worked' ? 1 : 0),
    },
  },
};
