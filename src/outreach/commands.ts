import type { Command } from '../cli/command.ts';
import { choice } from '../cli/param.ts';
import { simpleCommands } from '../register/simple-commands.ts';
import { inUnits } from '../units/views.ts';
import { OUTREACH_KINDS, outreachRecord, SUBJECTS } from './outreach-record.ts';

const IN_UNITS = inUnits();

export const outreachCommands: readonly Command[] = simpleCommands(outreachRecord, {
  sample: '150722100200-P1',
  add: '--code 150722100200-P9 --unit-code 150722100200 --subject law --topic 民法典进村 --kind lecture --held-on 2023-06-10 --people 60',
  change: '--people 75 --reason 补记',
  file: 'outreach.csv',
  details: ['kind', 'place'],
  beside: IN_UNITS.beside,
  filters: {
    ...IN_UNITS.filters,
    subject: { param: choice('--subject <subject>', { zh: '只看一类内容', en: 'one subject only' }, SUBJECTS) },
    kind: { param: choice('--kind <kind>', { zh: '只看一种形式', en: 'one form only' }, OUTREACH_KINDS) },
  },
});
