import type { Command } from '../cli/command.ts';
import { columnNameRecord } from './column-name-record.ts';
import { simpleCommands } from './simple-commands.ts';

export const columnNameCommands: readonly Command[] = simpleCommands(columnNameRecord, {
  sample: '走访心得',
  add: '--name 入户感想 --column-key diary',
  change: '--column-key follow_up --reason 更正',
  file: 'column-names.csv',
});
