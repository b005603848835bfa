import { argument } from '../../cli/param.ts';
import { asCount } from '../../cli/values.ts';
import { type PaperKind, printCommand } from '../print-command.ts';
import { templateCommand } from '../template-command.ts';
import { VISIT_FITTING, VISIT_FORMS, type VisitForm } from './forms.ts';
import { VISIT_FIELDS } from './glossary.ts';
import { visitFacts } from './store.ts';
import { type VisitFacts, visitFields } from './visit-fields.ts';

/** The papers of visits. */
export const VISIT_PAPERS: PaperKind<VisitForm, typeof VISIT_FIELDS, VisitFacts, string> = {
  noun: 'visit',
  title: { zh: '走访', en: 'visit' },
  sample: '1',
  number: argument('<visit>', { zh: '走访号', en: 'the visit’s number' }, asCount),
  forms: VISIT_FORMS,
  fitting: VISIT_FITTING,
  glossary: VISIT_FIELDS,
  load: visitFacts,
  about: ({ id, mode }) => ({ number: String(id), status: mode }),
  fields: visitFields,
};

export const visitPaperCommands = [printCommand(VISIT_PAPERS), templateCommand(VISIT_PAPERS)];
