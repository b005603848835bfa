import type { Day } from '../../kernel/day.ts';
import type { Period } from '../../kernel/period.ts';
import type { Text } from '../../kernel/text.ts';
import type { Rule } from '../scheme/scheme.ts';

/** What the weights of a scheme add up to (S-47). */
export const FULL = 100;
const ROUNDING = 1e-9;

/** Points as sheets show them: two places, half up. */
function rounded(points: number): number {
  return Math.round(points * 100 + ROUNDING) / 100;
}

/**
 * The points for a figure (S-47). Where there is nothing to share (no petition, no dispute), nobody loses points; what is
 * added up starts from none.
 */
export function scoreOf(rule: Rule, weight: number, value: number | null): number {
  return rounded(Math.min(weight, Math.max(0, points(rule, weight, value))));
}

function points(rule: Rule, weight: number, value: number | null): number {
  if (value === null) return rule.kind === 'add' ? 0 : weight;
  switch (rule.kind) {
    case 'share':
      return weight * value;
    case 'threshold':
      return weight - rule.lose * Math.max(0, (rule.at - value) * 100);
    case 'deduct':
      return weight - rule.each * value;
    case 'add':
      return Math.min(rule.most, rule.each * value);
  }
}

/** Points added up. */
export function totalOf(scores: readonly number[]): number {
  return rounded(scores.reduce((sum, score) => sum + score, 0));
}

/** The year's points are the mean of its quarters' (S-47); none where no quarter has any. */
export function annualOf(quarters: readonly number[]): number | null {
  return quarters.length === 0 ? null : rounded(quarters.reduce((sum, one) => sum + one, 0) / quarters.length);
}

/** Places by points, most first; equal points share a place. */
export function placesOf(totals: readonly (number | null)[]): (number | null)[] {
  return totals.map(total =>
    total === null ? null : 1 + totals.filter(other => other !== null && other > total).length,
  );
}

/** The weights of a scheme add up to 100 (S-47). */
export function weightsProblem(scheme: string, weights: readonly number[]): Text | undefined {
  const sum = totalOf(weights);
  if (sum === FULL) return undefined;
  return {
    zh: `方案 ${scheme} 的权重合计 ${sum}，应为 ${FULL}`,
    en: `The weights of scheme ${scheme} add up to ${sum}, not to ${FULL}`,
  };
}

/** Only a quarter that is over can be frozen (S-47). */
export function endedProblem(quarter: string, { to }: Period, today: Day): Text | undefined {
  if (to < today) return undefined;
  return {
    zh: `${quarter} 到 ${to} 才结束，还不能冻结`,
    en: `${quarter} does not end until ${to} and cannot be frozen yet`,
  };
}

/** What a person enters is no more than the indicator is worth (S-47). */
export function enteredProblem(value: number, weight: number): Text | undefined {
  if (value <= weight) return undefined;
  return { zh: `录入的 ${value} 分超过权重 ${weight}`, en: `${value} is more than the weight ${weight}` };
}
