import type { ActOf, DeadlineEnd, DeadlineStart, Step } from '../cases/case.ts';
import { commandHint } from '../cases/case-hint.ts';
import type { Condition } from '../cases/life.ts';
import { misuse, refuse } from '../kernel/failure.ts';
import type { PetitionAct } from './acts.ts';
import { CLASSES, hasOpinion, ROADS } from './classes.ts';
import type { Petition } from './petition.ts';

type Classify = ActOf<PetitionAct, 'classify'>;

/** Claims are classified; suggestions are considered and answered (信访工作条例 Art. 31). */
export const isClaim: Condition<Petition, unknown> = petition => {
  if (!petition.isSuggestion) return;
  refuse(
    {
      zh: `${petition.number} 是建议意见，不分类（信访工作条例第三十一条只适用于申诉求决）`,
      en: `${petition.number} is a suggestion; only claims are classified (Regulations on Petition Work Art. 31)`,
    },
    commandHint(petition, 'conclude # --outcome … --reply …', '研究后答复：$', 'Answer it: $'),
  );
};

export const otherClass: Condition<Petition, Classify> = (petition, { as }) => {
  if (petition.classedAs !== as) return;
  refuse(
    {
      zh: `${petition.number} 已经归入${CLASSES[as].zh}`,
      en: `${petition.number} is already classed as ${CLASSES[as].en}`,
    },
    commandHint(petition, 'show #', '现状用 $ 查看', 'See it with $'),
  );
};

/** A handling opinion has an outcome; what takes another road is concluded by saying which, without one. */
export const outcomeFits: Condition<Petition, ActOf<PetitionAct, 'conclude'>> = (petition, { outcome }) => {
  const { classedAs } = petition;
  if (outcome === undefined || classedAs === '' || classedAs === 'residual') return;
  refuse(
    {
      zh: `${petition.number} 归入${CLASSES[classedAs].zh}，不出具处理意见：${ROADS[classedAs].zh}`,
      en: `${petition.number} is classed as ${CLASSES[classedAs].en} and gets no handling opinion: ${ROADS[classedAs].en}`,
    },
    commandHint(petition, 'conclude # --reply …', '不写 --outcome：$', 'Omit --outcome: $'),
  );
};

/** The outcome is asked for where there is an opinion, or a suggestion is answered. */
export function checkOutcome(petition: Pick<Petition, 'classedAs'>, outcome: string | undefined): void {
  if (outcome === undefined && needsOutcome(petition))
    misuse({ zh: '缺少 --outcome：结果', en: '--outcome is missing: the outcome' });
}

/** Handling begins where an organ accepted it: the unit, and each department whose task it still is. */
function handlingOf({ handler, handledOn, holder, tasks }: Petition): Omit<DeadlineStart, 'code'>[] {
  const ofUnit = handler === undefined || handledOn === null ? [] : [{ unit: handler, start: handledOn }];
  const ofDepartments = tasks.flatMap(({ state, department, acceptedOn }) =>
    state === 'accepted' && acceptedOn !== null ? [{ unit: holder, department, start: acceptedOn }] : [],
  );
  return [...ofUnit, ...ofDepartments];
}

/** Another road ends the 60 days; back on the residual one they run as from the acceptance. */
export function classify(petition: Petition, { as }: Classify): Pick<Step, 'starts' | 'ends'> {
  const [before, after] = [hasOpinion(petition), hasOpinion({ ...petition, classedAs: as })];
  if (before === after) return {};
  const handling = handlingOf(petition);
  if (after) return { starts: handling.map((whose): DeadlineStart => ({ code: 'XF_HANDLE_60', ...whose })) };
  const ends = [undefined, ...handling.map(({ department }) => department)];
  return {
    ends: [...new Set(ends)].map(
      (department): DeadlineEnd => ({
        codes: ['XF_HANDLE_60'],
        how: 'moot',
        ...(department === undefined ? {} : { department }),
      }),
    ),
  };
}

/** Whether the petition is concluded with an outcome of its own: no other road is taken. */
export const needsOutcome = ({ classedAs }: Pick<Petition, 'classedAs'>): boolean =>
  classedAs === '' || classedAs === 'residual';
