import type { Day } from '../../kernel/day.ts';
import type { Refusal } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';
import { weightsProblem } from '../scheme/rules.ts';
import type { IndicatorSettings, Scheme } from '../scheme/scheme.ts';
import type { Quarter } from '../scoring/quarter.ts';

/** A quarter is assessed by the one scheme in force on its last day (S-47): the refusal of none or several. */
export function schemeCount(quarter: Quarter, schemes: readonly Scheme[]): Text {
  if (schemes.length === 0)
    return { zh: `${quarter.name} 没有生效的考核方案`, en: `No assessment scheme is in force in ${quarter.name}` };
  const codes = schemes.map(({ code }) => code);
  return {
    zh: `${quarter.name} 有多个生效的考核方案：${codes.join('、')}`,
    en: `Several schemes are in force in ${quarter.name}: ${codes.join(', ')}`,
  };
}

/** A quarter is frozen once, with results that do not change (S-47). */
export function alreadyFrozenProblem({ name }: Quarter, frozenAt: string | undefined): Text | undefined {
  if (frozenAt === undefined) return undefined;
  return { zh: `${name} 已于 ${frozenAt} 冻结，不再改变`, en: `${name} was frozen at ${frozenAt} and does not change` };
}

/** Only a quarter that is over can be frozen (S-47). */
export function notEndedProblem({ name, to }: Quarter, today: Day): Text | undefined {
  if (to < today) return undefined;
  return { zh: `${name} 到 ${to} 才结束，还不能冻结`, en: `${name} ends on ${to} and cannot be frozen before` };
}

/** A quarter is frozen only with weights that add up to 100 (S-47). */
export function unequalProblem(
  { to }: Quarter,
  { scheme, indicators }: { readonly scheme: Scheme; readonly indicators: readonly IndicatorSettings[] },
): Refusal | undefined {
  const unequal = weightsProblem(scheme.code, indicators);
  const hint = {
    zh: `用 tiaochu assessment change 或 import 调整，--on 写 ${to} 或以前的日期`,
    en: `Correct them with tiaochu assessment change or import, --on ${to} or before`,
  };
  return unequal && { ...unequal, hint };
}

/** A quarter without a unit to assess has nothing to freeze. */
export function nobodyProblem({ name }: Quarter, units: number): Text | undefined {
  return units > 0 ? undefined : { zh: `${name} 没有考核单位`, en: `${name} has no unit to assess` };
}

/** Points are entered for manual indicators only, within the weight, while the quarter is not frozen (S-47). */
export function enteringProblem(
  { code, source, weight }: IndicatorSettings,
  value: number,
  quarter: Quarter,
  isFrozen: boolean,
): Refusal | undefined {
  if (source !== 'manual')
    return { zh: `${code} 由台账计算，不能录入`, en: `${code} is computed from the ledger and cannot be entered` };
  if (value > weight)
    return { zh: `录入的 ${value} 分超过权重 ${weight}`, en: `${value} is more than the weight ${weight}` };
  if (!isFrozen) return undefined;
  return {
    zh: `${quarter.name} 已冻结，不能再录入`,
    en: `${quarter.name} is frozen: nothing can be entered any more`,
  };
}

/** The outcome of a year is entered once in the same words (S-48). */
export function repeatedOutcomeProblem(
  unit: { readonly code: string; readonly name: string },
  year: string,
  text: string,
  entered: readonly { readonly subject_code: string; readonly text: string }[],
): Text | undefined {
  if (!entered.some(outcome => outcome.subject_code === unit.code && outcome.text === text)) return undefined;
  return {
    zh: `${unit.name} ${year} 年的这一条已经登记`,
    en: `That outcome is already entered for ${unit.name} in ${year}`,
  };
}
