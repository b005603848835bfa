import { type Dispute, EXTENTS, FORMS } from '../../disputes/dispute.ts';
import type { Day } from '../../kernel/day.ts';
import { paperAmount, paperDay, paperLines } from '../wording.ts';

/** What an agreement's fields are made of. */
interface Agreed {
  readonly dispute: Dispute;
  readonly confirmBy: { readonly on: Day; readonly isFixed: boolean } | undefined;
}

const NOTHING = { facts: '', issues: '', manner: '', place: '', recorder: '', copies: null } as const;

/** The fields of the latest agreement; all empty where there is none. */
export function agreementFields({ dispute: { agreement }, confirmBy }: Agreed) {
  const { facts, issues, manner, place, recorder, copies } = agreement?.terms ?? NOTHING;
  const instalments = (agreement?.instalments ?? []).map(({ dueOn, amountFen, extent }, i) => ({
    count: String(i + 1),
    due_on: paperDay(dueOn),
    amount: paperAmount(amountFen),
    performed: extent === '' ? '未履行' : EXTENTS[extent].zh,
  }));
  return {
    agreement_form: agreement ? FORMS[agreement.form].zh : '',
    agreement_facts: facts,
    issues,
    content: agreement?.content ?? '',
    content_lines: paperLines(agreement?.content ?? ''),
    agreement_amount: paperAmount(agreement?.amountFen),
    manner,
    perform_place: place,
    perform_by: paperDay(agreement?.performBy),
    instalments,
    instalment_terms: agreement && instalments.length === 0 ? '无' : instalmentTerms(instalments),
    copies: copies === null ? '' : String(copies),
    agreement_recorder: recorder,
    mediator_signed_on: paperDay(agreement?.mediatorOn),
    committee_sealed_on: paperDay(agreement?.committeeOn),
    effective_on: paperDay(agreement?.effectiveOn),
    confirm_by: confirmBy === undefined ? '' : `${confirmBy.isFixed ? '' : '不早于'}${paperDay(confirmBy.on)}`,
  };
}

interface InstalmentFields {
  readonly count: string;
  readonly due_on: string;
  readonly amount: string;
}

function instalmentTerms(instalments: readonly InstalmentFields[]): string {
  return instalments.map(({ count, due_on, amount }) => `第${count}期，${due_on}前，${amount}`).join('；');
}
