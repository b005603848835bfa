import type { Day } from '../kernel/day.ts';
import type { Refusal } from '../kernel/failure.ts';
import type { Case } from './case.ts';
import { commandHint } from './case-hint.ts';

/** A registration as it is corrected: the day, and what follows it. */
interface Corrected {
  readonly caseFile: Pick<Case, 'kind' | 'number' | 'registeredOn' | 'isShared'>;
  readonly day: Day;
  readonly today: Day;
  /** The day of the first move after the registration. */
  readonly nextOn: Day | undefined;
}

/**
 * The day of a registration is corrected while only the unit that registered the case has acted on it, inside the year that
 * its number names, and not past what was done next.
 */
export function registrationDayProblem({ caseFile, day, today, nextOn }: Corrected): Refusal | undefined {
  const { number, registeredOn, isShared } = caseFile;
  if (day > today)
    return {
      zh: `登记日期 ${day} 在今天（${today}）之后`,
      en: `The registration is dated ${day}, after today (${today})`,
    };
  if (isShared)
    return {
      zh: `其他机构办理过 ${number}，登记日期不再修改`,
      en: `Another unit has acted on ${number}: its registration day does not change any more`,
      hint: commandHint(caseFile, 'history #', '经过用 $ 查看', '$ shows what was done'),
    };
  if (day.slice(0, 4) !== registeredOn.slice(0, 4))
    return anewProblem(caseFile, { zh: `${registeredOn.slice(0, 4)} 年`, en: `the year ${registeredOn.slice(0, 4)}` });
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

/** A number names the registering unit and the year: what belongs elsewhere is registered there, under a number of its own. */
export function anewProblem(caseFile: Pick<Case, 'kind' | 'number'>, names: { zh: string; en: string }): Refusal {
  const { number } = caseFile;
  return {
    zh: `编号 ${number} 写明了${names.zh}，不能改`,
    en: `The number ${number} names ${names.en} and stays as it is`,
    hint: commandHint(caseFile, 'void # --reason …', '请作废（$），再重新登记', 'Void it ($) and register it anew'),
  };
}
