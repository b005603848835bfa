import type { Command } from '../cli/command.ts';
import { option } from '../cli/param.ts';
import { misuse } from '../kernel/failure.ts';
import { simpleCommands } from '../register/simple-commands.ts';
import { inUnits } from '../units/views.ts';
import { monthIn, NO_MONTH } from './receipt.ts';
import { receiptRecord } from './receipt-record.ts';
import { returnKindRecord } from './return-kind-record.ts';

export const returnKindCommands: readonly Command[] = simpleCommands(returnKindRecord, {
  sample: 'YB',
  add: '--code QB --name 惠民政策落实月报 --delivered-by township --due-day 8 --on 2023-06-01',
  change: '--due-day 3 --on 2023-12-01',
  file: 'return-kinds.csv',
});

function asMonth(text: string): string {
  return monthIn(text) ?? misuse({ zh: `「${text}」${NO_MONTH.zh}`, en: `"${text}" ${NO_MONTH.en}` });
}

const IN_UNITS = inUnits();

export const receiptCommands: readonly Command[] = simpleCommands(receiptRecord, {
  sample: 'YB-150722100-2023-10',
  add: '--code YB-150722100-2023-12 --kind-code YB --unit-code 150722100 --month 2023-12 --received-on 2023-12-31',
  change: '--note 补盖公章后重报',
  file: 'receipts.csv',
  details: ['kind_code'],
  beside: IN_UNITS.beside,
  filters: {
    ...IN_UNITS.filters,
    for: {
      param: option(
        '--for <month>',
        { zh: '只看所属某月的，如 2023-10', en: 'those for one month, like 2023-10' },
        asMonth,
      ),
      passes: (_, month) => row => row.month === month,
    },
  },
});
