import { refuse } from '../kernel/failure.ts';
import type { OfAct } from './condition.ts';
import { ENDED, STATUSES } from './transitions.ts';

/** A dispute that was registered twice goes into the other one, which counts alone and must not have ended. */
export const intoAnother: OfAct<'merge'> = (dispute, { into, intoStatus }) => {
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
