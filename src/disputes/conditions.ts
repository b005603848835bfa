import type { ActOf } from '../cases/case.ts';
import type { Condition, Life } from '../cases/life.ts';
import {
  below,
  commandHint,
  commandOn,
  dueAhead,
  noOpenOffer,
  openOffer,
  receivedFromAnother,
  unitAboveExists,
  unitsBelow,
} from '../cases/passing.ts';
import type { Day } from '../kernel/day.ts';
import { refuse } from '../kernel/failure.ts';
import { TIER, TIER_NAMES } from '../units/level.ts';
import type { DisputeAct } from './acts.ts';
import { type Dispute, GRADE_LIST, GRADE_TIER, GRADES } from './dispute.ts';
import { ENDED, type Move, STATUSES } from './transitions.ts';

/** A rule about the dispute itself, and one about what an act says. */
type OfCase = Condition<Dispute, { readonly move: string }>;
type OfAct<M extends Move> = Condition<Dispute, ActOf<DisputeAct, M>>;

/** A case is accepted from registered, or where another unit offers it; not twice. */
const somethingToAccept: OfCase = dispute => {
  if (dispute.offer || dispute.status === 'registered') return;
  refuse(
    {
      zh: `${dispute.number} 已经受理，没有待接收的移交`,
      en: `${dispute.number} is already accepted, and no offer is open`,
    },
    commandHint(dispute, 'mediate #', '接着调解：$', 'Go on with $'),
  );
};

/** There is an offer to return, or the dispute came from another unit. */
const offeredOrReceived: OfCase = (dispute, act, scene) => {
  if (!dispute.offer) receivedFromAnother(dispute, act, scene);
};

/** An attempt, or a new grade, is on record before a case goes up; else a reason for going up directly (S-39). */
const attemptedOrRegraded: OfAct<'escalate'> = (dispute, { direct }, { actor }) => {
  if (dispute.attempted || dispute.regraded || dispute.refused || direct) return;
  refuse(
    {
      zh: `${dispute.number} 在${actor.name}尚无调解记录，不能直接上报（自下而上逐级过筛）`,
      en: `${dispute.number} has no mediation on record at ${actor.name}: mediate before escalating`,
    },
    commandHint(
      dispute,
      'mediate #',
      '先 $；情况特殊的，用 --direct 写明理由',
      'First $; or give the reason with --direct',
    ),
  );
};

/** If one party clearly refuses, mediation must not go on (人民调解法 Art. 17). */
const nobodyRefuses: OfCase = dispute => {
  if (!dispute.refused) return;
  refuse(
    {
      zh: `${dispute.number} 有当事人明确拒绝调解，不得继续调解（人民调解法第十七条）`,
      en: `A party to ${dispute.number} has refused: mediation must not continue (People’s Mediation Law Art. 17)`,
    },
    {
      zh: `请终止并告知其他途径：${commandOn(dispute, 'terminate # --remedies-told --reason 当事人拒绝')}`,
      en: `Terminate it and inform the parties of their other remedies: ${commandOn(dispute, 'terminate # --remedies-told --reason …')}`,
    },
  );
};

/** A unit below the grade's tier neither settles nor closes (S-04). */
const tierOfGrade: OfCase = (dispute, { move }, { actor }) => {
  const wanted = GRADE_TIER[dispute.grade];
  if (TIER[actor.level] <= wanted) return;
  const grade = GRADES[dispute.grade];
  const tier = TIER_NAMES[wanted] ?? grade;
  const verb = move === 'close' ? { zh: '结案', en: 'closed' } : { zh: '化解', en: 'settled' };
  const own = GRADE_LIST.find(grade => GRADE_TIER[grade] === TIER[actor.level]);
  const regrade = `regrade # --grade ${own} --reason …`;
  refuse(
    {
      zh: `${dispute.number} 是${grade.zh}纠纷，须由${tier.zh}${verb.zh}，${actor.name}不能（简易村级调、复杂镇级处、重大旗级解）`,
      en: `${dispute.number} is ${grade.en}: it is ${verb.en} at ${tier.en} level, not by ${actor.name}`,
    },
    commandHint(
      dispute,
      'escalate #',
      `上报：$；定级不对的先调级：${commandOn(dispute, regrade)}`,
      `Escalate it: $; or correct the grade: ${commandOn(dispute, regrade)}`,
    ),
  );
};

/** The parties are informed of their rights and duties before an agreement, at the latest with it (2002 rules Art. 30). */
const rightsNotified: OfAct<'settle'> = (dispute, { rightsNotified: on, takenOver }) => {
  if (dispute.rightsOn || on || takenOver) return;
  refuse(
    {
      zh: `${dispute.number} 尚未告知当事人权利义务（人民调解工作若干规定第三十条）`,
      en: `The parties to ${dispute.number} have not been informed of their rights (2002 rules Art. 30)`,
    },
    { zh: '加上 --rights-notified 和告知的日期', en: 'Add --rights-notified with the day on which they were informed' },
  );
};

/** No date that an act reports is later than the act. */
function refuseLater(on: Day, days: readonly (Day | undefined)[]): void {
  const later = days.find(day => day !== undefined && day > on);
  if (later === undefined) return;
  refuse(
    { zh: `${later} 晚于办理日期 ${on}`, en: `${later} is after the day of the act, ${on}` },
    { zh: '请核对日期，或用 --on 写明办理日期', en: 'Check the day, or date the act with --on' },
  );
}

const noticeByThen: OfAct<'accept' | 'mediate' | 'settle'> = (_, { on, rightsNotified: day }) => refuseLater(on, [day]);

const signedByThen: OfAct<'sign'> = (_, { on, parties, party = [], mediatorOn, committeeOn }) =>
  refuseLater(on, [mediatorOn, committeeOn, parties, ...party.map(([, day]) => day)]);

/** The day by which an agreement is to be performed is not over when it is made. */
const performAhead: OfAct<'settle'> = (_, { on, performBy }) => {
  if (performBy === undefined || performBy >= on) return;
  refuse(
    {
      zh: `履行期限 ${performBy} 早于化解日期 ${on}`,
      en: `The agreement of ${on} cannot be due on ${performBy}, before it`,
    },
    { zh: '请核对 --perform-by，或用 --on 写明化解日期', en: 'Check --perform-by, or date the act with --on' },
  );
};

/** When mediation fails, the parties are informed of their other remedies (人民调解法 Art. 26). */
const remediesTold: OfAct<'terminate'> = (dispute, { remediesTold: told, takenOver }) => {
  if (told || takenOver) return;
  refuse(
    {
      zh: `终止 ${dispute.number} 前须告知当事人仲裁、行政、司法等途径（人民调解法第二十六条）`,
      en: `Before ${dispute.number} is terminated, the parties are informed of arbitration, administration and court (People’s Mediation Law Art. 26)`,
    },
    { zh: '告知后加上 --remedies-told', en: 'When they have been informed, add --remedies-told' },
  );
};

/** Closing needs performance, or a reason (结案以履行完毕为准). */
const performedOrReason: OfAct<'close'> = (dispute, { reason }) => {
  if (dispute.status === 'performed' || reason) return;
  refuse(
    {
      zh: `${dispute.number} 尚未履行完毕，不能结案`,
      en: `${dispute.number} is not performed yet and cannot be closed`,
    },
    commandHint(
      dispute,
      'perform #',
      '先登记履行：$；或用 --reason 写明原因',
      'Enter the performance: $; or give a --reason',
    ),
  );
};

/** Only a written agreement is signed, and only once it lacks a date. */
const unsignedAgreement: OfCase = dispute => {
  if (dispute.agreement?.form !== 'written')
    refuse(
      {
        zh: `${dispute.number} 是口头协议，不用签署`,
        en: `${dispute.number} has an oral agreement; nothing is signed`,
      },
      commandHint(dispute, 'perform #', '接着登记履行：$', 'Go on with $'),
    );
  if (dispute.agreement.effectiveOn)
    refuse(
      {
        zh: `${dispute.number} 的协议已于 ${dispute.agreement.effectiveOn} 生效`,
        en: `The agreement of ${dispute.number} has been in effect since ${dispute.agreement.effectiveOn}`,
      },
      commandHint(dispute, 'perform #', '接着登记履行：$', 'Go on with $'),
    );
};

/** A written agreement that is not in effect yet cannot be performed. */
const agreementInEffect: OfCase = dispute => {
  if (dispute.agreement?.effectiveOn) return;
  refuse(
    {
      zh: `${dispute.number} 的书面协议签署不全，尚未生效（人民调解法第二十九条）`,
      en: `The written agreement of ${dispute.number} lacks signatures and is not in effect (People’s Mediation Law Art. 29)`,
    },
    commandHint(dispute, 'sign #', '先补签署日期：$', 'First enter the dates: $'),
  );
};

/** More time is agreed on before the time is over, and by both parties (2002 rules Art. 33). */
const extendedInTime: OfAct<'extend'> = (dispute, { on, consented }) => {
  if (!consented)
    refuse(
      {
        zh: '延长调解须双方当事人同意（人民调解工作若干规定第三十三条）',
        en: 'Mediation can be extended beyond its month only with both parties’ consent (2002 rules Art. 33)',
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
    commandHint(
      dispute,
      'terminate #',
      '请化解、上报，或终止并告知其他途径：$',
      'Settle it, escalate it, or terminate it: $',
    ),
  );
};

/** A new grade is another one. */
const otherGrade: OfAct<'regrade'> = (dispute, act) => {
  if (act.grade !== dispute.grade) return;
  const grade = GRADES[dispute.grade];
  refuse(
    { zh: `${dispute.number} 已经是${grade.zh}`, en: `${dispute.number} is already ${grade.en}` },
    commandHint(dispute, 'show #', '现状用 $ 查看', 'See it with $'),
  );
};

/** A dispute that was registered twice goes into the other one, which counts alone and must not have ended. */
const intoAnother: OfAct<'merge'> = (dispute, { into, intoStatus }) => {
  if (into === dispute.number)
    refuse(
      { zh: `${dispute.number} 不能并入自己`, en: `${dispute.number} cannot be merged into itself` },
      { zh: '请用 --into 写另一件的编号', en: 'Name the other dispute with --into' },
    );
  if (!ENDED.includes(intoStatus)) return;
  refuse(
    {
      zh: `${into} ${STATUSES[intoStatus].zh}，不能并入`,
      en: `${into} is ${STATUSES[intoStatus].en}; nothing can be merged into it`,
    },
    { zh: '请用 --into 写还在办理或已化解的一件', en: 'Name one that is open or settled with --into' },
  );
};

export const CONDITIONS: Life<Dispute, DisputeAct>['conditions'] = {
  accept: { ofCase: [somethingToAccept], ofAct: [noticeByThen] },
  mediate: { ofCase: [nobodyRefuses], ofAct: [noticeByThen] },
  escalate: { ofCase: [noOpenOffer, unitAboveExists], ofAct: [attemptedOrRegraded] },
  'hand-down': { ofCase: [noOpenOffer, unitsBelow], ofAct: [below, dueAhead] },
  return: { ofCase: [offeredOrReceived] },
  recall: { ofCase: [openOffer] },
  joint: { ofCase: [nobodyRefuses] },
  regrade: { ofAct: [otherGrade] },
  settle: { ofCase: [nobodyRefuses, tierOfGrade], ofAct: [rightsNotified, noticeByThen, performAhead] },
  sign: { ofCase: [unsignedAgreement], ofAct: [signedByThen] },
  perform: { ofCase: [agreementInEffect] },
  close: { ofCase: [tierOfGrade], ofAct: [performedOrReason] },
  extend: { ofCase: [nobodyRefuses], ofAct: [extendedInTime] },
  merge: { ofAct: [intoAnother] },
  terminate: { ofAct: [remediesTold] },
};
