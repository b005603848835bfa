import type { ActOf, Step } from '../cases/case.ts';
import type { PetitionAct } from './acts.ts';
import { hasOpinion } from './classes.ts';
import type { Petition } from './petition.ts';
import { isHandled } from './tasks.ts';

/**
 * What a notice starts and answers: that of acceptance, refusal or transfer is what an organ owes within 15 days of reception
 * (信访工作条例 Art. 23), accepting alone is not; with the opinion the petitioner can ask for a review, and after that for a
 * re-examination (Art. 35, 36). An extension needs its notice, which has no last day of its own (Art. 34).
 */
export function notice(
  petition: Petition,
  { kind, on: start, departmentId: department }: ActOf<PetitionAct, 'notice'>,
): Pick<Step, 'starts' | 'ends'> {
  if (kind === 'extension') return {};
  if (kind !== 'opinion')
    return { ends: [{ codes: ['XF_NOTICE_15'], how: 'met', ...(department === undefined ? {} : { department }) }] };
  const { status, reviewed, holder: unit } = petition;
  // Only a handling opinion can be reviewed: no suggestion, no other road, nothing that a village merely carried.
  if (status === 're_examined' || !hasOpinion(petition) || !isHandled(petition)) return {};
  return { starts: [{ code: reviewed ? 'XF_RECHECK_APPLY_30' : 'XF_REVIEW_APPLY_30', unit, start }] };
}
