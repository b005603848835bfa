import { numberArgument } from '../../cases/move-command.ts';
import { PETITIONS } from '../../petitions/area.ts';
import type { Status } from '../../petitions/transitions.ts';
import { type PaperKind, printCommand } from '../print-command.ts';
import { templateCommand } from '../template-command.ts';
import { PETITION_FITTING } from './fitting-rules.ts';
import { PETITION_FORMS, type PetitionForm } from './forms.ts';
import { PETITION_FIELDS } from './glossary.ts';
import { type PetitionFacts, petitionFields } from './petition-fields.ts';
import { petitionFacts } from './store.ts';

/** The papers of petitions. */
export const PETITION_PAPERS: PaperKind<PetitionForm, typeof PETITION_FIELDS, PetitionFacts, Status> = {
  noun: 'petition',
  title: { zh: '信访', en: 'petition' },
  sample: '150722100200-2023-P1',
  number: numberArgument(PETITIONS),
  forms: PETITION_FORMS,
  fitting: PETITION_FITTING,
  glossary: PETITION_FIELDS,
  load: petitionFacts,
  about: ({ petition }) => petition,
  fields: petitionFields,
};

export const petitionPaperCommands = [printCommand(PETITION_PAPERS), templateCommand(PETITION_PAPERS)];
