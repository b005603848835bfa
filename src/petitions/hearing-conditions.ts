import type { ActOf } from '../cases/case.ts';
import { commandHint } from '../cases/case-hint.ts';
import type { Condition } from '../cases/life.ts';
import { refuse } from '../kernel/failure.ts';
import type { PetitionAct } from './acts.ts';
import type { Petition } from './petition.ts';
import { reviewerOf } from './reviewer.ts';

type Hearing = Condition<Petition, ActOf<PetitionAct, 'hear'>>;

/** The time of a hearing is not counted in a re-examination; of a review the regulation does not say so (信访工作条例 Art. 36). */
export const underReExamination: Condition<Petition, unknown> = petition => {
  if (petition.stage === 're-examine') return;
  refuse(
    {
      zh: `${petition.number} 没有在复核；听证时间只在复核中不计（信访工作条例第三十六条）`,
      en: `${petition.number} is not under re-examination: only there the time of a hearing is not counted (Regulations on Petition Work Art. 36)`,
    },
    commandHint(petition, 're-examine #', '先登记复核申请：$', 'Enter the request first: $'),
  );
};

/** Hearings follow the request, one after the other, and are entered when they are over. */
export const hearingInOrder: Hearing = (petition, { from, until, on }) => {
  const { number, stageOn, heardUntil } = petition;
  const hint = { zh: '请核对 --from 和 --until', en: 'Check --from and --until' };
  if (until < from)
    refuse(
      { zh: `听证结束（${until}）早于开始（${from}）`, en: `The hearing ends (${until}) before it begins (${from})` },
      hint,
    );
  if (until > on)
    refuse(
      {
        zh: `听证到 ${until} 才结束，${on} 还不能登记`,
        en: `The hearing lasts until ${until}: it is entered when it is over, not on ${on}`,
      },
      hint,
    );
  if (stageOn !== null && from < stageOn)
    refuse(
      {
        zh: `${number} 在 ${stageOn} 才申请复核，听证不会早于这一天`,
        en: `The re-examination of ${number} was asked for on ${stageOn}: the hearing was that day or later`,
      },
      hint,
    );
  if (heardUntil !== null && from <= heardUntil)
    refuse(
      {
        zh: `${number} 到 ${heardUntil} 的听证已经登记`,
        en: `A hearing of ${number} until ${heardUntil} is on record`,
      },
      hint,
    );
};

/** Who re-examines holds the hearing; of an organ above the ledger, the unit below it enters it. */
export const heardByExaminer: Hearing = (petition, { move }, { actor, tree }) => {
  const decides = reviewerOf(petition, move, tree);
  if (!decides || actor.unit_id === decides.unit) return;
  const name = tree.units.get(decides.unit)?.name ?? '';
  refuse(
    {
      zh: `${petition.number} 的听证由${name}登记，不是${actor.name}`,
      en: `The hearing of ${petition.number} is entered by ${name}, not by ${actor.name}`,
    },
    { zh: `不写 --at，或写${name}`, en: `Omit --at, or name ${name}` },
  );
};
