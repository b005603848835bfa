import type { Condition as CaseCondition } from '../cases/life.ts';
import {
  below,
  commandOn,
  dueAhead,
  noOpenOffer,
  offeredOrReceived,
  openOffer,
  unitAboveExists,
  unitsBelow,
} from '../cases/passing.ts';
import { refuse } from '../kernel/failure.ts';
import { TIER, TIER_NAMES } from '../units/level.ts';
import { type Dispute, type DisputeAct, GRADE_LIST, GRADE_TIER, GRADES } from './dispute.ts';
import { type Move, STATUSES, type Status } from './transitions.ts';

type Condition = CaseCondition<Dispute, DisputeAct>;

/** A case is accepted from registered, or where another unit offers it; not twice. */
const somethingToAccept: Condition = dispute => {
  if (dispute.offer || dispute.status === 'registered') return;
  refuse(
    { zh: `${dispute.number} 已经受理，没有待接收的移交`, en: `${dispute.number} is accepted already and not offered` },
    { zh: `接着调解：${commandOn(dispute, 'mediate #')}`, en: `Go on with ${commandOn(dispute, 'mediate #')}` },
  );
};

/** An attempt, or a new grade, is on record before a case goes up; else a reason for going up directly (S-39). */
const attemptedOrRegraded: Condition = (dispute, act) => {
  if (dispute.attempted || dispute.regraded || dispute.refused || act.details.direct) return;
  refuse(
    {
      zh: `${dispute.number} 在${act.actor.name}还没有调解记录，不能直接上报（自下而上逐级过筛）`,
      en: `${dispute.number} has no mediation on record at ${act.actor.name}: a case is tried before it goes up`,
    },
    {
      zh: `先 ${commandOn(dispute, 'mediate #')}；情况特殊的，用 --direct 写明理由`,
      en: `First ${commandOn(dispute, 'mediate #')}; or give the reason with --direct`,
    },
  );
};

/** If one party clearly refuses, mediation must not go on (人民调解法 Art. 17). */
const nobodyRefuses: Condition = dispute => {
  if (!dispute.refused) return;
  refuse(
    {
      zh: `${dispute.number} 有当事人明确拒绝调解，不得继续调解（人民调解法第十七条）`,
      en: `A party to ${dispute.number} refuses: mediation must not go on (People’s Mediation Law Art. 17)`,
    },
    {
      zh: `请终止并告知其他途径：${commandOn(dispute, 'terminate # --remedies-told --reason 当事人拒绝')}`,
      en: `Terminate it and tell the other roads: ${commandOn(dispute, 'terminate # --remedies-told --reason …')}`,
    },
  );
};

/** A unit below the grade's tier neither settles nor closes (S-04). */
const tierOfGrade: Condition = (dispute, { actor, move }) => {
  const wanted = GRADE_TIER[dispute.grade];
  if (TIER[actor.level] <= wanted) return;
  const grade = GRADES[dispute.grade];
  const tier = TIER_NAMES[wanted] ?? grade;
  const verb = move === 'close' ? { zh: '结案', en: 'closed' } : { zh: '化解', en: 'settled' };
  const own = GRADE_LIST.find(one => GRADE_TIER[one] === TIER[actor.level]);
  const regrade = `regrade # --grade ${own} --reason …`;
  refuse(
    {
      zh: `${dispute.number} 是${grade.zh}纠纷，须由${tier.zh}${verb.zh}，${actor.name}不能（简易村级调、复杂镇级处、重大旗级解）`,
      en: `${dispute.number} is ${grade.en}: it is ${verb.en} at ${tier.en} level, not by ${actor.name}`,
    },
    {
      zh: `上报：${commandOn(dispute, 'escalate #')}；定级不对的先调级：${commandOn(dispute, regrade)}`,
      en: `Pass it up: ${commandOn(dispute, 'escalate #')}; or mend the grade: ${commandOn(dispute, regrade)}`,
    },
  );
};

/** The parties are told their rights and duties before an agreement, at the latest with it (2002 rules Art. 30). */
const rightsNotified: Condition = (dispute, { details }) => {
  if (dispute.rightsOn || details.rightsNotified || details.takenOver) return;
  refuse(
    {
      zh: `${dispute.number} 还没有告知当事人权利义务（人民调解工作若干规定第三十条）`,
      en: `The parties to ${dispute.number} have not been told their rights (2002 rules Art. 30)`,
    },
    { zh: '加上 --rights-notified 和告知的日期', en: 'Add --rights-notified with the day on which they were told' },
  );
};

/** Nothing that an act reports lies after it: signatures, notices, consents. */
const reportedByThen: Condition = (_, { on, details }) => {
  const own = (details.party ?? []) as readonly (readonly [number, unknown])[];
  const { rightsNotified, mediator, committee, parties } = details;
  for (const day of [rightsNotified, mediator, committee, parties, ...own.map(([, signed]) => signed)])
    if (typeof day === 'string' && day > on)
      refuse(
        { zh: `${day} 晚于办理日期 ${on}`, en: `${day} is after the day of the act, ${on}` },
        { zh: '请核对日期，或用 --on 写明办理日期', en: 'Check the day, or date the act with --on' },
      );
};

/** The day by which an agreement is to be performed is not over when it is made. */
const performAhead: Condition = (_, { on, details }) => {
  if (typeof details.performBy !== 'string' || details.performBy >= on) return;
  refuse(
    {
      zh: `履行期限 ${details.performBy} 早于化解日期 ${on}`,
      en: `The agreement of ${on} cannot be due on ${details.performBy}, before it`,
    },
    { zh: '请核对 --perform-by，或用 --on 写明化解日期', en: 'Check --perform-by, or date the act with --on' },
  );
};

/** A failed mediation ends with the parties told the other roads (人民调解法 Art. 26). */
const remediesTold: Condition = (dispute, { details }) => {
  if (details.remediesTold === true || details.takenOver) return;
  refuse(
    {
      zh: `终止 ${dispute.number} 前须告知当事人仲裁、行政、司法等途径（人民调解法第二十六条）`,
      en: `Before ${dispute.number} is terminated, the parties are told of arbitration, administration and court (People’s Mediation Law Art. 26)`,
    },
    { zh: '告知后加上 --remedies-told', en: 'When they have been told, add --remedies-told' },
  );
};

/** Closing needs performance, or a reason (结案以履行完毕为准). */
const performedOrReason: Condition = (dispute, { reason }) => {
  if (dispute.status === 'performed' || reason) return;
  refuse(
    {
      zh: `${dispute.number} 还没有履行完毕，不能结案`,
      en: `${dispute.number} is not performed yet and cannot be closed`,
    },
    {
      zh: `先登记履行：${commandOn(dispute, 'perform #')}；或用 --reason 写明原因`,
      en: `Enter the performance: ${commandOn(dispute, 'perform #')}; or give a --reason`,
    },
  );
};

/** Only a written agreement is signed, and only once it lacks a date. */
const unsignedAgreement: Condition = dispute => {
  if (dispute.agreement?.form !== 'written')
    refuse(
      {
        zh: `${dispute.number} 是口头协议，不用签署`,
        en: `${dispute.number} has an oral agreement; nothing is signed`,
      },
      { zh: `接着登记履行：${commandOn(dispute, 'perform #')}`, en: `Go on with ${commandOn(dispute, 'perform #')}` },
    );
  if (dispute.agreement.effectiveOn)
    refuse(
      {
        zh: `${dispute.number} 的协议已于 ${dispute.agreement.effectiveOn} 生效`,
        en: `The agreement of ${dispute.number} has been in effect since ${dispute.agreement.effectiveOn}`,
      },
      { zh: `接着登记履行：${commandOn(dispute, 'perform #')}`, en: `Go on with ${commandOn(dispute, 'perform #')}` },
    );
};

/** A written agreement that is not in effect yet cannot be performed. */
const agreementInEffect: Condition = dispute => {
  if (dispute.agreement?.effectiveOn) return;
  refuse(
    {
      zh: `${dispute.number} 的书面协议签署不全，还没有生效（人民调解法第二十九条）`,
      en: `The written agreement of ${dispute.number} lacks signatures and is not in effect (People’s Mediation Law Art. 29)`,
    },
    {
      zh: `先补签署日期：${commandOn(dispute, 'sign #')}`,
      en: `First enter the dates: ${commandOn(dispute, 'sign #')}`,
    },
  );
};

/** More time is agreed on before the time is over, and by both parties (2002 rules Art. 33). */
const extendedInTime: Condition = (dispute, { on, details }) => {
  if (details.consented !== true)
    refuse(
      {
        zh: '延长调解须双方当事人同意（人民调解工作若干规定第三十三条）',
        en: 'Mediation goes on beyond its month only with both parties’ consent (2002 rules Art. 33)',
      },
      { zh: '双方同意后加上 --consented', en: 'When both consent, add --consented' },
    );
  if (dispute.mediationDue !== undefined && on <= dispute.mediationDue) return;
  refuse(
    dispute.mediationDue === undefined
      ? { zh: `${dispute.number} 没有正在计算的调解期限`, en: `No mediation deadline is running for ${dispute.number}` }
      : {
          zh: `${dispute.number} 的调解期限 ${dispute.mediationDue} 已过，不能再延长`,
          en: `The mediation of ${dispute.number} was due on ${dispute.mediationDue}; it cannot be extended after that`,
        },
    {
      zh: `请化解、上报，或终止并告知其他途径：${commandOn(dispute, 'terminate #')}`,
      en: `Settle it, pass it up, or terminate it: ${commandOn(dispute, 'terminate #')}`,
    },
  );
};

/** A new grade is another one. */
const otherGrade: Condition = (dispute, { details }) => {
  if (details.grade !== dispute.grade) return;
  const grade = GRADES[dispute.grade];
  refuse(
    { zh: `${dispute.number} 本来就是${grade.zh}`, en: `${dispute.number} is ${grade.en} already` },
    { zh: `现状用 ${commandOn(dispute, 'show #')} 查看`, en: `See it with ${commandOn(dispute, 'show #')}` },
  );
};

/** A dispute that was registered twice goes into the other one, which counts alone and must not have ended. */
const intoAnother: Condition = (dispute, { details }) => {
  if (details.into === dispute.number)
    refuse(
      { zh: `${dispute.number} 不能并入自己`, en: `${dispute.number} cannot be merged into itself` },
      { zh: '请用 --into 写另一件的编号', en: 'Name the other dispute with --into' },
    );
  const status = details.intoStatus as Status;
  if (!['declined', 'terminated', 'withdrawn', 'merged'].includes(status)) return;
  refuse(
    {
      zh: `${details.into} ${STATUSES[status].zh}，不能并入`,
      en: `${details.into} is ${STATUSES[status].en}; nothing can be merged into it`,
    },
    { zh: '请用 --into 写还在办理或已化解的一件', en: 'Name one that is open or settled with --into' },
  );
};

/** What must hold for a move, besides its place in the transition table; checked in this order. */
export const CONDITIONS: Readonly<Partial<Record<Move, readonly Condition[]>>> = {
  accept: [somethingToAccept, reportedByThen],
  mediate: [nobodyRefuses, reportedByThen],
  escalate: [noOpenOffer, unitAboveExists, attemptedOrRegraded],
  'hand-down': [noOpenOffer, unitsBelow, below, dueAhead],
  return: [offeredOrReceived],
  recall: [openOffer],
  joint: [nobodyRefuses],
  regrade: [otherGrade],
  settle: [nobodyRefuses, tierOfGrade, rightsNotified, reportedByThen, performAhead],
  sign: [unsignedAgreement, reportedByThen],
  perform: [agreementInEffect],
  close: [tierOfGrade, performedOrReason],
  extend: [nobodyRefuses, extendedInTime],
  merge: [intoAnother],
  terminate: [remediesTold],
};

/** The conditions that look at where the case stands only, not at what an act says: with them one can tell what is possible. */
export const STANDING: ReadonlySet<Condition> = new Set([
  noOpenOffer,
  openOffer,
  somethingToAccept,
  offeredOrReceived,
  unitAboveExists,
  unitsBelow,
  nobodyRefuses,
  tierOfGrade,
  unsignedAgreement,
  agreementInEffect,
]);
