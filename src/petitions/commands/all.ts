import { partyCommands } from '../../cases/party-commands.ts';
import { readingCommands } from '../../cases/reading-commands.ts';
import type { Command } from '../../cli/command.ts';
import { importCommand } from '../../register/import-command.ts';
import { templateCommand } from '../../register/template-command.ts';
import { PETITIONS } from '../area.ts';
import { petitionSheet } from '../old-ledger.ts';
import { MOST_REPRESENTATIVES, PETITION_TITLE } from '../petition.ts';
import { petitionRegister } from '../petition-register.ts';
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
  ...moveCommands,
  referToMediation,
  ...partyCommands(PETITIONS, ['petitioner'], MOST_REPRESENTATIVES, SAMPLE),
  ...readingCommands(PETITIONS, SAMPLE),
  categories,
  importCommand(petitionRegister, 'petition import demo/petitions.csv'),
  templateCommand('petition', PETITION_TITLE, petitionSheet),
];
