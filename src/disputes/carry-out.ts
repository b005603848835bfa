import { checkActor } from '../cases/offer.ts';
import { caseWriter } from '../cases/writer.ts';
import type { Context, Outcome } from '../cli/command.ts';
import type { Day } from '../kernel/day.ts';
import { refuse } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { lines } from '../kernel/view.ts';
import { loadTree } from '../units/store.ts';
import { isOpen, unitNamed } from '../units/tree.ts';
import { effectiveDay } from './agreement.ts';
import { decide } from './decide.ts';
import type { Dispute, DisputeAct } from './dispute.ts';
import { factKeeper, loadDispute } from './store.ts';
import { IN_STOCK, MOVES, type Move, STATUSES } from './transitions.ts';
import { nextText } from './views.ts';

/** What a move's command hands over: whose case, who acts and when, and what the act says. */
export interface MoveInput {
  readonly number: string;
  readonly at: string | undefined;
  readonly on: Day | undefined;
  readonly reason?: string | undefined;
  /** The code of the unit that the act names. */
  readonly to?: string | undefined;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Carries out one move on a dispute: load, decide, save, and say where it stands now and what can be done next. */
export function carryOut(context: Context, move: Move, input: MoveInput): Outcome {
  const { handle, today } = context;
  const on = input.on ?? today;
  const tree = loadTree(handle, on);
  const dispute = loadDispute(handle, input.number);
  const at = input.at === undefined ? undefined : unitNamed(tree, input.at);
  const to = input.to === undefined ? undefined : unitNamed(tree, input.to);
  if (to && !isOpen(tree, to)) refuse({ zh: `${to.name} 在 ${on} 不在册`, en: `${to.name} is not open on ${on}` });
  const actorId = checkActor(dispute, move, at, tree);
  const actor =
    tree.units.get(actorId) ?? refuse({ zh: `${on} 没有这个机构`, en: `That unit does not exist on ${on}` });
  const details = { ...input.details, ...(to ? { to: to.code } : {}) };
  const act: DisputeAct = { move, on, today, actor, tree, reason: input.reason ?? '', details, ...(to ? { to } : {}) };

  const writer = caseWriter(handle, tree);
  const step = decide(dispute, act, code => writer.rule(code, on));
  const made = {
    name: move,
    unit: actorId,
    details,
    settled: step.status === 'settled',
    inStock: IN_STOCK.has(step.status),
  };
  const moveId = writer.move(dispute, made, step, context.act(on, act.reason));
  factKeeper(handle)(dispute, act, moveId, move === 'sign' ? effectiveDay(dispute, act) : undefined);
  for (const warning of writer.warnings) context.remark(warning);
  return { view: resultOf(context, dispute, move, tree.day), records: [dispute.number], counts: { moves: 1 } };
}

/** Where the dispute stands after the move. */
function resultOf(context: Context, before: Dispute, move: Move, day: Day) {
  const { handle } = context;
  const tree = loadTree(handle, day);
  const dispute = loadDispute(handle, before.number);
  const holder = tree.units.get(dispute.holder);
  const offered = dispute.offer && tree.units.get(dispute.offer.to);
  const status = STATUSES[dispute.status];
  const where: Text = offered
    ? {
        zh: `已移交${offered.name}，${dispute.offer?.dueOn} 前答复；接收前仍由${holder?.name}持有`,
        en: `offered to ${offered.name}, to be answered by ${dispute.offer?.dueOn}; ${holder?.name} holds it until then`,
      }
    : { zh: `由${holder?.name}持有`, en: `held by ${holder?.name}` };
  return lines(
    {
      dispute: dispute.number,
      move,
      status: dispute.status,
      holder: holder?.code,
      offered_to: offered?.code ?? null,
    },
    {
      zh: `${dispute.number} ${MOVES[move].zh}：${status.zh}，${where.zh}`,
      en: `${dispute.number}: ${MOVES[move].en} done; ${status.en}, ${where.en}`,
    },
    nextText(dispute, tree),
  );
}
