import type { Context, Outcome } from '../cli/command.ts';
import type { Day } from '../kernel/day.ts';
import { refuse } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { type Lines, lines } from '../kernel/view.ts';
import { loadTree } from '../units/store.ts';
import { type UnitTree, unitNamed } from '../units/tree.ts';
import type { CaseArea } from './area.ts';
import type { Case } from './case.ts';
import { type CaseAct, decideBy, type Life, nextStepsBy } from './life.ts';
import { checkActor, checkOpen } from './offer.ts';
import { caseWriter } from './writer.ts';

/** What a move's command hands over: whose case, who acts and when, and what the act says. */
export interface MoveInput {
  readonly number: string;
  readonly at: string | undefined;
  readonly on: Day | undefined;
  readonly reason?: string | undefined;
  /** The code of the unit that the act names. */
  readonly to?: string | undefined;
  readonly details?: Readonly<Record<string, unknown>>;
  /** Further lines of the result, such as why an agent was chosen. */
  readonly because?: readonly Text[];
}

/** Carries out one move on a case: load, decide, save, and say where it stands now and what can be done next. */
export function carryOut<S extends string, M extends string, C extends Case<S>, A extends CaseAct<M>>(
  area: CaseArea<S, M, C, A>,
  context: Context,
  move: M,
  input: MoveInput,
): Outcome {
  const { db, today } = context;
  const on = input.on ?? today;
  const tree = loadTree(db, on);
  const one = area.load(db, input.number);
  const at = input.at === undefined ? undefined : unitNamed(tree, input.at);
  const to = input.to === undefined ? undefined : unitNamed(tree, input.to);
  if (to) checkOpen(to, tree);
  const actorId = checkActor(one, move, at, tree);
  const actor =
    tree.units.get(actorId) ?? refuse({ zh: `${on} 没有这个机构`, en: `That unit does not exist on ${on}` });
  const details = { ...input.details, ...(to ? { to: to.code } : {}) };
  const reason = input.reason ?? '';
  const act = { move, on, today, actor, tree, reason, details, ...(to ? { to } : {}) } as unknown as A;

  // A dissolved unit neither acts nor is given anything.
  checkOpen(actor, tree);
  const writer = caseWriter(db, tree);
  const step = decideBy(area.life, one, act, code => writer.rule(code, on));
  const addressee = step.offer && 'make' in step.offer ? tree.units.get(step.offer.make.to) : undefined;
  if (addressee) checkOpen(addressee, tree);
  const settled = step.status === area.settled;
  const made = { name: move, unit: actorId, details, settled, inStock: area.inStock.has(step.status) };
  const moveId = writer.move(one, made, step, context.stamp(on, reason));
  area.keep(db, one, act, moveId);
  for (const warning of writer.warnings) context.remark(warning);
  const view = standing(area, area.load(db, one.number), move, tree, input.because ?? []);
  return { view, records: [one.number], counts: { moves: 1 } };
}

/** Where a case stands after a move, and what can be done next. */
function standing<S extends string, M extends string, C extends Case<S>, A extends CaseAct<M>>(
  { kind, life }: CaseArea<S, M, C, A>,
  one: C,
  move: M,
  tree: UnitTree,
  because: readonly Text[],
): Lines {
  const holder = tree.units.get(one.holder);
  const offered = one.offer && tree.units.get(one.offer.to);
  const status = life.statuses[one.status];
  const where: Text = offered
    ? {
        zh: `已移交${offered.name}，最迟 ${one.offer?.dueOn} 答复；接收前仍由${holder?.name}持有`,
        en: `offered to ${offered.name}, to be answered by ${one.offer?.dueOn}; ${holder?.name} holds it until then`,
      }
    : { zh: `由${holder?.name}持有`, en: `held by ${holder?.name}` };
  return lines(
    { [kind]: one.number, move, status: one.status, holder: holder?.code, offered_to: offered?.code ?? null },
    {
      zh: `${one.number} ${life.moves[move].zh}：${status.zh}，${where.zh}`,
      en: `${one.number}: ${life.moves[move].en} done; ${status.en}, ${where.en}`,
    },
    ...because,
    nextText(life, one, tree),
  );
}

/** What can be done next and by whom, in one line. */
export function nextText<S extends string, M extends string, C extends Case<S>, A extends CaseAct<M>>(
  life: Life<S, M, C, A>,
  one: C,
  tree: UnitTree,
): Text {
  const steps = nextStepsBy(life, one, tree);
  if (steps.length === 0) return { zh: '不再办理', en: 'nothing more is done with it' };
  const byUnit = new Map<number, M[]>();
  for (const { move, unit } of steps) byUnit.set(unit, [...(byUnit.get(unit) ?? []), move]);
  const said = [...byUnit].map(([unit, moves]) => ({
    zh: `${tree.units.get(unit)?.name}可：${moves.map(move => `${life.moves[move].zh} ${move}`).join('、')}`,
    en: `${tree.units.get(unit)?.name} can: ${moves.join(', ')}`,
  }));
  return { zh: said.map(s => s.zh).join('；'), en: said.map(s => s.en).join('; ') };
}
