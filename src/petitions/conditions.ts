import type { ActOf } from '../cases/case.ts';
import { commandHint, commandOn } from '../cases/case-hint.ts';
import type { Condition, Life } from '../cases/life.ts';
import {
  below,
  dueAhead,
  noOpenOffer,
  openOffer,
  receivedFromAnother,
  unitAboveExists,
  unitsBelow,
} from '../cases/passing.ts';
import { onlyOwnActs } from '../cases/voiding.ts';
import { misuse, refuse } from '../kernel/failure.ts';
import { type Text, untranslated } from '../kernel/text.ts';
import type { PetitionAct } from './acts.ts';
import type { Petition } from './petition.ts';
import { examinable, examineStage, reviewable, reviewStage, rightOver } from './review-conditions.ts';
import { screened } from './screen.ts';
import type { Move } from './transitions.ts';

/** A rule about the petition itself, and one about what an act says. */
type OfCase = Condition<Petition, { readonly move: string }>;
type OfAct<M extends Move> = Condition<Petition, ActOf<PetitionAct, M>>;

/** A petition is accepted from lodged, or where another unit offers it; not twice. */
const somethingToAccept: OfCase = petition => {
  if (petition.offer || petition.status === 'lodged') return;
  refuse(
    {
      zh: `${petition.number} 已经受理，没有待接收的移交`,
      en: `${petition.number} is already accepted, and no offer is open`,
    },
    commandHint(petition, 'confer #', '接着会商：$', 'Go on with $'),
  );
};

/** A petition is discussed in a conference before it is escalated, unless a reason for direct escalation is given (S-39 自下而上逐级过筛). */
const conferredOrDirect: OfAct<'escalate'> = (petition, { direct }, { actor }) => {
  if (petition.conferred || direct) return;
  refuse(
    {
      zh: `${petition.number} 在${actor.name}尚未会商，不能直接上报（自下而上逐级过筛）`,
      en: `${petition.number} has no conference on record at ${actor.name}: confer before escalating`,
    },
    commandHint(
      petition,
      'confer #',
      '先 $；情况特殊的，用 --direct 写明理由',
      'First $; or give the reason with --direct',
    ),
  );
};

/** An accepted petition can be offered back; an offer that is not yet accepted is objected to, in time. */
const received: OfCase = (petition, act, scene) => {
  if (!petition.offer) return receivedFromAnother(petition, act, scene);
  refuse(
    {
      zh: `${petition.number} 尚未接收，不属本单位职权的应提出异议`,
      en: `${petition.number} has not been accepted yet: object if it is not within the unit’s authority`,
    },
    {
      zh: `5 个工作日内：${commandOn(petition, 'object # --reason 详细理由')}`,
      en: `Within 5 working days: ${commandOn(petition, 'object # --reason …')}`,
    },
  );
};

/** An objection answers an offer. */
const offeredHere: OfCase = petition => {
  if (petition.offer) return;
  refuse(
    {
      zh: `${petition.number} 没有等待接收的移交，无从提出异议`,
      en: `${petition.number} is not offered to anybody: there is nothing to object to`,
    },
    commandHint(petition, 'return # --reason …', '已接收的可以退回：$', 'An accepted petition can be returned: $'),
  );
};

/** An objection with detailed reasons is made within 5 working days (信访工作条例 Art. 23(3)). */
const objectedInTime: OfAct<'object'> = (petition, { on }) => {
  if (petition.objectDue === undefined || on <= petition.objectDue) return;
  refuse(
    {
      zh: `${petition.number} 的异议期限 ${petition.objectDue} 已过（5 个工作日，信访工作条例第二十三条）`,
      en: `Objections to ${petition.number} had to be made by ${petition.objectDue} (5 working days, Regulations on Petition Work Art. 23)`,
    },
    commandHint(
      petition,
      'accept #',
      '请接收：$；接收后确需退的，与移出单位商定后退回',
      'Accept it: $; later it can be returned if the sender agrees',
    ),
  );
};

/** One agent at a time: the first is assigned, another one reassigned with a reason. */
const noAgentYet: OfCase = petition => {
  if (petition.agent === undefined) return;
  refuse(
    { zh: `${petition.number} 已有代办员`, en: `${petition.number} already has an agent` },
    commandHint(petition, 'reassign # --agent … --reason …', '更换代办员用改派：$', 'Change it with $'),
  );
};

/** A conference assigns the first agent only. */
const firstAgent: OfAct<'confer'> = (petition, act, scene) => {
  if (act.agentId !== undefined) noAgentYet(petition, act, scene);
};

const hasAgent: OfCase = petition => {
  if (petition.agent !== undefined) return;
  refuse(
    { zh: `${petition.number} 尚无代办员`, en: `${petition.number} has no agent yet` },
    commandHint(petition, 'assign # --suggest', '先指派：$', 'Assign one: $'),
  );
};

const otherAgent: OfAct<'reassign'> = (petition, { agent, agentId }) => {
  if (agentId !== petition.agent) return;
  refuse(
    { zh: `${petition.number} 已由 ${agent} 代办`, en: `${agent} is already the agent of ${petition.number}` },
    { zh: '请另写一名代办员', en: 'Name another agent' },
  );
};

/** Staff with a direct interest must be recused (信访工作条例 Art. 28). */
const noInterest: OfAct<'assign' | 'reassign' | 'confer'> = (_, { move, agent, interested }) => {
  if (interested !== true) return;
  refuse(
    {
      zh: `代办员 ${agent} 是信访人本人，应当回避（信访工作条例第二十八条）`,
      en: `Agent ${agent} is a petitioner and must be recused (Regulations on Petition Work Art. 28)`,
    },
    move === 'assign'
      ? { zh: '请另行指派，或用 --suggest', en: 'Name another one, or use --suggest' }
      : { zh: '请另写一名代办员', en: 'Name another one' },
  );
};

/** A department has one task at a time in a petition. */
const notRoutedThere: OfAct<'route' | 'confer'> = (petition, { department, departmentId }) => {
  if (departmentId === undefined || !petition.awaited.includes(departmentId)) return;
  refuse(
    { zh: `${department} 已有任务，尚未反馈`, en: `${department} already has a task and has not reported` },
    commandHint(petition, `report # --department ${department}`, '先登记反馈：$', 'Enter its report first: $'),
  );
};

/** Only a department with a task reports. */
const someTask: OfCase = petition => {
  if (petition.awaited.length === 0) refuseReport(petition, { zh: '部门', en: 'a department' });
};

const wasRouted: OfAct<'report'> = (petition, { department, departmentId }) => {
  if (!petition.awaited.includes(departmentId)) refuseReport(petition, untranslated(department));
};

function refuseReport(petition: Petition, department: Text): never {
  refuse(
    {
      zh: `${petition.number} 没有等待${department.zh}反馈的任务`,
      en: `${petition.number} has no task that waits for ${department.en}`,
    },
    commandHint(petition, 'route # --department …', '先分流：$', 'Route it first: $'),
  );
}

/** More time is given once (信访工作条例 Art. 34). */
const notExtended: OfCase = petition => {
  if (!petition.extended) return;
  refuse(
    {
      zh: `${petition.number} 已经延期一次，延长最多 30 日（信访工作条例第三十四条）`,
      en: `${petition.number} was extended once: 30 days at most (Regulations on Petition Work Art. 34)`,
    },
    commandHint(petition, 'conclude #', '请办结：$', 'Conclude it: $'),
  );
};

export const MOST_DAYS_MORE = 30;

/** The time for handling is extended by 1 to 30 days (信访工作条例 Art. 34). */
export function checkExtension(days: number): void {
  if (days < 1 || days > MOST_DAYS_MORE)
    misuse({
      zh: `应延长 1 至 ${MOST_DAYS_MORE} 日（信访工作条例第三十四条）`,
      en: `Extend by 1 to ${MOST_DAYS_MORE} days (Regulations on Petition Work Art. 34)`,
    });
}

/** More time is given before the 60 days end (信访工作条例 Art. 34). */
const extendedInTime: OfAct<'extend'> = (petition, { on }) => {
  const { number, handleDue } = petition;
  if (handleDue !== undefined && on <= handleDue) return;
  refuse(
    handleDue === undefined
      ? {
          zh: `${number} 没有在计算的办理期限，无从延期`,
          en: `No time limit is running for ${number}; there is nothing to extend`,
        }
      : {
          zh: `${number} 的办理期限 ${handleDue} 已过，不能再延期（信访工作条例第三十四条）`,
          en: `The time for ${number} ended on ${handleDue} and can no longer be extended (Regulations on Petition Work Art. 34)`,
        },
    commandHint(petition, 'conclude #', '请办结：$', 'Conclude it: $'),
  );
};

/** The reply must have been delivered before a rating, a review or closing. */
const notified: OfCase = petition => {
  if (petition.notifiedOn) return;
  refuse(
    {
      zh: `${petition.number} 的答复尚未送达信访人`,
      en: `The reply to ${petition.number} has not reached the petitioner`,
    },
    commandHint(petition, 'notify #', '先登记送达：$', 'Enter that first: $'),
  );
};

/** A review can be requested only after a reply was delivered, and decided only after it was requested. */
const reviewedOrNotified: OfCase = (petition, act, scene) => {
  if (petition.status !== 'under_review') notified(petition, act, scene);
};

const notNotified: OfCase = petition => {
  if (!petition.notifiedOn) return;
  refuse(
    {
      zh: `${petition.number} 的答复已于 ${petition.notifiedOn} 送达`,
      en: `The reply to ${petition.number} reached the petitioner on ${petition.notifiedOn}`,
    },
    commandHint(petition, 'rate #', '接着评价或结案：$', 'Go on with $'),
  );
};

/** A petition is referred to mediation at most once. */
const notMediated: OfCase = petition => {
  if (petition.disputeId === null) return;
  refuse(
    { zh: `${petition.number} 已经转入调解`, en: `${petition.number} has already been referred to mediation` },
    commandHint(petition, 'show #', '现状用 $ 查看', 'See it with $'),
  );
};

/** Only a petition that passes the screening of the joint opinion of 2025-02-10 can be referred to mediation. */
const mediable: OfAct<'refer-to-mediation'> = (petition, { screen }) => {
  const bar = screened(screen);
  if (!bar) return;
  refuse(
    {
      zh: `${petition.number} 不能转入调解：${bar.zh}`,
      en: `${petition.number} cannot be referred to mediation: ${bar.en}`,
    },
    { zh: '按信访程序继续办理', en: 'Continue to handle it as a petition' },
  );
};

/** A petition that led to a dispute is voided after its referral is stepped back, which voids the dispute. */
const unlinked: OfCase = petition => {
  if (petition.disputeId === null) return;
  refuse(
    {
      zh: `${petition.number} 已经转入调解，不能作废`,
      en: `${petition.number} was referred to mediation: it cannot be voided`,
    },
    commandHint(petition, 'step-back # --reason …', '请先逐步撤销办理：$', 'Step back its moves first: $'),
  );
};

export const CONDITIONS: Life<Petition, PetitionAct>['conditions'] = {
  accept: { ofCase: [somethingToAccept] },
  confer: { ofAct: [firstAgent, noInterest, notRoutedThere, dueAhead] },
  assign: { ofCase: [noAgentYet], ofAct: [noInterest] },
  reassign: { ofCase: [hasAgent], ofAct: [otherAgent, noInterest] },
  route: { ofAct: [notRoutedThere, dueAhead] },
  report: { ofCase: [someTask], ofAct: [wasRouted] },
  escalate: { ofCase: [noOpenOffer, unitAboveExists], ofAct: [conferredOrDirect] },
  'hand-down': { ofCase: [noOpenOffer, unitsBelow], ofAct: [below, dueAhead] },
  return: { ofCase: [received] },
  recall: { ofCase: [openOffer] },
  object: { ofCase: [offeredHere], ofAct: [objectedInTime] },
  extend: { ofCase: [notExtended], ofAct: [extendedInTime] },
  notify: { ofCase: [notNotified] },
  rate: { ofCase: [notified] },
  review: { ofCase: [reviewedOrNotified, reviewStage], ofAct: [reviewable] },
  're-examine': { ofCase: [reviewedOrNotified, examineStage], ofAct: [examinable] },
  'refer-to-mediation': { ofCase: [notMediated], ofAct: [mediable] },
  close: { ofCase: [notified], ofAct: [rightOver] },
  void: { ofCase: [onlyOwnActs, unlinked] },
};
