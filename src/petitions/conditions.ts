import type { Condition as CaseCondition } from '../cases/life.ts';
import { below, commandOn, dueAhead, noOpenOffer, openOffer, unitAboveExists, unitsBelow } from '../cases/passing.ts';
import { refuse } from '../kernel/failure.ts';
import type { Petition, PetitionAct } from './petition.ts';
import { examinable, examineStage, reviewable, reviewStage, rightOver } from './review-conditions.ts';
import type { Move } from './transitions.ts';

type Condition = CaseCondition<Petition, PetitionAct>;

/** A petition is accepted from lodged, or where another unit offers it; not twice. */
const somethingToAccept: Condition = petition => {
  if (petition.offer || petition.status === 'lodged') return;
  refuse(
    {
      zh: `${petition.number} 已经受理，没有待接收的移交`,
      en: `${petition.number} is accepted already and not offered`,
    },
    { zh: `接着会商：${commandOn(petition, 'confer #')}`, en: `Go on with ${commandOn(petition, 'confer #')}` },
  );
};

/** A petition is looked at together before it goes up; else a reason for going up directly (S-39 自下而上逐级过筛). */
const conferredOrDirect: Condition = (petition, { actor, details }) => {
  if (petition.conferred || details.direct) return;
  refuse(
    {
      zh: `${petition.number} 在${actor.name}还没有会商，不能直接上报（自下而上逐级过筛）`,
      en: `${petition.number} has no conference on record at ${actor.name}: a petition is sifted before it goes up`,
    },
    {
      zh: `先 ${commandOn(petition, 'confer #')}；情况特殊的，用 --direct 写明理由`,
      en: `First ${commandOn(petition, 'confer #')}; or give the reason with --direct`,
    },
  );
};

/** What was taken can be offered back; an offer that is not taken yet is objected to, in time. */
const received: Condition = petition => {
  if (petition.offer)
    refuse(
      {
        zh: `${petition.number} 还没有接收，不属本单位职权的应提出异议`,
        en: `${petition.number} has not been taken yet: what is not the unit’s business is objected to`,
      },
      {
        zh: `5 个工作日内：${commandOn(petition, 'object # --reason 详细理由')}`,
        en: `Within 5 working days: ${commandOn(petition, 'object # --reason …')}`,
      },
    );
  if (petition.sender !== undefined) return;
  refuse(
    {
      zh: `${petition.number} 不是别的单位移交来的，无处可退`,
      en: `${petition.number} did not come from another unit`,
    },
    {
      zh: `${commandOn(petition, 'show #')} 列出能做的`,
      en: `${commandOn(petition, 'show #')} lists what can be done`,
    },
  );
};

/** An objection answers an offer. */
const offeredHere: Condition = petition => {
  if (petition.offer) return;
  refuse(
    {
      zh: `${petition.number} 没有等待接收的移交，无从提出异议`,
      en: `${petition.number} is not offered to anybody: there is nothing to object to`,
    },
    {
      zh: `已接收的可以退回：${commandOn(petition, 'return # --reason …')}`,
      en: `What was taken can be returned: ${commandOn(petition, 'return # --reason …')}`,
    },
  );
};

/** An objection with detailed reasons is made within 5 working days (信访工作条例 Art. 23(3)). */
const objectedInTime: Condition = (petition, { on }) => {
  if (petition.objectDue === undefined || on <= petition.objectDue) return;
  refuse(
    {
      zh: `${petition.number} 的异议期限 ${petition.objectDue} 已过（5 个工作日，信访工作条例第二十三条）`,
      en: `Objections to ${petition.number} had to be made by ${petition.objectDue} (5 working days, Regulations on Petition Work Art. 23)`,
    },
    {
      zh: `请接收：${commandOn(petition, 'accept #')}；接收后确需退的，与移出单位商定后退回`,
      en: `Take it: ${commandOn(petition, 'accept #')}; later it can be returned if the sender agrees`,
    },
  );
};

/** One agent at a time: the first is assigned, another one reassigned with a reason. */
const noAgentYet: Condition = (petition, { move, details }) => {
  if (petition.agent === undefined || (move === 'confer' && details.agentId === undefined)) return;
  refuse(
    { zh: `${petition.number} 已有代办员`, en: `${petition.number} has an agent already` },
    {
      zh: `换人用改派：${commandOn(petition, 'reassign # --agent … --reason …')}`,
      en: `Change it with ${commandOn(petition, 'reassign # --agent … --reason …')}`,
    },
  );
};

const hasAgent: Condition = petition => {
  if (petition.agent !== undefined) return;
  refuse(
    { zh: `${petition.number} 还没有代办员`, en: `${petition.number} has no agent yet` },
    {
      zh: `先指派：${commandOn(petition, 'assign # --suggest')}`,
      en: `Assign one: ${commandOn(petition, 'assign # --suggest')}`,
    },
  );
};

const otherAgent: Condition = (petition, { details }) => {
  if (details.agentId !== petition.agent) return;
  refuse(
    {
      zh: `${petition.number} 本来就由 ${details.agent} 代办`,
      en: `${details.agent} is the agent of ${petition.number} already`,
    },
    { zh: '请写另一名代办员', en: 'Name another agent' },
  );
};

/** Staff with a direct interest stand back (信访工作条例 Art. 28). */
const noInterest: Condition = (_, { move, details }) => {
  if (details.interested !== true) return;
  refuse(
    {
      zh: `代办员 ${details.agent} 是信访人本人，应当回避（信访工作条例第二十八条）`,
      en: `Agent ${details.agent} is a petitioner: they stand back (Regulations on Petition Work Art. 28)`,
    },
    move === 'assign'
      ? { zh: '请指派别人，或用 --suggest', en: 'Name another one, or use --suggest' }
      : { zh: '请写别的代办员', en: 'Name another one' },
  );
};

/** A department has one task at a time in a petition. */
const notRoutedThere: Condition = (petition, { details }) => {
  if (details.departmentId === undefined || !petition.awaited.includes(details.departmentId as number)) return;
  refuse(
    {
      zh: `${details.department} 已有任务，还没有反馈`,
      en: `${details.department} has a task already and has not reported`,
    },
    {
      zh: `先登记反馈：${commandOn(petition, `report # --department ${details.department}`)}`,
      en: `Enter its report first: ${commandOn(petition, `report # --department ${details.department}`)}`,
    },
  );
};

/** Only a department with a task reports. */
const wasRouted: Condition = (petition, { details }) => {
  if (
    details.departmentId === undefined
      ? petition.awaited.length > 0
      : petition.awaited.includes(details.departmentId as number)
  )
    return;
  refuse(
    {
      zh: `${petition.number} 没有等待${details.department ?? '部门'}反馈的任务`,
      en: `${petition.number} has no task that waits for ${details.department ?? 'a department'}`,
    },
    {
      zh: `先分流：${commandOn(petition, 'route # --department …')}`,
      en: `Route it first: ${commandOn(petition, 'route # --department …')}`,
    },
  );
};

/** More time is given once (信访工作条例 Art. 34). */
const notExtended: Condition = petition => {
  if (!petition.extended) return;
  refuse(
    {
      zh: `${petition.number} 已经延期一次，延长最多 30 日（信访工作条例第三十四条）`,
      en: `${petition.number} was extended once: 30 days at most (Regulations on Petition Work Art. 34)`,
    },
    { zh: `请办结：${commandOn(petition, 'conclude #')}`, en: `Conclude it: ${commandOn(petition, 'conclude #')}` },
  );
};

/** More time is given before the 60 days end (信访工作条例 Art. 34). */
const extendedInTime: Condition = (petition, { on }) => {
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
          en: `The time for ${number} ended on ${handleDue}; it is extended before that (Regulations on Petition Work Art. 34)`,
        },
    { zh: `请办结：${commandOn(petition, 'conclude #')}`, en: `Conclude it: ${commandOn(petition, 'conclude #')}` },
  );
};

/** The reply reaches the petitioner before anything rests on it. */
const notified: Condition = petition => {
  if (petition.notifiedOn) return;
  refuse(
    {
      zh: `${petition.number} 的答复还没有送达信访人`,
      en: `The reply to ${petition.number} has not reached the petitioner`,
    },
    {
      zh: `先登记送达：${commandOn(petition, 'notify #')}`,
      en: `Enter that first: ${commandOn(petition, 'notify #')}`,
    },
  );
};

/** What is asked for rests on a reply that was received; what is decided rests on the request. */
const reviewedOrNotified: Condition = (petition, act) => {
  if (petition.status !== 'under_review') notified(petition, act);
};

const notNotified: Condition = petition => {
  if (!petition.notifiedOn) return;
  refuse(
    {
      zh: `${petition.number} 的答复已于 ${petition.notifiedOn} 送达`,
      en: `The reply to ${petition.number} reached the petitioner on ${petition.notifiedOn}`,
    },
    { zh: `接着评价或结案：${commandOn(petition, 'rate #')}`, en: `Go on with ${commandOn(petition, 'rate #')}` },
  );
};

/** Only what the screen of the joint opinion of 2025-02-10 lets through goes to mediation, and once. */
const mediable: Condition = (petition, { details }) => {
  if (petition.mediated)
    refuse(
      { zh: `${petition.number} 已经转入调解`, en: `${petition.number} was referred to mediation already` },
      { zh: `现状用 ${commandOn(petition, 'show #')} 查看`, en: `See it with ${commandOn(petition, 'show #')}` },
    );
  const bar = details.bar as { zh: string; en: string } | undefined;
  if (!bar) return;
  refuse(
    { zh: `${petition.number} 不能转入调解：${bar.zh}`, en: `${petition.number} cannot go to mediation: ${bar.en}` },
    { zh: '按信访程序继续办理', en: 'Go on with it as a petition' },
  );
};

/** What must hold for a move, besides its place in the transition table; checked in this order. */
export const CONDITIONS: Readonly<Partial<Record<Move, readonly Condition[]>>> = {
  accept: [somethingToAccept],
  confer: [noAgentYet, noInterest, notRoutedThere, dueAhead],
  assign: [noAgentYet, noInterest],
  reassign: [hasAgent, otherAgent, noInterest],
  route: [notRoutedThere, dueAhead],
  report: [wasRouted],
  escalate: [noOpenOffer, unitAboveExists, conferredOrDirect],
  'hand-down': [noOpenOffer, unitsBelow, below, dueAhead],
  return: [received],
  recall: [openOffer],
  object: [offeredHere, objectedInTime],
  extend: [notExtended, extendedInTime],
  notify: [notNotified],
  rate: [notified],
  review: [reviewedOrNotified, reviewStage, reviewable],
  're-examine': [reviewedOrNotified, examineStage, examinable],
  'refer-to-mediation': [mediable],
  close: [notified, rightOver],
};

/** The conditions that look at where the petition stands only. */
export const STANDING: ReadonlySet<Condition> = new Set<Condition>([
  somethingToAccept,
  noAgentYet,
  hasAgent,
  wasRouted,
  noOpenOffer,
  unitAboveExists,
  unitsBelow,
  received,
  openOffer,
  offeredHere,
  notified,
  notNotified,
  reviewedOrNotified,
  reviewStage,
  examineStage,
  notExtended,
  mediable,
]);
