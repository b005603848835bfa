import { type Refusal, refuse } from '../kernel/failure.ts';
import type { Case, CaseKind, Step } from './case.ts';
import { commandHint } from './case-hint.ts';
import type { Condition } from './life.ts';
import { voidOffer } from './passing.ts';

/** Only the unit that registered a case can have entered it by mistake: what another unit has acted on was a case. */
export const onlyOwnActs: Condition<Case, unknown> = caseFile => {
  if (!caseFile.isShared) return;
  refuse(
    {
      zh: `其他机构办理过 ${caseFile.number}，不能作废`,
      en: `Another unit has acted on ${caseFile.number}: it cannot be voided`,
    },
    commandHint(
      caseFile,
      'step-back # --reason …',
      '登记有误的，由办理的机构先逐步撤销：$',
      'If that was a mistake, the units that acted step their moves back first: $',
    ),
  );
};

/** What voiding a case ends: an open offer is void with it, and no deadline runs any more. */
export function voided(caseFile: Case) {
  return { ...voidOffer(caseFile), ends: [{ codes: 'all', how: 'moot' }] } as const satisfies Partial<Step>;
}

/** How a case can refer to another, and the command that takes that back. */
export const LINKS = {
  referral: { zh: '已转入调解', en: 'was referred to mediation in', back: 'step-back # --reason …' },
  merger: { zh: '已并入', en: 'was merged into', back: 'step-back # --reason …' },
  repeat: { zh: '是重复信访，原件为', en: 'repeats', back: 'void # --reason …' },
} as const;

/** A case that refers to another. */
export interface Dependent {
  readonly kind: CaseKind;
  readonly number: string;
  readonly link: keyof typeof LINKS;
}

/** A case to which another refers is not voided: that would refer to nothing. */
export function dependentProblem(number: string, [first]: readonly Dependent[]): Refusal | undefined {
  if (!first) return undefined;
  const { zh, en, back } = LINKS[first.link];
  return {
    zh: `${first.number} ${zh} ${number}，${number} 不能作废`,
    en: `${first.number} ${en} ${number}: that cannot be voided`,
    hint: commandHint(first, back, '那一件也登记有误的，请先更正：$', 'If that was a mistake too, correct it first: $'),
  };
}
