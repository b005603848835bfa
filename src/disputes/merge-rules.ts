import { commandOn } from '../cases/case-hint.ts';
import { refuse } from '../kernel/failure.ts';
import type { OfAct } from './condition.ts';
import { GRADE_TIER, GRADES } from './dispute.ts';
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

/** The dispute that stays is handled on the tier of the harder one: merging is no way round the tiers (S-04). */
export const intoSameGrade: OfAct<'merge'> = (dispute, { into, intoGrade }) => {
  if (intoGrade === undefined || GRADE_TIER[intoGrade] <= GRADE_TIER[dispute.grade]) return;
  const [own, other] = [GRADES[dispute.grade], GRADES[intoGrade]];
  const regrade = commandOn({ kind: 'dispute', number: into }, `regrade # --grade ${dispute.grade} --reason …`);
  refuse(
    {
      zh: `${dispute.number} 是${own.zh}纠纷，不能并入${other.zh}的 ${into}`,
      en: `${dispute.number} is ${own.en} and cannot be merged into ${into}, which is ${other.en}`,
    },
    { zh: `先把存续的一件调级：${regrade}`, en: `First give the dispute that stays the same grade: ${regrade}` },
  );
};

/** What tells whether two parties are the same person; what is not known is empty. */
interface Person {
  readonly name: string;
  readonly phone: string;
  readonly id_number: string;
}

/** The parties of a merged dispute that the other one does not have yet, in whatever role. */
export function missingParties<P extends Person>(merged: readonly P[], staying: readonly Person[]): P[] {
  return merged.filter(party => !staying.some(other => isSamePerson(party, other)));
}

/** The same identity number; without two of them the same name, unless two different phones are known. */
function isSamePerson(a: Person, b: Person): boolean {
  if (a.id_number !== '' && b.id_number !== '') return a.id_number === b.id_number;
  return a.name === b.name && (a.phone === '' || b.phone === '' || a.phone === b.phone);
}
