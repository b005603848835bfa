import { BadValue, field, plain } from '../intake/field.ts';
import { groupNumber } from '../naming/household-rules.ts';
import type { Numbering } from '../register/numbering/numbering.ts';
import { comparable } from '../register/numbering/numbering-rules.ts';
import type { Existing } from '../register/register.ts';
import type { HouseholdRow } from './household.ts';

/** What numbering needs of the households that there are. */
export interface NumberedHouseholds {
  readonly byCode: ReadonlyMap<string, Existing<HouseholdRow>>;
  /** Units by each code that they have or had, with the present one. */
  readonly units: ReadonlyMap<string, { readonly code: string }>;
  /** The heads that a household had before, by its number. */
  formerHeads(id: number): readonly string[];
}

const columns = {
  group: field(['group', '组', 'group of the village'], '一组', true, readGroup),
  serial: field(['serial', '户号', 'number in the group'], '12', true, readSerial),
};

/**
 * A household's code is that of its village, two digits for the group, four for the number in the group. A roster counts its
 * lines through the whole village and anew every year, so that only a number that is called one of the group is taken.
 */
export const householdNumbering: Numbering<NumberedHouseholds> = {
  rule: {
    zh: '村代码 12 位 + 组 2 位 + 组内顺序 4 位',
    en: 'village code (12), group (2), next number in the group (4)',
  },
  start: row => `${row.unit_code}${String(row.group ?? 0).padStart(2, '0')}`,
  digits: 4,
  isExact: true,
  records: ({ byCode }) => byCode.values(),
  by: ['head_name'],
  keys: (row, book) => {
    const known = book.byCode.get(String(row.code));
    const heads = [row.head_name, ...(known ? book.formerHeads(known.id) : [])];
    const villages = known ? [row.unit_code, originOf(String(row.code), book)] : [row.unit_code];
    return [...new Set(villages.flatMap(village => heads.map(head => `${village}\n${comparable(head)}`)))];
  },
  // A household that came from elsewhere has the group of its former village in its code.
  mayBe: ({ group }, { row }) => {
    const code = String(row.code);
    return (
      group === null ||
      group === undefined ||
      !code.startsWith(String(row.unit_code)) ||
      Number(code.slice(12, 14)) === group
    );
  },
  columns,
  own: ({ serial }) => (typeof serial === 'number' ? serial : undefined),
};

/** The present code of the village that a household was numbered in. */
function originOf(code: string, { units }: NumberedHouseholds): string {
  const village = code.slice(0, 12);
  return units.get(village)?.code ?? village;
}

function readGroup(text: string): number | null {
  if (plain(text) === '') return null;
  const group = groupNumber(text);
  if (group !== undefined) return group;
  throw new BadValue({ zh: '不是组别，例如 一组、2组 或 03', en: 'is not a group; write it like 一组, 2 or 03' });
}

function readSerial(text: string): number | null {
  const digits = plain(text).replace(/号$/, '');
  if (digits === '') return null;
  if (/^\d{1,4}$/.test(digits) && Number(digits) > 0) return Number(digits);
  throw new BadValue({
    zh: '不是组内的户号（1 到 9999）',
    en: 'is not the number of a household in its group (1 to 9999)',
  });
}
