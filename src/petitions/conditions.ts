import type { ActOf } from '../cases/case.ts';
import { commandHint } from '../cases/case-hint.ts';
import type { Condition, Life } from '../cases/life.ts';
import { below, dueAhead, noOpenOffer, openOffer, unitAboveExists, unitsBelow } from '../cases/passing.ts';
import { holderMerged } from '../cases/succession.ts';
import { onlyOwnActs } from '../cases/voiding.ts';
import { refuse } from '../kernel/failure.ts';
import type { PetitionAct } from './acts.ts';
import { firstAgent, hasAgent, noAgentYet, noInterest, otherAgent } from './agent-conditions.ts';
import { isClaim, otherClass, outcomeFits } from './class-rules.ts';
import { extendedInTime, isExtendable, notAllExtended, notExtended } from './extension-conditions.ts';
import { heardByExaminer, hearingInOrder, underReExamination } from './hearing-conditions.ts';
import {
  hasGround,
  hasNotice,
  notified,
  notToldBefore,
  reviewedOrNotified,
  somethingToTell,
  tellsWhatHappened,
} from './notice-conditions.ts';
import { conferredOrDirect, objectedInTime, offeredHere, received, somethingToAccept } from './passing-conditions.ts';
import type { Petition } from './petition.ts';
import {
  decidedAbove,
  examinable,
  examineStage,
  opinionToReview,
  reviewable,
  reviewStage,
  rightOver,
} from './review-conditions.ts';
import { screened } from './screen.ts';
import {
  departmentInTime,
  notAnswered,
  notRoutedThere,
  routedOnceAccepted,
  someTask,
  someTaskUnanswered,
  wasRouted,
} from './task-conditions.ts';
import type { Move } from './transitions.ts';

/** A rule about the petition itself, and one about what an act says. */
type OfCase = Condition<Petition, { readonly move: string }>;
type OfAct<M extends Move> = Condition<Petition, ActOf<PetitionAct, M>>;

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
  confer: { ofAct: [firstAgent, noInterest, routedOnceAccepted, notRoutedThere, dueAhead] },
  assign: { ofCase: [noAgentYet], ofAct: [noInterest] },
  reassign: { ofCase: [hasAgent], ofAct: [otherAgent, noInterest] },
  route: { ofAct: [notRoutedThere, dueAhead] },
  'task-accept': { ofCase: [someTaskUnanswered], ofAct: [notAnswered] },
  'task-object': { ofCase: [someTaskUnanswered], ofAct: [notAnswered, departmentInTime] },
  report: { ofCase: [someTask], ofAct: [wasRouted] },
  escalate: { ofCase: [noOpenOffer, unitAboveExists], ofAct: [conferredOrDirect] },
  'hand-down': { ofCase: [noOpenOffer, unitsBelow], ofAct: [below, dueAhead] },
  return: { ofCase: [received] },
  recall: { ofCase: [openOffer] },
  succeed: { ofCase: [holderMerged, noOpenOffer] },
  object: { ofCase: [offeredHere], ofAct: [objectedInTime] },
  extend: { ofCase: [notAllExtended], ofAct: [notExtended, extendedInTime], isPossible: isExtendable },
  classify: { ofCase: [isClaim], ofAct: [otherClass] },
  conclude: { ofAct: [outcomeFits] },
  notice: { ofCase: [somethingToTell], ofAct: [tellsWhatHappened, hasGround, notToldBefore], isPossible: hasNotice },
  rate: { ofCase: [notified] },
  review: { ofCase: [opinionToReview, reviewedOrNotified, reviewStage], ofAct: [decidedAbove, reviewable] },
  're-examine': { ofCase: [opinionToReview, reviewedOrNotified, examineStage], ofAct: [decidedAbove, examinable] },
  hear: { ofCase: [underReExamination], ofAct: [heardByExaminer, hearingInOrder] },
  'refer-to-mediation': { ofCase: [notMediated], ofAct: [mediable] },
  close: { ofCase: [notified], ofAct: [rightOver] },
  void: { ofCase: [onlyOwnActs, unlinked] },
};
