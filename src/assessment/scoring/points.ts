import type { Rule } from '../scheme/scheme.ts';

const ROUNDING = 1e-9;

/** Points as sheets show them: two places, half up. */
export function rounded(points: number): number {
  return Math.round(points * 100 + ROUNDING) / 100;
}

/**
 * The points for a figure (S-47). Where there is nothing to count (no petition, no dispute), no points are lost; a rule that
 * adds up begins with none.
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
  return quarters.length === 0 ? null : rounded(quarters.reduce((sum, points) => sum + points, 0) / quarters.length);
}

/** Places by points, most first; equal points share a place. */
export function placesOf(totals: readonly (number | null)[]): (number | null)[] {
  return totals.map(total =>
    total === null ? null : 1 + totals.filter(other => other !== null && other > total).length,
  );
}
