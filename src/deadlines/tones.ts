import { type Day, dayNumber } from '../kernel/day.ts';
import type { Cell, Column, Row, Tone } from '../kernel/view.ts';

/** A deadline is soon that has no more than so many days left, as the to-do list has it. */
const SOON_DAYS = 7;

/** What a last day means on a day, for something that is still to be done. */
export function dueTone(dueOn: Day, today: Day): Tone | undefined {
  const days = dayNumber(dueOn) - dayNumber(today);
  return days < 0 ? 'late' : days <= SOON_DAYS ? 'soon' : undefined;
}

const STATE_TONES: Readonly<Record<string, Tone>> = {
  overdue: 'late',
  met: 'over',
  met_late: 'over',
  done: 'over',
  moot: 'over',
  extended: 'over',
  not_bound: 'over',
  lapsed: 'over',
};

/** A column with the state of what is due, in the colour of the state. */
export function inStateTone(column: Column): Column {
  return { ...column, tone: row => STATE_TONES[codeOf(row[column.key])] };
}

/** A column that is red in the rows of which something says that they are overdue. */
export function redWhere(isLate: (row: Row) => boolean, column: Column): Column {
  return { ...column, tone: row => (isLate(row) ? 'late' : undefined) };
}

const codeOf = (cell: Cell) => (cell !== null && typeof cell === 'object' && 'code' in cell ? cell.code : '');
