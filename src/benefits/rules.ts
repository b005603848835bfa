import { type Problem, problem } from '../intake/sheet.ts';
import type { Text } from '../kernel/text.ts';

/** What was paid has an amount; a household that was only told of a policy has none (S-19). */
export function amountProblems(kind: 'told' | 'paid', amount: string): Problem[] {
  if (kind === 'told') return amount === '' ? [] : [problem('amount', amount, ONLY_TOLD)];
  if (amount === '') return [problem('amount', amount, MISSING)];
  return Number(amount) > 0 ? [] : [problem('amount', amount, NOTHING)];
}

const ONLY_TOLD: Text = { zh: '不应填写，告知没有金额', en: 'must be empty: the household was only informed' };
const MISSING: Text = { zh: '为空，发放须有金额', en: 'is empty, but something was paid' };
const NOTHING: Text = { zh: '不是发放的金额', en: 'is not an amount that can be paid' };
