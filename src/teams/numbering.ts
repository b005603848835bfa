import { type Numbering, startOf } from '../register/numbering/numbering.ts';
import { comparable } from '../register/numbering/numbering-rules.ts';
import type { Existing } from '../register/register.ts';

/** The cadres or pairs that there are, by their codes. */
interface NumberedTeam {
  readonly byCode: ReadonlyMap<string, Existing<object>>;
}

type Row = Readonly<Record<string, unknown>>;

/** Members of a team are numbered in their village; who moved to another team is recognised in that of the code, too. */
function inVillage(
  letter: string,
  by: readonly [string, ...string[]],
  nameOf: (row: Row) => string,
): Numbering<NumberedTeam> {
  const start = (row: Row) => `${row.unit_code}-${letter}`;
  return {
    rule: { zh: `村代码-${letter} 加两位顺序号`, en: `village code-${letter} and the next number of two digits` },
    start,
    digits: 2,
    by,
    records: ({ byCode }) => byCode.values() as Iterable<{ readonly row: Row }>,
    keys: row => {
      const code = String(row.code ?? '');
      const starts = code === '' ? [start(row)] : [start(row), startOf(code)];
      return [...new Set(starts)].map(at => `${at}\n${nameOf(row)}`);
    },
  };
}

/** A cadre is recognised by name in the team. */
export const cadreNumbering = inVillage('C', ['name'], row => comparable(row.name));

/** A pair is recognised by its two cadres, in either order. */
export const pairNumbering: Numbering<NumberedTeam> = {
  ...inVillage('P', ['cadre_a', 'cadre_b'], ({ cadre_a, cadre_b }) =>
    [String(cadre_a), String(cadre_b)].sort().join('\n'),
  ),
  asRecorded: (row, { row: { cadre_a, cadre_b } }) => ({ ...row, cadre_a, cadre_b }),
};
