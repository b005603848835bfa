import type { Command } from '../../cli/command.ts';
import { importCommand, templateCommand } from '../../register/import-command.ts';
import { DISPUTE_TITLE } from '../dispute.ts';
import { disputeRegister } from '../dispute-register.ts';
import { disputeSheet } from '../old-ledger.ts';
import { change } from './change.ts';
import { confirmCheck } from './confirm-check.ts';
import { history } from './history.ts';
import { categories, list, sources } from './list.ts';
import { merge } from './merge.ts';
import { moveCommands } from './moves.ts';
import { partyCommands } from './party.ts';
import { register } from './register.ts';
import { show } from './show.ts';
import { why } from './why.ts';

/** Everything that is done with disputes, in the order in which the help lists it. */
export const disputeCommands: readonly Command[] = [
  register,
  list,
  show,
  ...moveCommands,
  merge,
  ...partyCommands,
  change,
  history,
  why,
  confirmCheck,
  categories,
  sources,
  importCommand(disputeRegister, 'dispute import demo/disputes.csv'),
  templateCommand('dispute', DISPUTE_TITLE, disputeSheet),
];
