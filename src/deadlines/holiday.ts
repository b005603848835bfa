import { dayField, listField, textField } from '../intake/field.ts';
import type { Sheet } from '../intake/sheet.ts';
import type { Day } from '../kernel/day.ts';
import type { Noun, Text } from '../kernel/text.ts';

/** What a listed day is: free, or a weekend day that is worked in exchange (调休). */
export const DAY_KINDS = {
  free: { zh: '放假', en: 'free' },
  worked: { zh: '上班', en: 'worked' },
} as const satisfies Record<string, Text>;

type DayKind = keyof typeof DAY_KINDS;

/** A row of a holidays file. */
export interface HolidayRow {
  readonly day: Day;
  readonly kind: DayKind;
  readonly name: string;
}

export const HOLIDAY_TITLE: Noun = {
  zh: '节假日',
  en: 'free and swapped days',
  one: 'free or swapped day',
  list: 'holiday list',
};

export const holidaySheet: Sheet<HolidayRow> = {
  day: dayField(['day', '日期', 'day'], '2027-10-01'),
  kind: listField(['kind', '安排', 'kind'], DAY_KINDS, 'free', { 休息: 'free', 补班: 'worked' }),
  name: textField(['name', '节日', 'name'], '国庆节'),
};
