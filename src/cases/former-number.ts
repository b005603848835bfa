import type { Day } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';

/** A number that a case had until its registration was corrected: it stays used, and leads to the case. */
export interface FormerNumber {
  readonly number: string;
  readonly renumberedTo: string;
  readonly renumberedOn: Day;
  readonly reason: string;
}

/** What is said where a case is opened by a number that it had: each number that came after it, when and why. */
export function renumberedText(meant: string, former: readonly FormerNumber[]): Text {
  const steps = stepsFrom(meant, former);
  return {
    zh: steps
      .map(step => `${step.number} 已于 ${step.renumberedOn} 改编为 ${step.renumberedTo}（${step.reason}）`)
      .join('；'),
    en: steps
      .map(
        step => `${step.number} was renumbered to ${step.renumberedTo} on ${step.renumberedOn} because ${step.reason}`,
      )
      .join('; '),
  };
}

/** The corrections that lead from a number to the one that the case has now. */
function stepsFrom(meant: string, former: readonly FormerNumber[]): FormerNumber[] {
  const step = former.find(({ number }) => number === meant);
  return step ? [step, ...stepsFrom(step.renumberedTo, former)] : [];
}
