import { describe, expect, test } from 'vitest';
import type { Condition } from '../../src/cases/life.ts';
import { Failure } from '../../src/kernel/failure.ts';
import { unlessRefused } from './refusals.ts';

/** A rule, a move that has it, what it refuses, how the refusal begins, and the nearest thing that it lets pass. */
export type RuleCase<M, X> = readonly [rule: string, move: M, refused: X, says: string, passes: X];

interface Suite<M extends string, X, C, A> {
  readonly cases: readonly RuleCase<M, X>[];
  readonly conditions: Readonly<Partial<Record<M, readonly Condition<C, A>[]>>>;
  stateOf(move: M, more: X): C;
  actOf(move: M, more: X): A;
  decide(state: C, act: A): unknown;
}

/** Every rule beside a transition table: by itself, by what an act then fails by, and that none is left out. */
export function describeRules<M extends string, X, C, A>(suite: Suite<M, X, C, A>): void {
  const { cases, conditions, stateOf, actOf, decide } = suite;
  const ruleNamed = (move: M, name: string) => {
    const found = conditions[move]?.find(one => one.name === name);
    if (!found) throw new Error(`${move} has no rule ${name}`);
    return found;
  };

  describe('a rule beside the table', () => {
    test.each(cases)(
      '%s refuses "%s" and names the next step, or lets it pass',
      (rule, move, refused, says, passes) => {
        const condition = ruleNamed(move, rule);
        const refusal = unlessRefused(() => condition(stateOf(move, refused), actOf(move, refused)));
        expect(refusal).toBeInstanceOf(Failure);
        const { kind, text, hint } = refusal as Failure;
        expect([kind, text.en]).toEqual(['refused', expect.stringContaining(says)]);
        expect(text.zh).toMatch(/\p{Script=Han}/u);
        expect(hint?.en).toMatch(/\w/);
        expect(hint?.zh).toMatch(/\p{Script=Han}/u);
        expect(() => condition(stateOf(move, passes), actOf(move, passes))).not.toThrow();
      },
    );

    test.each(cases)('%s is what "%s" then fails by, and nothing else', (_, move, refused, says, passes) => {
      expect(() => decide(stateOf(move, refused), actOf(move, refused))).toThrow(says);
      expect(() => decide(stateOf(move, passes), actOf(move, passes))).not.toThrow();
    });

    test('each one has its cases here', () => {
      const rules = (Object.entries(conditions) as [M, readonly Condition<C, A>[]][]).flatMap(([move, list]) =>
        list.map(one => `${move}: ${one.name}`),
      );
      expect([...new Set(cases.map(([rule, move]) => `${move}: ${rule}`))].sort()).toEqual(rules.sort());
    });
  });
}
