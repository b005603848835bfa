import { partyCommands } from '../../cases/party-commands.ts';
import { readingCommands } from '../../cases/reading-commands.ts';
import { stepBackCommand } from '../../cases/step-back-command.ts';
import { voidCommand } from '../../cases/void-command.ts';
import type { Command } from '../../cli/command.ts';
import { fileCommands } from '../../register/register-commands.ts';
import { PETITIONS } from '../area.ts';
import { MOST_REPRESENTATIVES } from '../petition.ts';
import { petitionRegister } from '../petition-register.ts';
import { change } from './change.ts';
import { categories, list } from './list.ts';
import { lodge } from './lodge.ts';
import { moveCommands } from './moves.ts';
import { referToMediation } from './refer.ts';
import { show } from './show.ts';

const SAMPLE = '150722100200-2023-P1';

/** Everything that is done with petitions, in the order in which the help lists it. */
export const petitionCommands: readonly Command[] = [
  lodge,
  list,
  show,
  change,
  ...moveCommands,
  referToMediation,
  stepBackCommand(PETITIONS, SAMPLE),
  voidCommand(PETITIONS, SAMPLE),
  ...partyCommands(PETITIONS, ['petitioner'], MOST_REPRESENTATIVES, SAMPLE),
  ...readingCommands(PETITIONS, SAMPLE),
  categories,
  ...fileCommands(petitionRegister, 'demo/petitions.csv'),
];
