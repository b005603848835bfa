import { dayNumber, isDay } from '../../kernel/day.ts';
import { yuan } from '../../kernel/money.ts';
import type { Cell, Column, ColumnKind } from '../../kernel/view.ts';
import { timeIn } from '../../kernel/zone.ts';
import { flagWord, rawCell } from '../cell.ts';
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
  label: 'text',
  command: 'code',
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
const AMOUNT = /^-?\d+(?:\.\d+)?$/;
const MINUTES_PER_DAY = 1440;

/** The value of a cell as a spreadsheet has it: real numbers, days and amounts in yuan; whatever else is text. */
export function sheetCell(cell: Cell, column: Column, style: Style): SheetCell {
  const form = FORM_OF[column.kind];
  if (cell !== null && typeof cell === 'object') return { form: 'text', value: cell[style.lang] };
  const value = rawCell(cell, column);
  if (value === null || value === '') return { form, value: '' };
  if (typeof value === 'boolean') return { form, value: flagWord(value, style.lang) };
  if (column.kind === 'yuan') return { form: AMOUNT.test(String(value)) ? form : 'text', value: String(value) };
  return (typeof value === 'number' ? numberCell(value, form) : timeCell(value, form, style)) ?? textCell(value, form);
}

function textCell(value: string | number, form: Form): SheetCell {
  return { form: form === 'code' ? form : 'text', value: String(value) };
}

/** A number, unless it is a code or has more digits than spreadsheets keep. */
function numberCell(value: number, form: Form): SheetCell | undefined {
  if (form === 'code' || !(Math.abs(value) <= EXACT)) return undefined;
  if (form === 'money') return { form, value: yuan(value) };
  const isAsMeant = form === 'rate' || (form === 'integer' && Number.isInteger(value));
  return { form: isAsMeant ? form : 'number', value: String(value) };
}

function timeCell(value: string, form: Form, style: Style): SheetCell | undefined {
  const serial = form === 'day' ? daySerial(value) : form === 'instant' ? instantSerial(value, style) : undefined;
  if (serial !== undefined) return { form, value: String(serial) };
  return form === 'instant' ? { form: 'text', value: timeIn(style.zone, value) } : undefined;
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
