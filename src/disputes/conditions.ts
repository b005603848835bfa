import { commandHint, commandOn } from '../cases/case-hint.ts';
import type { Life } from '../cases/life.ts';
import {
  below,
  dueAhead,
  noOpenOffer,
  openOffer,
  receivedFromAnother,
  unitAboveExists,
  unitsBelow,
} from '../cases/passing.ts';
import { holderMerged } from '../cases/succession.ts';
import { onlyOwnActs } from '../cases/voiding.ts';
import type { Day } from '../kernel/day.ts';
import { refuse } from '../kernel/failure.ts';
import type { DisputeAct } from './acts.ts';
import {
  agreementInEffect,
  noticeByThen,
  performAhead,
  performedOrReason,
  rightsNotified,
  signedByThen,
  unsignedAgreement,
  writtenForLand,
} from './agreement-rules.ts';
import type { OfAct, OfCase } from './condition.ts';
import type { Dispute } from './dispute.ts';
import { loweredByTier, otherGrade, tierOfGrade } from './grade-rules.ts';
import { instalmentOpen, instalmentsAddUp, instalmentsInOrder } from './instalment-rules.ts';
import { intoAnother, intoSameGrade } from './merge-rules.ts';
import {
  appointedAhead,
  fromAbove,
  hasAppointment,
  referredOnce,
  someReferral,
  supervisedOnce,
  underSupervision,
  wasReferred,
} from './pending-rules.ts';
import { mediatedHere } from './session-rules.ts';

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

function isInTime({ mediationDue }: Dispute, on: Day): boolean {
  return mediationDue !== undefined && on <= mediationDue;
}

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
  if (isInTime(dispute, on)) return;
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

/** What was settled happened, whatever came after it: a dispute that was entered by mistake has no agreement. */
const neverSettled: OfCase = dispute => {
  if (!dispute.agreement) return;
  refuse(
    { zh: `${dispute.number} 曾经化解，不能作废`, en: `${dispute.number} was settled once: it cannot be voided` },
    commandHint(dispute, 'step-back # --reason …', '登记有误的，请逐步撤销办理：$', 'Step back its moves first: $'),
  );
};

export const CONDITIONS: Life<Dispute, DisputeAct>['conditions'] = {
  accept: { ofCase: [somethingToAccept], ofAct: [noticeByThen] },
  mediate: { ofCase: [nobodyRefuses], ofAct: [noticeByThen] },
  escalate: { ofCase: [noOpenOffer, unitAboveExists], ofAct: [attemptedOrRegraded] },
  'hand-down': { ofCase: [noOpenOffer, unitsBelow], ofAct: [below, dueAhead] },
  return: { ofCase: [offeredOrReceived] },
  recall: { ofCase: [openOffer] },
  succeed: { ofCase: [holderMerged, noOpenOffer] },
  refer: { ofAct: [dueAhead, referredOnce] },
  report: { ofCase: [someReferral], ofAct: [wasReferred] },
  supervise: { ofCase: [unitAboveExists], ofAct: [fromAbove, dueAhead, supervisedOnce] },
  'supervision-reply': { ofCase: [underSupervision] },
  appoint: { ofCase: [nobodyRefuses], ofAct: [appointedAhead] },
  'cancel-appointment': { ofCase: [hasAppointment] },
  joint: { ofCase: [nobodyRefuses] },
  regrade: { ofAct: [otherGrade, loweredByTier] },
  settle: {
    ofCase: [nobodyRefuses, tierOfGrade, mediatedHere],
    ofAct: [writtenForLand, rightsNotified, noticeByThen, performAhead, instalmentsInOrder, instalmentsAddUp],
  },
  sign: { ofCase: [unsignedAgreement], ofAct: [signedByThen] },
  perform: { ofCase: [agreementInEffect], ofAct: [instalmentOpen] },
  close: { ofCase: [tierOfGrade], ofAct: [performedOrReason] },
  extend: { ofCase: [nobodyRefuses], ofAct: [extendedInTime], isPossible: isInTime },
  merge: { ofAct: [intoAnother, intoSameGrade] },
  terminate: { ofAct: [remediesTold] },
  void: { ofCase: [onlyOwnActs, neverSettled] },
};
