import type { Command } from '../cli/command.ts';
import { simpleCommands } from '../register/simple-commands.ts';
import { inUnits } from '../units/views.ts';
import { mediatorRecord } from './mediator-record.ts';

export const mediatorCommands: readonly Command[] = simpleCommands(mediatorRecord, {
  sample: '150722100-T01',
  add: '--code 150722100-T09 --name 何春花 --unit-code 150722100 --sex female --ethnicity 达斡尔族',
  change: '--languages 汉语、达斡尔语 --reason 补录',
  file: 'mediators.csv',
  details: ['sex', 'ethnicity', 'languages'],
  ...inUnits(),
});
