import { describe, expect, test } from 'vitest';
import type { CaseAct, Scene } from '../../src/cases/case.ts';
import type { Condition, Conditions } from '../../src/cases/life.ts';
import { Failure } from '../../src/kernel/failure.ts';
import { unlessRefused } from './refusals.ts';

/** A rule, a move that has it, what it refuses, how the refusal begins, and the nearest thing that it lets pass. */
export type RuleCase<M, X> = readonly [rule: string, move: M, refused: X, says: string, passes: X];

interface Acted<A> {
  readonly act: A;
  readonly scene: Scene;
}

interface Suite<M extends string, X, C, A extends CaseAct> {
  readonly cases: readonly RuleCase<M, X>[];
  /** Each move's conditions take acts of that move. */
  // biome-ignore lint/suspicious/noExplicitAny: a suite gives each condition the acts of its own move
  readonly conditions: Readonly<Partial<Record<M, Conditions<any, any>>>>;
  stateOf(move: M, more: X): C;
  actOf(move: M, more: X): Acted<A>;
  decide(state: C, act: Acted<A>): unknown;
}

/** Every rule beside a transition table: by itself, by what an act then fails by, and that none is left out. */
export function describeRules<M extends string, X, C, A extends CaseAct>(suite: Suite<M, X, C, A>): void {
  const { cases, conditions, stateOf, actOf, decide } = suite;
  const all = (of: Conditions<C, A> | undefined): readonly Condition<C, A>[] => [
    ...(of?.ofCase ?? []),
    ...(of?.ofAct ?? []),
  ];
  const check = (condition: Condition<C, A>, move: M, more: X) => {
    const { act, scene } = actOf(move, more);
    return condition(stateOf(move, more), act, scene);
  };
  const ruleNamed = (move: M, name: string) => {
    const found = all(conditions[move]).find(condition => condition.name === name);
    if (!found) throw new Error(`${move} has no rule ${name}`);
    return found;
  };

  describe('a rule beside the table', () => {
    test.each(cases)(
      '%s refuses "%s" and names the next step, or lets it pass',
      (rule, move, refused, says, passes) => {
        const condition = ruleNamed(move, rule);
        const refusal = unlessRefused(() => check(condition, move, refused));
        expect(refusal).toBeInstanceOf(Failure);
        const { kind, text, hint } = refusal as Failure;
        expect([kind, text.en]).toEqual(['refused', expect.stringContaining(says)]);
        expect(text.zh).toMatch(/\p{Script=Han}/u);
        expect(hint?.en).toMatch(/\w/);
        expect(hint?.zh).toMatch(/\p{Script=Han}/u);
        expect(() => check(condition, move, passes)).not.toThrow();
      },
    );

    test.each(cases)('%s is what "%s" then fails by, and nothing else', (_, move, refused, says, passes) => {
      expect(() => decide(stateOf(move, refused), actOf(move, refused))).toThrow(says);
      expect(() => decide(stateOf(move, passes), actOf(move, passes))).not.toThrow();
    });

    test('each one has its cases here', () => {
      const rules = (Object.entries(conditions) as [M, Conditions<C, A>][]).flatMap(([move, own]) =>
        all(own).map(condition => `${move}: ${condition.name}`),
      );
      expect([...new Set(cases.map(([rule, move]) => `${move}: ${rule}`))].sort()).toEqual(rules.sort());
    });
  });
}
