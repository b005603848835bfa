import type { Command } from '../cli/command.ts';
import { simpleCommands } from '../register/simple-commands.ts';
import { rateRecord } from './records.ts';

export const allowanceCommands: readonly Command[] = simpleCommands(rateRecord, {
  sample: 'BT01',
  add: '--code BT99 --grade major --form oral --performed no --amount 300 --on 2023-07-01',
  change: '--amount 160 --reason 调整标准',
  file: 'allowance-rates.csv',
});
