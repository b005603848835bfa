import { commandHint, commandOn } from '../cases/case-hint.ts';
import type { Day } from '../kernel/day.ts';
import { type Refusal, refuse } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import type { OfAct, OfCase } from './condition.ts';
import type { Dispute } from './dispute.ts';

/** The parties are informed of their rights and duties before an agreement, at the latest with it (2002 rules Art. 30). */
export const rightsNotified: OfAct<'settle'> = (dispute, { rightsNotified: on, takenOver }) => {
  if (dispute.rightsOn || on || takenOver) return;
  refuse(
    {
      zh: `${dispute.number} 尚未告知当事人权利义务（人民调解工作若干规定第三十条）`,
      en: `The parties to ${dispute.number} have not been informed of their rights (2002 rules Art. 30)`,
    },
    { zh: '加上 --rights-notified 和告知的日期', en: 'Add --rights-notified with the day on which they were informed' },
  );
};

/** Since which day what an act reports can have happened, and what happened then. */
interface Since extends Text {
  readonly day: Day;
}

/** No date that an act reports is later than the act, or before what it follows. */
function refuseOutside(since: Since, on: Day, days: readonly (Day | undefined)[]): void {
  const given = days.filter(day => day !== undefined);
  const later = given.find(day => day > on);
  if (later !== undefined)
    refuse(
      { zh: `${later} 晚于办理日期 ${on}`, en: `${later} is after the day of the act, ${on}` },
      { zh: '请核对日期，或用 --on 写明办理日期', en: 'Check the day, or date the act with --on' },
    );
  const earlier = given.find(day => day < since.day);
  if (earlier === undefined) return;
  refuse(
    { zh: `${earlier} 早于${since.zh} ${since.day}`, en: `${earlier} is before ${since.en} on ${since.day}` },
    { zh: `请核对日期，应在 ${since.day} 至 ${on} 之间`, en: `Check the day: it lies between ${since.day} and ${on}` },
  );
}

/** The parties are informed once the dispute is registered, at the latest with the act that says so. */
export const noticeByThen: OfAct<'accept' | 'mediate' | 'settle'> = (dispute, { on, rightsNotified: day }) =>
  refuseOutside({ day: dispute.registeredOn, zh: '登记日期', en: 'the registration' }, on, [day]);

/** An agreement is signed once it is made. */
export const signedByThen: OfAct<'sign'> = (dispute, { on, parties, party = [], mediatorOn, committeeOn }) => {
  const day = dispute.settledOn ?? dispute.registeredOn;
  const dates = [mediatorOn, committeeOn, parties, ...party.map(([, signedOn]) => signedOn)];
  refuseOutside({ day, zh: '化解日期', en: 'the settlement' }, on, dates);
};

/** An agreement about contracted rural land is written (农村土地承包经营纠纷调解仲裁法 Art. 10). */
export const writtenForLand: OfAct<'settle'> = (dispute, { form, takenOver }) => {
  if (!dispute.writtenOnly || form === 'written' || takenOver) return;
  refuse(
    {
      zh: `${dispute.number} 是农村土地承包经营纠纷，应当制作书面调解协议（农村土地承包经营纠纷调解仲裁法第十条）`,
      en: `${dispute.number} is about contracted rural land: its agreement must be written (Law on Mediation and Arbitration of Rural Land Contract Disputes Art. 10)`,
    },
    { zh: '请用 --form written', en: 'Use --form written' },
  );
};

/** The same for a category that is corrected after the settlement: an oral agreement is put into writing first. */
export function writtenCategoryProblem(
  dispute: Pick<Dispute, 'kind' | 'number' | 'agreement'>,
  isWritten: boolean,
): Refusal | undefined {
  const { number, agreement } = dispute;
  if (!isWritten || agreement?.form !== 'oral') return undefined;
  return {
    zh: `${number} 是口头协议，农村土地承包经营纠纷应当制作书面调解协议（农村土地承包经营纠纷调解仲裁法第十条）`,
    en: `${number} has an oral agreement; one about contracted rural land must be written (Law on Mediation and Arbitration of Rural Land Contract Disputes Art. 10)`,
    hint: settledAgainInWriting(dispute),
  };
}

/** How an oral agreement is put into writing: its settlement is stepped back, and made again. */
function settledAgainInWriting(dispute: Pick<Dispute, 'kind' | 'number'>): Text {
  const [back, settle] = ['step-back # --reason …', 'settle # --form written'].map(words => commandOn(dispute, words));
  return {
    zh: `先撤销到化解以前（${back}），更正类别，再登记化解（${settle}）`,
    en: `Step back to before the settlement (${back}), correct the category, and settle it again (${settle})`,
  };
}

/** The day by which an agreement is to be performed is not over when it is made. */
export const performAhead: OfAct<'settle'> = (_, { on, performBy }) => {
  if (performBy === undefined || performBy >= on) return;
  refuse(
    {
      zh: `履行期限 ${performBy} 早于化解日期 ${on}`,
      en: `The agreement of ${on} cannot be due on ${performBy}, before it`,
    },
    { zh: '请核对 --perform-by，或用 --on 写明化解日期', en: 'Check --perform-by, or date the act with --on' },
  );
};

/** Only a written agreement is signed, and only once it lacks a date. */
export const unsignedAgreement: OfCase = dispute => {
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
export const agreementInEffect: OfCase = dispute => {
  if (dispute.agreement?.effectiveOn) return;
  refuse(
    {
      zh: `${dispute.number} 的书面协议签署不全，尚未生效（人民调解法第二十九条）`,
      en: `The written agreement of ${dispute.number} lacks signatures and is not in effect (People’s Mediation Law Art. 29)`,
    },
    commandHint(dispute, 'sign #', '先补签署日期：$', 'First enter the dates: $'),
  );
};

/** Closing needs performance, or a reason (结案以履行完毕为准). */
export const performedOrReason: OfAct<'close'> = (dispute, { reason }) => {
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
