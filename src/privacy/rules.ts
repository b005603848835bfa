import type { Refusal } from '../kernel/failure.ts';
import { FOREVER, type RecordClass, type Retention } from './classes.ts';

/** Records that prove what an office did are kept for three years at least (PIPL Art. 56 for its own records of processing). */
const FEWEST_YEARS = 3;

/** What is wrong with a time for which a class is to be kept. */
export function retentionProblem(recordClass: RecordClass, years: Retention): Refusal | undefined {
  if (years === FOREVER || years >= FEWEST_YEARS) return undefined;
  return {
    zh: `保存期限至少 ${FEWEST_YEARS} 年，不能是 ${years} 年（${recordClass}）`,
    en: `Records are kept for ${FEWEST_YEARS} years at least, not ${years} (${recordClass})`,
    hint: { zh: '长期保存的写「永久」', en: 'Write forever for what is kept for good' },
  };
}

/** A case is purged before its time only when nothing is done with it any more, and not if its file is kept for good. */
export function earlyProblem(number: string, isOver: boolean, isPermanent: boolean): Refusal | undefined {
  if (!isOver)
    return {
      zh: `${number} 尚未办结归档，不能清除个人信息`,
      en: `${number} is not over: nothing in it is purged`,
      hint: {
        zh: `请先结案；现状用 tiaochu find ${number} 查看`,
        en: `Close it first; see it with tiaochu find ${number}`,
      },
    };
  if (!isPermanent) return undefined;
  return { zh: `${number} 的案卷永久保管，不能清除`, en: `The file of ${number} is kept for good and is not purged` };
}
