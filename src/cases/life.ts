import type { DeadlineCode } from '../deadlines/codes.ts';
import type { DeadlineRule } from '../deadlines/rules.ts';
import type { Day } from '../kernel/day.ts';
import { Failure, refuse } from '../kernel/failure.ts';
import type { Text, Word } from '../kernel/text.ts';
import type { UnitTree } from '../units/tree.ts';
import { type ActOf, type Case, type CaseAct, type Scene, type Step, VOID } from './case.ts';
import { chineseMove, commandOn } from './case-hint.ts';
import type { Facts } from './facts.ts';
import { type Apart, actorOf } from './offer.ts';

/** The version of a deadline that is in force on the day of an act, by its code. */
export type Rules = (code: DeadlineCode) => DeadlineRule | undefined;

/** A rule that a move must pass: throws a refusal that names it and the next step. */
export type Condition<C, A> = (caseFile: C, act: A, scene: Scene) => void;

/** What must hold for a move besides its place in the transition table; checked in this order. */
export interface Conditions<C, A> {
  /** What the case itself must be like: from these alone one can tell which moves are possible. */
  readonly ofCase?: readonly Condition<C, Pick<CaseAct, 'move'>>[];
  /** What the act must say. */
  readonly ofAct?: readonly Condition<C, A>[];
  /**
   * Whether some act of the move would pass `ofAct` on a day. Only asked to tell what can be done next: of an act that is made,
   * `ofAct` says more exactly what is wrong.
   */
  readonly isPossible?: (caseFile: C, today: Day) => boolean;
}

/** What a move does besides the table's one target. */
export type Effect<C extends Case, A> = (caseFile: C, act: A, scene: Scene, rules: Rules) => Partial<Step<C['status']>>;

/** What a move is called, and what was done when it was made. */
export interface MoveText extends Text {
  readonly done: Text;
  /** The command that makes it, where that is not named like the move: `accept # --department …`, with the number at `#`. */
  readonly command?: string;
}

/** The command that makes a move, with the case's number at `#`. */
export function commandOf<M extends string>({ moves }: { readonly moves: Readonly<Record<M, MoveText>> }, move: M) {
  return moves[move].command ?? `${move} #`;
}

/** The same as lists name it: without the number. */
export function commandName<M extends string>(life: { readonly moves: Readonly<Record<M, MoveText>> }, move: M) {
  return commandOf(life, move).replace(' #', '').replace(' …', '');
}

/** A move as a Chinese list of what can be done names it. */
export function moveInChinese<M extends string>(
  life: { readonly moves: Readonly<Record<M, MoveText>> },
  move: M,
  kind: Case['kind'],
): string {
  return chineseMove(`${kind} ${commandName(life, move)}`, life.moves[move].zh);
}

/** The words of a move: 受理, accept, accepted. */
export function moveText(zh: string, en: string, done: string, doneZh = `已${zh}`, command?: string): MoveText {
  return { zh, en, done: { zh: doneZh, en: done }, ...(command === undefined ? {} : { command }) };
}

/** Where and when a case was registered, under which number. */
export interface Origin {
  readonly id: number;
  readonly number: string;
  readonly unit: number;
  readonly on: Day;
}

/** The whole life of one kind of case: its transition table, the conditions beside it, the effects, the facts. */
export interface Life<C extends Case, A extends CaseAct> {
  /** The move that begins it, and what that is called. */
  readonly firstMove: string;
  readonly firstMoveText: Text;
  readonly statuses: Readonly<Record<C['status'], Word>>;
  /** The statuses in which it is in the stock of the unit that holds it. */
  readonly inStock: ReadonlySet<C['status']>;
  /** The status that counts as a settlement there. */
  readonly settled: C['status'];
  readonly moves: Readonly<Record<A['move'], MoveText>>;
  /** The moves that the head of the unit decides. */
  readonly decisions: ReadonlySet<A['move']>;
  /** The moves that usually come next wherever they are possible, before all others. */
  readonly usual: readonly A['move'][];
  readonly table: Readonly<Record<C['status'], Partial<Record<A['move'], readonly C['status'][]>>>>;
  readonly conditions: { readonly [M in A['move']]?: Conditions<C, ActOf<A, M>> };
  readonly effects: { readonly [M in A['move']]?: Effect<C, ActOf<A, M>> };
  /** The facts with which a case begins, from where it was registered and what its first move says. */
  readonly begin: (origin: Origin, details: Readonly<Record<string, unknown>>) => C;
  readonly facts: Facts<C, A>;
  /** Who makes a move that is neither the holder's nor an answer to an offer. */
  readonly apart?: (caseFile: C, move: string, tree: UnitTree) => Apart | undefined;
}

/** The unit that may make a move. */
export function moverOf<C extends Case, A extends CaseAct>(
  life: Life<C, A>,
  caseFile: C,
  move: string,
  tree: UnitTree,
) {
  return life.apart?.(caseFile, move, tree)?.unit ?? actorOf(caseFile, move);
}

/**
 * What an act makes of a case: its place in the transition table, its conditions, its effect. Pure; throws a refusal that
 * names the rule and the next step.
 */
export function decide<C extends Case, A extends CaseAct>(
  life: Life<C, A>,
  caseFile: C,
  act: A,
  scene: Scene,
  rules: Rules,
): Step<C['status']> {
  const move: A['move'] = act.move;
  checkDay(caseFile, act, scene);
  const target = checkPossible(life, caseFile, act, scene);
  for (const condition of conditionsOf(life, move).ofAct ?? []) condition(caseFile, act, scene);
  const effect = life.effects[move] as Effect<C, A> | undefined;
  return { status: target, ...effect?.(caseFile, act, scene, rules) };
}

/** The status to which a move leads from where the case is; refuses a move that the table or the case itself rules out. */
export function checkPossible<C extends Case, A extends CaseAct>(
  life: Life<C, A>,
  caseFile: C,
  act: Pick<A, 'move'>,
  scene: Scene,
): C['status'] {
  const status: C['status'] = caseFile.status;
  const move: A['move'] = act.move;
  const [target] = life.table[status][move] ?? [];
  if (target === undefined) return refuseMove(life, caseFile, move, scene.tree);
  for (const condition of conditionsOf(life, move).ofCase ?? []) condition(caseFile, act, scene);
  return target;
}

/** The statuses from which a move leads anywhere. */
export function statusesBefore<C extends Case, A extends CaseAct>(life: Life<C, A>, move: A['move']): C['status'][] {
  return (Object.keys(life.table) as C['status'][]).filter(each => (life.table[each][move] ?? []).length > 0);
}

/** The conditions of one move, which take acts of that move only: the move is what they were found by. */
function conditionsOf<C extends Case, A extends CaseAct>(
  { conditions }: Life<C, A>,
  move: A['move'],
): Conditions<C, A> {
  return (conditions[move] ?? {}) as Conditions<C, A>;
}

/** What can be done with a case next and by whom, as far as the case itself decides; to void it corrects a mistake only. */
export function nextSteps<C extends Case, A extends CaseAct>(
  life: Life<C, A>,
  caseFile: C,
  tree: UnitTree,
): { readonly move: A['move']; readonly unit: number }[] {
  const status: C['status'] = caseFile.status;
  return (Object.keys(life.table[status]) as A['move'][])
    .filter(move => move !== VOID)
    .map(move => ({ move, unit: moverOf(life, caseFile, move, tree) }))
    .filter(({ move, unit }) => {
      const actor = tree.units.get(unit);
      if (!actor) return false;
      const scene = { actor, tree, today: tree.day };
      const { isPossible } = conditionsOf(life, move);
      return isPossible?.(caseFile, tree.day) !== false && passes(() => checkPossible(life, caseFile, { move }, scene));
    });
}

/** The same, what usually comes next before the rest. */
export function likelySteps<C extends Case, A extends CaseAct>(life: Life<C, A>, caseFile: C, tree: UnitTree) {
  const rank = (move: A['move']) => (life.usual.includes(move) ? life.usual.indexOf(move) : life.usual.length);
  return nextSteps(life, caseFile, tree).sort((a, b) => rank(a.move) - rank(b.move));
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
function checkDay({ kind, number, lastOn }: Case, { move, on }: CaseAct, { today }: Scene): void {
  if (on > today && !(move === VOID && on === lastOn))
    refuse(
      { zh: `办理日期 ${on} 在今天（${today}）之后`, en: `The act is dated ${on}, after today (${today})` },
      { zh: '请用 --on 写已经发生的日期', en: 'Name the day on which it happened with --on' },
    );
  if (on < lastOn)
    refuse(
      {
        zh: `办理日期 ${on} 早于 ${number} 上一次办理的 ${lastOn}`,
        en: `The act is dated ${on}, before the last act on ${number} (${lastOn})`,
      },
      lastOn > today
        ? datedAhead({ kind, number }, today)
        : { zh: `用 --on 写 ${lastOn} 或以后的日期`, en: `Date it ${lastOn} or later with --on` },
    );
}

/** How a case is freed whose last act was dated ahead, by a clock that was wrong: no later act can be dated until then. */
function datedAhead(caseFile: Pick<Case, 'kind' | 'number'>, today: Day): Text {
  const back = commandOn(caseFile, 'step-back # --reason …');
  const change = commandOn(caseFile, `change # --registered-on ${today}`);
  return {
    zh: `这个日期在今天（${today}）之后：请撤销那一步（${back}）；登记日期错的请更正（${change}）`,
    en: `That day is after today (${today}): step it back (${back}), or, if its registration is dated wrong, ${change}`,
  };
}

/** The refusal of a move that the table does not have here: where it exists, and what can be done instead. */
function refuseMove<C extends Case, A extends CaseAct>(
  life: Life<C, A>,
  caseFile: C,
  move: A['move'],
  tree: UnitTree,
): never {
  const { number } = caseFile;
  const status: C['status'] = caseFile.status;
  const where = statusesBefore(life, move);
  const only = {
    zh: where.map(each => life.statuses[each].zh).join('、'),
    en: where.map(each => life.statuses[each].en).join(', '),
  };
  const is = life.statuses[status];
  refuse(
    {
      zh: `${number} ${is.zh}，不能${life.moves[move].zh}（只有${only.zh}的可以）`,
      en: `${number} cannot be ${life.moves[move].done.en} while ${is.en}; only while ${only.en}`,
    },
    move === VOID ? withStepBack(caseFile, instead(life, caseFile, tree)) : instead(life, caseFile, tree),
  );
}

/** What can be done with a case in place of a move that cannot be made. */
function instead<C extends Case, A extends CaseAct>(life: Life<C, A>, caseFile: C, tree: UnitTree): Text {
  const open = nextSteps(life, caseFile, tree).map(step => step.move);
  const is = life.statuses[caseFile.status as C['status']];
  if (open.length === 0)
    return {
      zh: `${is.zh}的不再办理；有新情况请另行登记`,
      en: `Nothing more can be done once it is ${is.en}; register a new case if needed`,
    };
  return {
    zh: `现在可以：${open.map(each => moveInChinese(life, each, caseFile.kind)).join('、')}`,
    en: `What can be done: ${open.map(each => commandName(life, each)).join(', ')}`,
  };
}

/** What was entered by mistake is stepped back first, move by move. */
function withStepBack(caseFile: Case, { zh, en }: Text): Text {
  const back = commandOn(caseFile, 'step-back # --reason …');
  return {
    zh: `${zh}；登记有误的请逐步撤销办理：${back}`,
    en: `${en}. If it was entered by mistake, step back its moves: ${back}`,
  };
}
