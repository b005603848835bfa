import type { DeadlineRule } from '../deadlines/rules.ts';
import type { Day } from '../kernel/day.ts';
import { Failure, refuse } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import type { UnitTerm, UnitTree } from '../units/tree.ts';
import type { Case, Step } from './case.ts';
import { actorOf } from './offer.ts';

/** One act on a case, as it was asked for. */
export interface CaseAct<M extends string = string> {
  readonly move: M;
  readonly on: Day;
  readonly today: Day;
  /** The unit that acts. */
  readonly actor: UnitTerm;
  readonly tree: UnitTree;
  readonly reason: string;
  /** The unit that the act names, such as where a case is handed down to. */
  readonly to?: UnitTerm;
  readonly details: Readonly<Record<string, unknown>>;
}

/** The deadline in force on the day of an act, by its code. */
export type Rules = (code: string) => DeadlineRule | undefined;

/** A rule that a move must pass: throws a refusal that names it and the next step. */
export type Condition<C, A> = (one: C, act: A) => void;

/** What a move does besides the table's one target. */
export type Effect<S extends string, C, A> = (one: C, act: A, rules: Rules) => Partial<Step<S>>;

/** The whole life of one kind of case: its transition table, the conditions beside it, the effects. */
export interface Life<S extends string, M extends string, C extends Case<S>, A extends CaseAct<M>> {
  readonly statuses: Readonly<Record<S, Text>>;
  readonly moves: Readonly<Record<M, Text>>;
  readonly table: Readonly<Record<S, Partial<Record<M, readonly S[]>>>>;
  readonly conditions: Readonly<Partial<Record<M, readonly Condition<C, A>[]>>>;
  /** The conditions that look at where the case stands only: with them one can tell what is possible. */
  readonly standing: ReadonlySet<Condition<C, A>>;
  readonly effects: Readonly<Partial<Record<M, Effect<S, C, A>>>>;
}

/**
 * What an act makes of a case: its place in the transition table, its conditions, its effect. Pure; throws a refusal that
 * names the rule and the next step.
 */
export function decideBy<S extends string, M extends string, C extends Case<S>, A extends CaseAct<M>>(
  life: Life<S, M, C, A>,
  one: C,
  act: A,
  rules: Rules,
): Step<S> {
  checkDay(one, act);
  const [target] = life.table[one.status][act.move] ?? [];
  if (target === undefined) refuseMove(life, one, act);
  for (const condition of life.conditions[act.move] ?? []) condition(one, act);
  return { status: target, ...life.effects[act.move]?.(one, act, rules) };
}

/** A move that can be made now, and the unit that can make it. */
export interface NextStep<M extends string> {
  readonly move: M;
  readonly unit: number;
}

/** What can be done with a case next and by whom, as far as where it stands decides. */
export function nextStepsBy<S extends string, M extends string, C extends Case<S>, A extends CaseAct<M>>(
  life: Life<S, M, C, A>,
  one: C,
  tree: UnitTree,
): NextStep<M>[] {
  return (Object.keys(life.table[one.status]) as M[])
    .map(move => ({ move, unit: actorOf(one, move) }))
    .filter(({ move, unit }) => {
      const actor = tree.units.get(unit);
      if (!actor) return false;
      const act = { move, on: tree.day, today: tree.day, actor, tree, reason: '', details: {} } as unknown as A;
      return passes(() => {
        for (const condition of life.conditions[move] ?? []) if (life.standing.has(condition)) condition(one, act);
      });
    });
}

function passes(check: () => void): boolean {
  try {
    check();
    return true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

/** An act is dated no earlier than the case's last one and not after today. */
function checkDay(one: Case, { on, today }: CaseAct): void {
  if (on > today)
    refuse(
      { zh: `办理日期 ${on} 在今天（${today}）之后`, en: `The act is dated ${on}, after today (${today})` },
      { zh: '请用 --on 写已经发生的日期', en: 'Name the day on which it happened with --on' },
    );
  if (on < one.lastOn)
    refuse(
      {
        zh: `办理日期 ${on} 早于 ${one.number} 上一次办理的 ${one.lastOn}`,
        en: `The act is dated ${on}, before the last act on ${one.number} (${one.lastOn})`,
      },
      { zh: `用 --on 写 ${one.lastOn} 或以后的日期`, en: `Date it ${one.lastOn} or later with --on` },
    );
}

/** The refusal of a move that the table does not have here: where it exists, and what can be done instead. */
function refuseMove<S extends string, M extends string, C extends Case<S>, A extends CaseAct<M>>(
  life: Life<S, M, C, A>,
  one: C,
  { move, tree }: A,
): never {
  const { number, status } = one;
  const where = (Object.keys(life.table) as S[]).filter(each => (life.table[each][move] ?? []).length > 0);
  const possible = {
    zh: where.map(each => life.statuses[each].zh).join('、'),
    en: where.map(each => life.statuses[each].en).join(', '),
  };
  const open = nextStepsBy(life, one, tree).map(step => step.move);
  const is = life.statuses[status];
  refuse(
    {
      zh: `${number} ${is.zh}，不能${life.moves[move].zh}（只有${possible.zh}的可以）`,
      en: `${number} is ${is.en} and cannot take "${life.moves[move].en}" (it needs: ${possible.en})`,
    },
    open.length === 0
      ? {
          zh: `${is.zh}的不再办理；有新情况请另行登记`,
          en: `One that is ${is.en} is over; register a new one if need be`,
        }
      : {
          zh: `现在可以：${open.map(each => `${life.moves[each].zh} ${each}`).join('、')}`,
          en: `What can be done: ${open.join(', ')}`,
        },
  );
}
