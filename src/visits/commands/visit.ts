import type { Command } from '../../cli/command.ts';
import { templateCommand } from '../../register/register-commands.ts';
import { VISIT_TITLE, visitSheet } from '../visit.ts';
import { importVisits } from './import.ts';
import { add } from './visit-add.ts';
import { correct } from './visit-correct.ts';
import { list } from './visit-list.ts';
import { read } from './visit-read.ts';
import { round } from './visit-round.ts';
import { history, show, type VisitTables } from './visit-show.ts';
import { type VisitUses, withdraw } from './visit-withdraw.ts';

/** The visit commands; `findings` shows what other areas have on record about a visit, `uses` what came from it. */
export const visitCommands = (findings: VisitTables, uses: VisitUses): readonly Command[] => [
  add,
  round,
  importVisits,
  list,
  show(findings),
  correct,
  read,
  withdraw(uses),
  history,
  templateCommand('visit', VISIT_TITLE, visitSheet),
];
