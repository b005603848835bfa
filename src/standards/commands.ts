import type { Command } from '../cli/command.ts';
import { simpleCommands } from '../register/simple-commands.ts';
import { standardRecord } from './standard-record.ts';

export const standardCommands: readonly Command[] = simpleCommands(standardRecord, {
  sample: 'hardship',
  add: '--code elderly --name-zh 独居老人户 --name-en "elderly person living alone" --visits 1 --per month',
  change: '--visits 2 --on 2024-01-01 --reason 加密走访',
  file: 'standards.csv',
});
