import { numberArgument } from '../../cases/move-command.ts';
import { DISPUTES } from '../../disputes/area.ts';
import type { Status } from '../../disputes/transitions.ts';
import { type PaperKind, printCommand } from '../print-command.ts';
import { templateCommand } from '../template-command.ts';
import { type DisputeFacts, disputeFields } from './dispute-fields.ts';
import { DISPUTE_FITTING } from './fitting-rules.ts';
import { DISPUTE_FORMS, type DisputeForm } from './forms.ts';
import { DISPUTE_FIELDS } from './glossary.ts';
import { disputeFacts } from './store.ts';

/** The papers of disputes. */
export const DISPUTE_PAPERS: PaperKind<DisputeForm, typeof DISPUTE_FIELDS, DisputeFacts, Status> = {
  noun: 'dispute',
  title: { zh: '纠纷', en: 'dispute' },
  sample: '150722100200-2023-1',
  number: numberArgument(DISPUTES),
  forms: DISPUTE_FORMS,
  fitting: DISPUTE_FITTING,
  glossary: DISPUTE_FIELDS,
  load: disputeFacts,
  about: ({ dispute }) => dispute,
  fields: disputeFields,
};

export const disputePaperCommands = [printCommand(DISPUTE_PAPERS), templateCommand(DISPUTE_PAPERS)];
