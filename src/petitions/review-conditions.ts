import type { ActOf } from '../cases/case.ts';
import { commandHint } from '../cases/case-hint.ts';
import type { Condition } from '../cases/life.ts';
import { refuse } from '../kernel/failure.ts';
import type { PetitionAct } from './acts.ts';
import { ROADS } from './classes.ts';
import type { Petition } from './petition.ts';
import { reviewerOf, underReview } from './reviewer.ts';
import { isHandled } from './tasks.ts';

type Review = ActOf<PetitionAct, 'review' | 're-examine'>;

/** There is an opinion to be reviewed: an organ’s, on a residual claim (信访工作条例 Art. 31, 35). */
export const opinionToReview: Condition<Petition, unknown> = petition => {
  const { number, isSuggestion, classedAs, applyDue, reviewed, status } = petition;
  if (applyDue !== undefined || reviewed || status === 'under_review') return;
  if (isSuggestion)
    refuse(
      {
        zh: `${number} 是建议意见，没有复查、复核（信访工作条例第三十五条）`,
        en: `${number} is a suggestion: there is no review of it (Regulations on Petition Work Art. 35)`,
      },
      commandHint(petition, 'close #', '可以结案：$', 'It can be closed: $'),
    );
  if (classedAs !== '' && classedAs !== 'residual')
    refuse(
      {
        zh: `${number} 没有处理意见书，不能复查：${ROADS[classedAs].zh}`,
        en: `${number} got no handling opinion that could be reviewed: ${ROADS[classedAs].en}`,
      },
      commandHint(petition, 'close #', '可以结案：$', 'It can be closed: $'),
    );
  if (!isHandled(petition))
    refuse(
      {
        zh: `${number} 只由村（社区）代办，没有机关的处理意见可以复查（信访工作条例第三十五条）`,
        en: `${number} was only carried by a village: there is no opinion of an organ to review (Regulations on Petition Work Art. 35)`,
      },
      {
        zh: `不服的向乡镇提出：tiaochu petition lodge --repeat-of ${number}`,
        en: `It can be lodged with the township: tiaochu petition lodge --repeat-of ${number}`,
      },
    );
};

/** A review comes once, and before a re-examination; while one is under way, the other cannot be. */
export const reviewStage: Condition<Petition, unknown> = petition => {
  if (petition.status === 'under_review') return underWay(petition, 'review');
  if (petition.reviewed)
    refuse(
      {
        zh: `${petition.number} 已经复查过，不服的申请复核`,
        en: `${petition.number} has been reviewed; the next step is a re-examination`,
      },
      commandHint(petition, 're-examine #', '登记复核申请：$', 'Enter the request: $'),
    );
};

/** A re-examination follows a review and is the last (信访工作条例 Art. 36). */
export const examineStage: Condition<Petition, unknown> = petition => {
  if (petition.status === 'under_review') return underWay(petition, 're-examine');
  if (!petition.reviewed)
    refuse(
      { zh: `${petition.number} 尚未复查，不能直接复核`, en: `${petition.number} has not been reviewed yet` },
      commandHint(petition, 'review #', '先复查：$', 'First: $'),
    );
};

function underWay(petition: Petition, stage: 'review' | 're-examine'): void {
  if (petition.stage === stage) return;
  refuse(
    {
      zh: `${petition.number} 正在${petition.stage === 'review' ? '复查' : '复核'}`,
      en: `${petition.number} is under ${petition.stage === 'review' ? 'review' : 're-examination'}`,
    },
    commandHint(
      petition,
      `${petition.stage} # --outcome … --opinion …`,
      `先登记${petition.stage === 'review' ? '复查' : '复核'}意见：$`,
      'Enter its opinion first: $',
    ),
  );
}

/**
 * A review is decided by the organ one level above the handling one, a re-examination by the one above that; nobody decides
 * about its own opinion (信访工作条例 Art. 35, 36).
 */
export const decidedAbove: Condition<Petition, Review> = (petition, { move, opinion, organ }, { actor, tree }) => {
  const decides = reviewerOf(petition, move, tree);
  if (!decides) return;
  // An organ above the ledger is named with its opinion, or before.
  const isNamed = !decides.isOutside || opinion === undefined || (organ ?? petition.reviewOrgan) !== undefined;
  if (actor.unit_id === decides.unit && isNamed) return;
  const { number } = petition;
  const name = tree.units.get(decides.unit)?.name ?? '';
  const hint = decides.isOutside
    ? {
        zh: `由上级机关作出，用 --at 写明它的名称`,
        en: 'An organ above this ledger decides it: give its name with --at',
      }
    : { zh: `由${name}作出：--at ${name}`, en: `${name} decides it: --at ${name}` };
  if (actor.unit_id === underReview(petition))
    refuse(
      {
        zh: `${number} 的处理意见是${actor.name}作出的，不能由它自己复查、复核（信访工作条例第三十五条、第三十六条）`,
        en: `The opinion on ${number} is that of ${actor.name}, which cannot review it itself (Regulations on Petition Work Art. 35, 36)`,
      },
      hint,
    );
  refuse(
    {
      zh: `${number} 的${move === 'review' ? '复查由处理机关的上一级' : '复核由复查机关的上一级'}作出，不是${actor.name}`,
      en: `${move === 'review' ? 'A review is decided one level above the handling organ' : 'A re-examination is decided one level above the reviewing organ'}: ${number} is not for ${actor.name}`,
    },
    hint,
  );
};

/** Asked for within 30 days of the reply, and decided by an opinion (信访工作条例 Art. 35). */
export const reviewable: Condition<Petition, Review> = (petition, act) =>
  petition.status === 'under_review'
    ? decided(petition, act, 'review')
    : asked(petition, act, { zh: '复查', en: 'review', article: { zh: '第三十五条', en: 'Art. 35' } });

/** Asked for within 30 days of the review's opinion, and decided by an opinion (信访工作条例 Art. 36). */
export const examinable: Condition<Petition, Review> = (petition, act) =>
  petition.status === 'under_review'
    ? decided(petition, act, 're-examine')
    : asked(petition, act, { zh: '复核', en: 're-examination', article: { zh: '第三十六条', en: 'Art. 36' } });

interface Asked {
  readonly zh: string;
  readonly en: string;
  readonly article: { readonly zh: string; readonly en: string };
}

function asked(petition: Petition, { on, opinion, outcome }: Review, what: Asked): void {
  if (opinion !== undefined || outcome !== undefined)
    refuse(
      {
        zh: `${petition.number} 尚未申请${what.zh}，不能作出意见`,
        en: `No ${what.en} of ${petition.number} has been requested yet`,
      },
      { zh: '先登记申请，不写 --outcome 和 --opinion', en: 'Enter the request first, without --outcome and --opinion' },
    );
  if (petition.applyDue === undefined || on <= petition.applyDue) return;
  refuse(
    {
      zh: `申请${what.zh}的期限 ${petition.applyDue} 已过（30 日，信访工作条例${what.article.zh}）`,
      en: `A ${what.en} had to be requested by ${petition.applyDue} (30 days, Regulations on Petition Work ${what.article.en})`,
    },
    commandHint(petition, 'close #', '可以结案：$', 'It can be closed: $'),
  );
}

function decided(petition: Petition, { opinion, outcome }: Review, stage: 'review' | 're-examine'): void {
  if (opinion !== undefined && outcome !== undefined) return;
  refuse(
    {
      zh: `${petition.number} 已在${stage === 'review' ? '复查' : '复核'}中，须写明意见`,
      en: `${petition.number} is being decided: the opinion is needed`,
    },
    { zh: '加上 --outcome 和 --opinion', en: 'Add --outcome and --opinion' },
  );
}

/** A petition is closed when the right to a review or re-examination is over, or was given up in writing (Art. 35, 36). */
export const rightOver: Condition<Petition, ActOf<PetitionAct, 'close'>> = (petition, { on, waived }) => {
  if (petition.applyDue === undefined || on > petition.applyDue || waived) return;
  refuse(
    {
      zh: `${petition.number} 在 ${petition.applyDue} 前还可以申请复查、复核，不能结案`,
      en: `A review of ${petition.number} can be requested until ${petition.applyDue}; it cannot be closed before`,
    },
    { zh: '信访人书面放弃的，加上 --waived', en: 'If the petitioner gave that up in writing, add --waived' },
  );
};
