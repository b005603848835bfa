import type { Command } from '../cli/command.ts';
import { simpleCommands } from '../register/simple-commands.ts';
import { inUnits } from '../units/views.ts';
import { outreachRecord } from './outreach-record.ts';

export const outreachCommands: readonly Command[] = simpleCommands(outreachRecord, {
  sample: '150722100200-P1',
  add: '--code 150722100200-P9 --unit-code 150722100200 --topic 民法典进村 --kind lecture --held-on 2023-06-10 --people 60',
  change: '--people 75 --reason 补记',
  file: 'outreach.csv',
  ...inUnits(),
});
