import type { CodeRow } from '../cases/codes.ts';
import { type Problem, problem } from '../intake/sheet.ts';
import { specialtiesOf } from './expert.ts';

/** An expert's specialties are categories of disputes, so that a dispute finds its experts (S-09). */
export function unknownSpecialties(
  { specialties }: { readonly specialties: string },
  categories: readonly CodeRow[],
): Problem[] {
  const known = new Set(categories.map(one => one.code));
  return specialtiesOf(specialties)
    .filter(code => !known.has(code))
    .map(code =>
      problem('specialties', code, {
        zh: '不是纠纷类别的代码（见 dispute categories）',
        en: 'is no category of disputes (see dispute categories)',
      }),
    );
}
