import type { Command } from '../cli/command.ts';
import { simpleCommands } from '../register/simple-commands.ts';
import { inUnits } from '../units/views.ts';
import { linkedLeaderRecord } from './linked-leader-record.ts';

export const linkedLeaderCommands: readonly Command[] = simpleCommands(linkedLeaderRecord, {
  sample: 'BL01',
  add: '--code BL99 --name 郭海山 --duty 旗人大常委会副主任 --unit-code 150722100',
  change: '--duty 旗委副书记 --reason 职务变动',
  file: 'linked-leaders.csv',
  ...inUnits(),
});
