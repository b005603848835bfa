import type { Step } from '../cases/matter.ts';
import type { DeadlineRule } from '../deadlines/rules.ts';
import { refuse } from '../kernel/failure.ts';
import { CONDITIONS } from './conditions.ts';
import type { Dispute, DisputeAct } from './dispute.ts';
import { EFFECTS } from './effects.ts';
import { MOVES, movesFrom, STATUSES, type Status, statusesWith, targetsOf } from './transitions.ts';

/**
 * What an act makes of a dispute: its place in the transition table, its conditions, its effect. Pure; throws a refusal
 * that names the rule and the next step. `rules` gives the deadline in force on the day of the act.
 */
export function decide(
  dispute: Dispute,
  act: DisputeAct,
  rules: (code: string) => DeadlineRule | undefined,
): Step<Status> {
  checkDay(dispute, act);
  const [target] = targetsOf(dispute.status, act.move);
  if (target === undefined) refuseMove(dispute, act);
  for (const condition of CONDITIONS[act.move] ?? []) condition(dispute, act);
  return { status: target, ...EFFECTS[act.move]?.(dispute, act, rules) };
}

/** An act is dated no earlier than the case's last one and not after today. */
function checkDay(dispute: Dispute, { on, today }: DisputeAct): void {
  if (on > today)
    refuse(
      { zh: `办理日期 ${on} 在今天（${today}）之后`, en: `The act is dated ${on}, after today (${today})` },
      { zh: '请用 --on 写已经发生的日期', en: 'Name the day on which it happened with --on' },
    );
  if (on < dispute.lastOn)
    refuse(
      {
        zh: `办理日期 ${on} 早于 ${dispute.number} 上一次办理的 ${dispute.lastOn}`,
        en: `The act is dated ${on}, before the last act on ${dispute.number} (${dispute.lastOn})`,
      },
      { zh: `用 --on 写 ${dispute.lastOn} 或以后的日期`, en: `Date it ${dispute.lastOn} or later with --on` },
    );
}

/** The refusal of a move that the table does not have here: where it exists, and what can be done instead. */
function refuseMove(dispute: Dispute, { move }: DisputeAct): never {
  const { number, status } = dispute;
  const where = statusesWith(move);
  const list = (names: readonly { zh: string; en: string }[]) => ({
    zh: names.map(name => name.zh).join('、'),
    en: names.map(name => name.en).join(', '),
  });
  const possible = list(where.map(one => STATUSES[one]));
  const open = movesFrom(status);
  refuse(
    {
      zh: `${number} ${STATUSES[status].zh}，不能${MOVES[move].zh}（只有${possible.zh}的可以）`,
      en: `${number} is ${STATUSES[status].en} and cannot take "${MOVES[move].en}" (it needs: ${possible.en})`,
    },
    open.length === 0
      ? {
          zh: `${STATUSES[status].zh}的纠纷不再办理；有新情况请另行登记`,
          en: `A dispute that is ${STATUSES[status].en} is over; register a new one if need be`,
        }
      : {
          zh: `现在可以：${open.map(one => `${MOVES[one].zh} ${one}`).join('、')}`,
          en: `What can be done: ${open.join(', ')}`,
        },
  );
}
