import { withLastTerm, withTermOn } from '../households/term-store.ts';
import { rows } from '../ledger/query.ts';
import { type Candidate, type Scene, unitName } from './candidate.ts';

/** Households of the day by head, village, group and number: of the user's own units where these are set, since a banner has 95,000. */
export function households(scene: Scene): readonly Candidate[] {
  const { db, day, mine, lang, only } = scene;
  const all = (only ? withLastTerm().where('h.code', 'in', only) : withTermOn(day))
    .select(['h.code', 'h.head_name', 't.unit_id'])
    .orderBy('h.code');
  return rows(db, mine && !only ? all.where('t.unit_id', 'in', [...mine]) : all).map(
    ({ code, head_name, unit_id }) => ({
      value: code,
      title: '',
      people: [head_name],
      about: [unitName(scene, unit_id), groupAndNumber(code, lang === 'zh')],
    }),
  );
}

/** Group and number, which are the last six digits of a household's code. */
function groupAndNumber(code: string, isChinese: boolean): string {
  const [group, number] = [Number(code.slice(-6, -4)), Number(code.slice(-4))];
  return isChinese ? `${group}组${number}号` : `group ${group} no. ${number}`;
}
