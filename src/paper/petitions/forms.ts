import type { Form } from '../form.ts';
import { acceptance, extension, opinion, refusal } from './forms/notices.ts';
import { authority, registration, slip } from './forms/reception.ts';

/** The papers of a petition. */
export const PETITION_FORMS = {
  registration,
  acceptance,
  refusal,
  extension,
  opinion,
  authority,
  slip,
} as const satisfies Record<string, Form>;

export type PetitionForm = keyof typeof PETITION_FORMS;
