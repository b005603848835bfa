import type { Form } from '../form.ts';
import { agreement, confirmation, oral } from './forms/agreeing.ts';
import { closing, cover, followUp, index } from './forms/closing.ts';
import { authority, inquiry, record, termination } from './forms/mediating.ts';
import { application, notice, registration } from './forms/opening.ts';

/** The papers of a dispute, in the order in which its file has them. */
export const DISPUTE_FORMS = {
  application,
  registration,
  notice,
  inquiry,
  record,
  agreement,
  oral,
  'follow-up': followUp,
  closing,
  cover,
  index,
  authority,
  termination,
  'judicial-confirmation': confirmation,
} as const satisfies Record<string, Form>;

export type DisputeForm = keyof typeof DISPUTE_FORMS;
