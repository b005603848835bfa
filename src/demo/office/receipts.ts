import { addDays, type Day } from '../../kernel/day.ts';
import type { ReceiptRow } from '../../returns/receipt.ts';
import type { ReturnKindRow } from '../../returns/return-kind.ts';
import { dueDayOf } from '../../returns/rules.ts';
import { workdayFrom } from '../calendar.ts';
import { dataFile, rowsIn } from '../data-file.ts';
import type { Division } from '../divisions.ts';
import { between, randomFrom } from '../random.ts';

/** The months whose returns are due in the demo's time: those for December come in January. */
const MONTHS = ['05', '06', '07', '08', '09', '10', '11'].map(month => `2023-${month}`);
/** Most come in time; one in fourteen a few days late, and this one never came. */
const LATE_SHARE = 1 / 14;
const NEVER: ReadonlySet<string> = new Set(['ZF-150722108-2023-08']);

/** The returns that townships deliver every month, and when each was received. */
export function receiptsOf(divisions: readonly Division[]) {
  const kinds = rowsIn<ReturnKindRow>(dataFile('return-kinds.csv'));
  const townships = divisions.filter(({ level }) => level === 'township');
  const receipts = townships.flatMap(({ code: unit }) =>
    MONTHS.flatMap(month => kinds.map(kind => receiptOf(kind, unit, month))),
  );
  return { 'return-kinds': kinds, receipts: receipts.filter(({ code }) => !NEVER.has(code)) };
}

function receiptOf({ code: kind, due_day }: ReturnKindRow, unit: string, month: string): ReceiptRow {
  const random = randomFrom(`return ${kind} ${unit} ${month}`);
  const due = dueDayOf(month, Number(due_day));
  const isLate = random() < LATE_SHARE;
  const received_on = isLate
    ? workdayFrom(addDays(due, between(random, 1, 6)), 1)
    : workdayBy(due, between(random, 0, 3));
  const note = isLate ? '催报后补报' : '';
  return { code: `${kind}-${unit}-${month}`, kind_code: kind, unit_code: unit, month, received_on, note };
}

/** A working day up to so many days before a day, or else that day itself. */
function workdayBy(day: Day, before: number): Day {
  return workdayFrom(addDays(day, -before), -1);
}
