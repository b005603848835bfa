import type { MeaningPlace, OnBehalf } from '../cli/param.ts';
import { loadTree } from '../units/store.ts';
import type { AnyCaseArea } from './area.ts';
import type { Case } from './case.ts';
import { actorOf } from './offer.ts';

/**
 * The unit that would act on a case where the command line names none, if it is not the user's own; of a user without one,
 * if it answers another unit's offer. Nobody acts for another tier without saying so.
 */
export function behalfOn(
  area: AnyCaseArea,
  move: string,
  { db, day, unit }: MeaningPlace,
  number: string,
): OnBehalf | undefined {
  const caseFile: Case = area.load(db, number);
  const tree = loadTree(db, day);
  // Who may act from above, or from outside, is a condition of the move itself.
  if (area.life.apart?.(caseFile, move, tree)) return undefined;
  const actor = tree.units.get(actorOf(caseFile, move));
  const own = [...tree.units.values()].find(({ code }) => code === unit);
  if (!actor || (unit !== undefined && !own) || actor.unit_id === (own?.unit_id ?? caseFile.holder)) return undefined;
  const zh = `${caseFile.number} 这一步由${actor.name}办理`;
  const en = `${actor.name} is the unit that does this with ${caseFile.number}`;
  return {
    value: actor.code,
    text: own ? { zh: `${zh}，不是本人单位${own.name}`, en: `${en}, not yours, ${own.name}` } : { zh, en },
    question: { zh: `代${actor.name}办理吗？`, en: `Do it for ${actor.name}?` },
  };
}
