import type { Context, Outcome } from '../cli/command.ts';
import type { Day } from '../kernel/day.ts';
import { refuse } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { type Lines, lines } from '../kernel/view.ts';
import { loadTree } from '../units/store.ts';
import { isUnit, type UnitTree, unitNamed } from '../units/tree.ts';
import { type CaseArea, moveTitle } from './area.ts';
import { type Case, type CaseAct, type Scene, type Step, VOID } from './case.ts';
import { commandName, type Life, moveInChinese, nextSteps } from './life.ts';
import { checkActor, checkOpen } from './offer.ts';
import { caseRecorder } from './record.ts';
import { checkSucceeded } from './succession.ts';

/** A case that a command is about to move, the unit that acts on it, and the day. */
export interface Loaded<C> {
  readonly caseFile: C;
  readonly scene: Scene;
  readonly on: Day;
  /** The unit that acts, as the command line names it. */
  readonly at: string | undefined;
  readonly context: Context;
  /** Adds a line to the result, such as why an agent was chosen. */
  explain(text: Text): void;
}

/** Which case, which unit acts, and when. */
export interface Where {
  readonly number: string;
  readonly at: string | undefined;
  readonly on: Day | undefined;
}

/**
 * Carries out one move on a case: loads it, lets the command say what is done, records that, and shows the new status;
 * `complete` does what the act brings about elsewhere once it is decided.
 */
export function carryOut<C extends Case, A extends CaseAct>(
  area: CaseArea<C, A>,
  context: Context,
  move: A['move'],
  where: Where,
  make: (loaded: Loaded<C>) => A,
  complete: (act: A, loaded: Loaded<C>) => A = act => act,
): Outcome {
  const { db } = context;
  const explanations: Text[] = [];
  const loaded = { ...loadFor(area, context, move, where), explain: (text: Text) => explanations.push(text) };
  const { caseFile, scene, on } = loaded;
  const act = make(loaded);
  const recorder = caseRecorder(area, db, scene.tree);
  recorder.act(caseFile, act, scene, context.stamp(on, act.reason), (decided, step) => {
    checkAddressee(step, scene.tree);
    return complete(decided, loaded);
  });
  for (const warning of recorder.warnings) context.remark(warning);
  const after = area.load(db, caseFile.number);
  const view = statusLines(area, after, move, scene.tree, explanations, context.dryRun);
  return { view, records: [caseFile.number], counts: { moves: 1 } };
}

/** The case and the unit that acts on it. A dissolved unit neither acts nor is given anything. */
function loadFor<C extends Case, A extends CaseAct>(
  area: CaseArea<C, A>,
  context: Context,
  move: A['move'],
  { number, at, ...where }: Where,
) {
  const { db, today } = context;
  const caseFile = area.load(db, number);
  const on = where.on ?? voidingDay(move, caseFile, today) ?? today;
  const tree = loadTree(db, on);
  checkSucceeded(caseFile, move, tree);
  const apart = area.life.apart?.(caseFile, move, tree);
  const named = at === undefined || (apart?.isOutside && !isUnit(tree, at)) ? undefined : unitNamed(tree, at);
  // Who may decide from above is a condition of the move itself.
  const actorId = apart ? (named?.unit_id ?? apart.unit) : checkActor(caseFile, move, named, tree);
  const actor =
    tree.units.get(actorId) ?? refuse({ zh: `${on} 没有这个机构`, en: `That unit does not exist on ${on}` });
  checkOpen(actor, tree);
  return { caseFile, scene: { actor, tree, today }, on, at, context };
}

/** What was dated ahead by a wrong clock is void from that day: no act is dated before the one that came before it. */
function voidingDay(move: string, { lastOn }: Case, today: Day): Day | undefined {
  return move === VOID && lastOn > today ? lastOn : undefined;
}

function checkAddressee({ offer }: Step, tree: UnitTree): void {
  const addressee = offer && 'make' in offer ? tree.units.get(offer.make.to) : undefined;
  if (addressee) checkOpen(addressee, tree);
}

/** The status of a case after a move, and what can be done next. */
function statusLines<C extends Case, A extends CaseAct>(
  area: CaseArea<C, A>,
  caseFile: C,
  move: A['move'],
  tree: UnitTree,
  explanations: readonly Text[],
  isTrial: boolean,
): Lines {
  const { kind, life } = area;
  const { number, offer } = caseFile;
  const status: C['status'] = caseFile.status;
  const holder = tree.units.get(caseFile.holder);
  const offered = offer && tree.units.get(offer.to);
  const held: Text = offered
    ? {
        zh: `已移交${offered.name}，最迟 ${offer.dueOn} 答复；接收前仍由${holder?.name}持有`,
        en: `offered to ${offered.name}, to be answered by ${offer.dueOn}; ${holder?.name} holds it until then`,
      }
    : { zh: `由${holder?.name}持有`, en: `held by ${holder?.name}` };
  const { done } = life.moves[move];
  const was = isTrial ? { zh: done.zh.replace('已', '将'), en: `would be ${done.en}` } : done;
  const is = life.statuses[status];
  return lines(
    {
      ...{ [kind]: number, move: moveTitle(area, move), status: is },
      ...{ holder: holder?.code, offered_to: offered?.code ?? null },
    },
    {
      zh: `${number} ${done.zh === is.zh ? was.zh : `${was.zh}：${is.zh}`}，${held.zh}`,
      en: `${number} ${done.en === is.en ? was.en : `${was.en}: ${is.en}`}, ${held.en}`,
    },
    ...explanations,
    nextText(life, caseFile, tree),
  );
}

/** What can be done next and by whom, in one line. */
export function nextText<C extends Case, A extends CaseAct>(life: Life<C, A>, caseFile: C, tree: UnitTree): Text {
  const steps = nextSteps(life, caseFile, tree);
  if (steps.length === 0) return { zh: '不再办理', en: 'nothing more is done with it' };
  const byUnit = new Map<number, A['move'][]>();
  for (const { move, unit } of steps) byUnit.set(unit, [...(byUnit.get(unit) ?? []), move]);
  const said = [...byUnit].map(([unit, moves]) => ({
    zh: `${tree.units.get(unit)?.name}可：${moves.map(move => moveInChinese(life, move, caseFile.kind)).join('、')}`,
    en: `${tree.units.get(unit)?.name} can: ${moves.map(move => commandName(life, move)).join(', ')}`,
  }));
  return { zh: said.map(s => s.zh).join('；'), en: said.map(s => s.en).join('; ') };
}
