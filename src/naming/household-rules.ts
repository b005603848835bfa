import { plain } from '../intake/field.ts';
import { problem } from '../intake/sheet.ts';
import { chineseNumber } from '../kernel/chinese-number.ts';
import { cleanedName } from '../kernel/clean.ts';
import type { Day } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { certain, type Found, severalText } from './found.ts';
import { type NamedRecord, type NamedUnit, type Names, UNKNOWN, unitOn } from './names.ts';
import { isVillage, isWithin, unitsCalled } from './unit-names.ts';

/** What a row says of a household besides its code, every cell still as written. */
export interface SaidHousehold {
  readonly unit_code: string;
  readonly head_name: string;
  readonly group: string;
  /** The township of the village, where the file says it. */
  readonly township?: string;
}

/** A household by its code, by village, group and number, or by village and head, among those that are active on a day. */
export function householdCode(names: Names, cell: string, said: SaidHousehold, day: Day): Found {
  const written = plain(cell);
  const units = said.unit_code === '' ? undefined : villagesCalled(names, said.unit_code, said.township);
  const isSaid = said.unit_code !== '' || said.head_name !== '';
  if (!isSaid || (written !== '' && !/^\d{1,4}$/.test(written))) return { code: cell, byName: false };
  if (units?.length === 0) return problem('unit_code', said.unit_code, NO_VILLAGE);
  const group = groupNumber(said.group);
  if (written !== '' && units && group !== undefined) return numberedHousehold(units, said, group, written);
  if (said.head_name === '') return problem('household_code', cell, NOTHING_SAID);
  const isThere = (household: NamedRecord) => {
    const unit = unitOn(household.belongs, day);
    return unit !== undefined && (units === undefined || units.some(({ id }) => id === unit));
  };
  const heads = (names.records('household').byName.get(cleanedName(said.head_name)) ?? []).filter(isThere);
  const inGroup = group === undefined ? [] : heads.filter(({ code }) => Number(code.slice(12, 14)) === group);
  const head = { column: 'head_name', word: said.head_name };
  return certain(inGroup.length > 0 ? inGroup : heads, head, UNKNOWN.household);
}

/** The villages that a word means, of a township where that is said. */
function villagesCalled(names: Names, word: string, township = ''): readonly NamedUnit[] {
  const all = names.units();
  return unitsCalled(all, word, unit => isVillage(unit) && isWithin(all, unit, township));
}

/** The household with a number in a group, where one village alone is meant. */
function numberedHousehold(units: readonly NamedUnit[], said: SaidHousehold, group: number, number: string): Found {
  const codes = units.map(({ code }) => code);
  if (codes.length > 1) return problem('unit_code', said.unit_code, severalText(codes));
  return { code: `${codes[0]}${String(group).padStart(2, '0')}${number.padStart(4, '0')}`, byName: true };
}

/** The number of a group: 一组, 第2村民小组, 十二组, 03. */
export function groupNumber(text: string): number | undefined {
  const word = plain(text).replace(/^第|村民小组$|小组$|组$/g, '');
  return /^\d{1,2}$/.test(word) ? Number(word) : chineseNumber(word);
}

export const NO_VILLAGE: Text = { zh: '没有这个村（社区）', en: 'is not a known village or community' };
const NOTHING_SAID: Text = { zh: '没有写户编号，也没有写户主', en: 'is empty, and no head of a household is given' };
