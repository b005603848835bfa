import { BadValue, codeField, dayField, digitsField, field, optionalText, plain } from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import type { Noun, Text } from '../kernel/text.ts';

export const RECEIPT_TITLE: Noun = { zh: '收报记录', en: 'receipts', one: 'receipt', list: 'receipt list' };

/** A month as people write it, 2023-10, 2023年10月, 2023/10, 202310; undefined where it is none. */
export function monthIn(text: string): string | undefined {
  const [, year, month] = /^(\d{4})[-年/.]?(\d{1,2})月?$/.exec(plain(text)) ?? [];
  if (year === undefined || Number(month) < 1 || Number(month) > 12) return undefined;
  return `${year}-${month?.padStart(2, '0')}`;
}

export const NO_MONTH: Text = { zh: '应为月份，写成 2023-10', en: 'is not a month; write it like 2023-10' };

function readMonth(text: string): string {
  const month = monthIn(text);
  if (month === undefined) throw new BadValue(NO_MONTH);
  return month;
}

export const receiptSheet = {
  code: codeField(['code', '收报编号', 'receipt code'], 'YB-150722100-2023-10'),
  kind_code: codeField(['kind_code', '种类代码', 'code of the kind'], 'YB'),
  unit_code: digitsField(['unit_code', '报送单位代码', 'unit code'], [9, 12], '150722100'),
  month: field(['month', '所属月份', 'month'], '2023-10', false, readMonth),
  received_on: dayField(['received_on', '收到日期', 'received on'], '2023-11-03'),
  note: optionalText(['note', '备注', 'note'], ''),
};

/** A return that was received: of which kind, from whom, for which month, on which day. */
export type ReceiptRow = RowOf<typeof receiptSheet>;
