import type { Day } from '../kernel/day.ts';
import type { Refusal } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import type { OtherCase } from './area.ts';
import type { Case } from './case.ts';
import { commandHint } from './case-hint.ts';
import { type Dependent, LINKS } from './voiding.ts';

/** A registration as it is corrected: the day, and what follows it. */
interface Corrected {
  readonly caseFile: Pick<Case, 'kind' | 'number' | 'registeredOn' | 'isShared'>;
  readonly day: Day;
  readonly today: Day;
  /** The day of the first move after the registration. */
  readonly nextOn: Day | undefined;
}

/** The registration of a case is corrected while only the unit that registered it has acted on it, and not past what was done next. */
export function registrationProblem({ caseFile, day, today, nextOn }: Corrected): Refusal | undefined {
  const { number, isShared } = caseFile;
  if (day > today)
    return {
      zh: `登记日期 ${day} 在今天（${today}）之后`,
      en: `The registration is dated ${day}, after today (${today})`,
    };
  if (isShared)
    return {
      zh: `其他机构办理过 ${number}，登记日期和登记单位不再修改`,
      en: `Another unit has acted on ${number}: where and when it was registered does not change any more`,
      hint: commandHint(caseFile, 'history #', '经过用 $ 查看', '$ shows what was done'),
    };
  if (nextOn === undefined || day <= nextOn) return undefined;
  return {
    zh: `${number} 在 ${nextOn} 已经办理，登记日期不能晚于这一天`,
    en: `${number} was acted on on ${nextOn}: it was registered on that day or earlier`,
    hint: commandHint(
      caseFile,
      'step-back # --reason …',
      '办理日期登记有误的先撤销办理：$',
      'If that day is wrong, step it back first: $',
    ),
  };
}

/** Cases that a unit merged or referred to mediation are that unit's: neither leaves it while the other refers to it. */
export function linkProblem(
  caseFile: Pick<Case, 'kind' | 'number'>,
  [first]: readonly Dependent[],
  led: OtherCase | undefined,
): Refusal | undefined {
  const { number } = caseFile;
  if (first) {
    const { zh, en, back } = LINKS[first.link];
    return {
      zh: `${first.number} ${zh} ${number}，${number} 的登记单位不能改`,
      en: `${first.number} ${en} ${number}: that stays with the unit that registered it`,
      hint: commandHint(first, back, '请先撤销那一件的这一步：$', 'Step that back first: $'),
    };
  }
  if (!led) return undefined;
  return {
    zh: `${number} 已转入或并入 ${led.number}，登记单位不能改`,
    en: `${number} was referred to or merged into ${led.number}: it stays with the unit that registered it`,
    hint: commandHint(caseFile, 'step-back # --reason …', '请先撤销这一步：$', 'Step that back first: $'),
  };
}

/** A move that was made at one unit would be refused at the one at which the case belongs: why, and what comes first. */
export function moveProblem(
  caseFile: Pick<Case, 'kind' | 'number'>,
  { move, on, unit, refusal }: { readonly move: Text; readonly on: Day; readonly unit: string; readonly refusal: Text },
): Refusal {
  return {
    zh: `${caseFile.number} 不能改由${unit}登记：${on} 的「${move.zh}」在那里不成立：${refusal.zh}`,
    en: `${caseFile.number} cannot be registered at ${unit}: its move "${move.en}" of ${on} would be refused there: ${refusal.en}`,
    hint: commandHint(
      caseFile,
      'step-back # --reason …',
      '请先逐步撤销到这一步以前，再改登记单位：$',
      'Step back to before that move first, then correct the unit: $',
    ),
  };
}
