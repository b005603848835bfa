import type { Refusal } from '../../kernel/failure.ts';
import { hasOpinion } from '../../petitions/classes.ts';
import type { NoticeKind } from '../../petitions/notice.ts';
import { isHandled } from '../../petitions/tasks.ts';
import type { Status } from '../../petitions/transitions.ts';
import { type Fit, type Fitting, incomplete, READY, wrong } from '../form.ts';
import type { PetitionForm } from './forms.ts';
import type { PetitionFacts } from './petition-fields.ts';

type Rule = Fitting<PetitionFacts, Status>;

/**
 * Which forms fit a petition, and where each is what the office needs first. What is not on record yet is left blank and said; a
 * notice of what did not happen is refused.
 */
export const PETITION_FITTING: Readonly<Record<PetitionForm, Rule>> = {
  registration: { first: ['lodged'], fits: () => READY },
  acceptance: { first: ['accepted'], fits: accepted },
  refusal: { first: ['declined'], fits: declined },
  extension: { first: [], fits: extended },
  opinion: { first: ['concluded'], fits: concluded },
  authority: {
    first: [],
    fits: ({ agent }) => (agent ? READY : incomplete('尚未指派代办员', 'No agent is assigned yet')),
  },
  slip: { first: ['lodged', 'accepted'], fits: () => READY },
};

/** A notice has its number once it is entered; before that the paper is printed to be signed and served. */
function numbered({ petition: { notices, number } }: PetitionFacts, kind: NoticeKind): Fit {
  if (notices.some(notice => notice.kind === kind)) return READY;
  const enter = `petition notice ${number} --kind ${kind} --how … --on …`;
  return incomplete(
    `尚未登记告知，文号和送达日期留空；登记后有文号：tiaochu ${enter}`,
    `The notice is not entered yet, so that its number is blank; it gets one with tiaochu ${enter}`,
  );
}

/** An organ accepts, extends and decides in writing; a village carries a petition and has no such papers (信访工作条例 Art. 23). */
function onlyCarried({ petition }: PetitionFacts): Refusal | undefined {
  if (isHandled(petition)) return undefined;
  return {
    zh: `${petition.number} 尚未由有权处理的机关受理（村、社区只代办），没有这种文书`,
    en: `No organ has accepted ${petition.number} yet (a village only carries it): there is no such paper`,
    hint: { zh: '给信访人的凭证用 --文书 回执', en: 'What the petitioner is given is --form slip' },
  };
}

function accepted(facts: PetitionFacts): Fit {
  const { status, number } = facts.petition;
  if (status === 'declined')
    return wrong({
      zh: `${number} 已决定不予受理，不能打印受理告知书`,
      en: `${number} was declined: there is no notice of acceptance`,
      hint: { zh: '改用 --文书 不予受理告知书', en: 'Use --form refusal' },
    });
  const carried = onlyCarried(facts);
  return carried ? wrong(carried) : numbered(facts, 'acceptance');
}

/** What was accepted was not refused. */
function declined(facts: PetitionFacts): Fit {
  const { status, number } = facts.petition;
  if (status === 'declined') return numbered(facts, 'refusal');
  return wrong({
    zh: `${number} 没有决定不予受理，不能打印不予受理告知书`,
    en: `${number} was not declined: there is no notice of refusal`,
    hint: {
      zh: `不予受理的先登记：tiaochu petition decline ${number} --reason …`,
      en: `Enter the decision first: tiaochu petition decline ${number} --reason …`,
    },
  });
}

function extended(facts: PetitionFacts): Fit {
  const { number } = facts.petition;
  if (facts.acts.some(({ move }) => move === 'extend')) return numbered(facts, 'extension');
  return wrong({
    zh: `${number} 没有延期，不能打印延期告知书（信访工作条例第三十四条）`,
    en: `${number} was not extended: there is no notice of it (Regulations on Petition Work Art. 34)`,
    hint: {
      zh: `先登记延期：tiaochu petition extend ${number} --approver … --reason …`,
      en: `Enter that first: tiaochu petition extend ${number} --approver … --reason …`,
    },
  });
}

/** Only a residual claim that an organ handled gets a handling opinion (信访工作条例 Arts 31, 32). */
function concluded(facts: PetitionFacts): Fit {
  const { petition } = facts;
  const { number } = petition;
  if (!hasOpinion(petition))
    return wrong({
      zh: `${number} 是建议意见或归入其他途径，不出具处理意见书（信访工作条例第三十一条）`,
      en: `${number} is a suggestion or takes another road: it gets no handling opinion (Regulations on Petition Work Art. 31)`,
      hint: { zh: '办理途径用 petition show 查看', en: 'petition show has the road' },
    });
  const carried = onlyCarried(facts);
  if (carried) return wrong(carried);
  if (petition.concludedOn === null)
    return wrong({
      zh: `${number} 尚未办结，没有处理意见`,
      en: `${number} is not concluded: there is no opinion yet`,
      hint: {
        zh: `先办结：tiaochu petition conclude ${number} --outcome … --reply …`,
        en: `Conclude it first: tiaochu petition conclude ${number} --outcome … --reply …`,
      },
    });
  return numbered(facts, 'opinion');
}
