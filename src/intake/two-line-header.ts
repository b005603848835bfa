import type { Field } from './field.ts';
import { type ColumnChoice, isColumnName } from './header.ts';

/**
 * The names of a header of two lines, as forms have it: above the group (走访人员, merged over its columns), below the columns
 * in it (姓名1, 姓名2). A name is that of group and column together where it is known, else that of the column where that is.
 */
export function joinedNames(
  fields: readonly Field<unknown>[],
  above: readonly string[],
  below: readonly string[],
  choice: ColumnChoice,
): string[] {
  const length = Math.max(above.length, below.length);
  let group = '';
  return Array.from({ length }, (_, i) => {
    const [upper, lower] = [(above[i] ?? '').trim(), (below[i] ?? '').trim()];
    // A group is written over the first of its columns only.
    group = upper !== '' || lower === '' ? upper : group;
    if (lower === '' || lower === group) return group;
    const joined = group === '' ? lower : `${group} ${lower}`;
    const isLower = !isColumnName(fields, joined, choice) && isColumnName(fields, lower, choice);
    return isLower ? lower : joined;
  });
}

/**
 * Whether the line below a header is its second line: most of what it says besides the names above it are names of columns,
 * which no row of data has.
 */
export function isSecondLine(
  fields: readonly Field<unknown>[],
  above: readonly string[],
  below: readonly string[],
  choice: ColumnChoice,
): boolean {
  const joined = joinedNames(fields, above, below, choice);
  const own = below.flatMap((cell, i) => (cell.trim() === '' || cell.trim() === (above[i] ?? '').trim() ? [] : [i]));
  // A cell of signs alone (`*`, `**`) would only decorate the name above it.
  const named = own.filter(i => /\p{L}/u.test(below[i] ?? '') && isColumnName(fields, joined[i] ?? '', choice));
  return named.length > 0 && named.length * 2 > own.length;
}
