import { dayNumber, isDay } from '../../kernel/day.ts';
import { yuan } from '../../kernel/money.ts';
import type { Cell, Column, ColumnKind } from '../../kernel/view.ts';
import { timeIn } from '../../kernel/zone.ts';
import { fileCell, rawCell } from '../cell.ts';
import type { Style } from '../style.ts';
import type { Form } from './forms.ts';

/** A cell of a sheet: what it holds, and its text or its number as a spreadsheet keeps it. */
export interface SheetCell {
  readonly form: Form;
  readonly value: string;
}

/** A column of a sheet; single cells may have another form than its usual one. */
export interface SheetColumn {
  readonly title: string;
  readonly form: Form;
}

/** What the columns of a kind hold. */
export const FORM_OF: Readonly<Record<ColumnKind, Form>> = {
  text: 'text',
  word: 'text',
  code: 'code',
  integer: 'integer',
  rate: 'rate',
  money: 'money',
  yuan: 'money',
  day: 'day',
  instant: 'instant',
  flag: 'code',
  name: 'text',
  phone: 'code',
  id: 'code',
  address: 'text',
};

/** 1 March 1900: spreadsheets count a day before it that never was. */
const FIRST_SAFE = 61;
const SERIAL_OF_1970 = 25_569;
/** Spreadsheets keep 15 digits of a number. */
const EXACT = 999_999_999_999_999;
const MINUTES_PER_DAY = 1440;

/** The value of a cell as a spreadsheet has it: real numbers, days and amounts in yuan; whatever else is text. */
export function sheetCell(cell: Cell, column: Column, style: Style): SheetCell {
  const form = FORM_OF[column.kind];
  const value = typeof cell === 'object' ? null : rawCell(cell, column);
  if (typeof value === 'number') {
    if (form === 'code' || !(Math.abs(value) <= EXACT)) return { form: 'code', value: String(value) };
    if (form === 'money') return { form, value: yuan(value) };
    return {
      form: form === 'rate' || (form === 'integer' && Number.isInteger(value)) ? form : 'number',
      value: String(value),
    };
  }
  if (typeof value === 'string' && value !== '') {
    if (column.kind === 'yuan') return { form, value };
    const serial = form === 'day' ? daySerial(value) : form === 'instant' ? instantSerial(value, style) : undefined;
    if (serial !== undefined) return { form, value: String(serial) };
  }
  const text = fileCell(cell, column, style);
  return text === '' ? { form, value: '' } : { form: form === 'code' ? form : 'text', value: text };
}

function daySerial(day: string): number | undefined {
  const serial = isDay(day) ? dayNumber(day) + SERIAL_OF_1970 : 0;
  return serial < FIRST_SAFE ? undefined : serial;
}

/** An instant by the office's clocks, to the minute as everywhere. */
function instantSerial(instant: string, { zone }: Style): number | undefined {
  const match = /^(\S{10}) (\d\d):(\d\d)$/.exec(timeIn(zone, instant));
  const serial = match?.[1] === undefined ? undefined : daySerial(match[1]);
  return serial === undefined ? undefined : serial + (Number(match?.[2]) * 60 + Number(match?.[3])) / MINUTES_PER_DAY;
}
