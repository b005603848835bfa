import type { Grade } from '../disputes/dispute.ts';
import { type Problem, problem } from '../intake/sheet.ts';
import { covers, type Day, overlaps, type Span } from '../kernel/day.ts';
import { counted, type Text } from '../kernel/text.ts';

interface Kind {
  readonly grade: string;
  readonly form: string;
  readonly performed: string;
}

type Rate = Kind & Span & { readonly code: string };

const isSameKind = (a: Kind, b: Kind) => a.grade === b.grade && a.form === b.form && a.performed === b.performed;

/** At a time there is one rate for a grade, a form and whether the agreement is performed; it has an amount. */
export function rateProblems(rate: Rate & { readonly amount: string }, others: readonly Rate[]): Problem[] {
  const missing = { zh: '不能为空', en: 'must not be empty' };
  const other = others.find(another => isSameKind(another, rate) && overlaps(another, rate));
  return [
    ...(rate.amount === '' ? [problem('amount', rate.amount, missing)] : []),
    ...(other
      ? [
          problem('from_on', rate.from_on, {
            zh: `同一时间已有同类标准 ${other.code}`,
            en: `overlaps ${other.code}, a rate for the same kind of case`,
          }),
        ]
      : []),
  ];
}

/** A case as far as its allowance is concerned. */
export interface AllowanceCase {
  readonly grade: Grade;
  readonly form: string;
  readonly isPerformed: boolean;
  /** How many papers its file must have and lacks. */
  readonly lacking: number;
  /** The day on which it was first closed, where it was. */
  readonly closedOn: Day | undefined;
  readonly isClosedInPeriod: boolean;
  readonly hasMediator: boolean;
}

/** What is paid for a case: the rate that holds for it and the amount, or nothing and why. */
export interface Allowance {
  readonly rate: number | null;
  readonly amount: number;
  readonly why: Text | null;
}

/**
 * A case is paid once, with its first closing, by the rate of that day (以案定补; 人民调解法 Art. 16 has the allowance, the
 * office the rates): while its file lacks something required, nothing is paid.
 */
export function allowanceOf(
  one: AllowanceCase,
  rates: readonly (Kind & Span & { readonly amount_fen: number })[],
): Allowance {
  const { closedOn, lacking } = one;
  if (closedOn === undefined) return nothing({ zh: '尚未结案', en: 'not closed yet' });
  if (!one.isClosedInPeriod)
    return nothing({ zh: `${closedOn} 首次结案，不在本期`, en: `first closed on ${closedOn}, in another period` });
  const kind = { grade: one.grade, form: one.form, performed: one.isPerformed ? 'yes' : 'no' };
  const rate = rates.find(each => isSameKind(each, kind) && covers(each, closedOn));
  if (!rate) return nothing({ zh: '没有适用的补贴标准', en: 'no rate for it' });
  const { amount_fen } = rate;
  if (!one.hasMediator) return nothing({ zh: '没有登记调解员', en: 'no mediator on record' }, amount_fen);
  if (lacking > 0)
    return nothing(
      { zh: `卷宗缺 ${lacking} 项必备材料`, en: `its file lacks ${counted(lacking, 'paper')}` },
      amount_fen,
    );
  return { rate: amount_fen, amount: amount_fen, why: null };
}

function nothing(why: Text, rate: number | null = null): Allowance {
  return { rate, amount: 0, why };
}
