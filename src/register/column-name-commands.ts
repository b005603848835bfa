import type { Command } from '../cli/command.ts';
import type { Field } from '../intake/field.ts';
import { columnNameRecord, namesAmong } from './column-name-record.ts';
import { simpleCommands } from './simple-commands.ts';

/** The commands of column names; `columns` are those of all kinds of files. */
export function columnNameCommands(columns: readonly Field<unknown>[]): readonly Command[] {
  return simpleCommands(namesAmong(columnNameRecord, columns), {
    sample: '走访心得',
    add: '--name 入户感想 --column-key diary',
    change: '--column-key follow_up --reason 更正',
    file: 'column-names.csv',
  });
}
