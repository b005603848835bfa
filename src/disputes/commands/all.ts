import { PARTY_LIMIT } from '../../cases/party.ts';
import { partyCommands } from '../../cases/party-commands.ts';
import { readingCommands } from '../../cases/reading-commands.ts';
import { stepBackCommand } from '../../cases/step-back-command.ts';
import { voidCommand } from '../../cases/void-command.ts';
import type { Command } from '../../cli/command.ts';
import { fileCommands } from '../../register/register-commands.ts';
import { DISPUTES } from '../area.ts';

import { disputeRegister } from '../dispute-register.ts';
import { change } from './change.ts';
import { confirmCheck } from './confirm-check.ts';
import { file } from './file.ts';
import { fileCheck } from './file-check.ts';
import { categories, list, sources } from './list.ts';
import { agreementMoves } from './moves/agreement.ts';
import { appointingMoves } from './moves/appointing.ts';
import { endingMoves } from './moves/ending.ts';
import { mediatingMoves } from './moves/mediating.ts';
import { merge } from './moves/merging.ts';
import { oversightMoves } from './moves/oversight.ts';
import { passingMoves } from './moves/passing.ts';
import { referringMoves } from './moves/referring.ts';
import { register } from './register.ts';
import { show } from './show.ts';

/** Everything that is done with disputes, in the order in which the help lists it. */
export const disputeCommands: readonly Command[] = [
  register,
  list,
  show,
  ...passingMoves,
  ...referringMoves,
  ...oversightMoves,
  ...appointingMoves,
  ...mediatingMoves,
  ...agreementMoves,
  ...endingMoves,
  merge,
  stepBackCommand(DISPUTES, '150722100200-2023-1'),
  voidCommand(DISPUTES, '150722100200-2023-1'),
  ...partyCommands(DISPUTES, ['applicant', 'respondent'], PARTY_LIMIT, '150722100200-2023-1'),
  change,
  ...readingCommands(DISPUTES, '150722100200-2023-1'),
  confirmCheck,
  file,
  fileCheck,
  categories,
  sources,
  ...fileCommands(disputeRegister, 'demo/disputes.csv'),
];
