import { DISPUTE_PAPERS } from '../../src/paper/disputes/commands.ts';
import type { Form } from '../../src/paper/form.ts';
import type { Glossary } from '../../src/paper/glossary.ts';
import { PETITION_PAPERS } from '../../src/paper/petitions/commands.ts';
import { VISIT_PAPERS } from '../../src/paper/visits/commands.ts';

/** Every kind of paper, as the tests and the page of forms see it. */
export const PAPER_KINDS: readonly {
  readonly noun: string;
  readonly title: { readonly zh: string };
  readonly forms: Readonly<Record<string, Form>>;
  readonly glossary: Glossary;
}[] = [DISPUTE_PAPERS, PETITION_PAPERS, VISIT_PAPERS];
