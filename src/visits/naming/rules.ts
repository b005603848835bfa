import { plain } from '../../intake/field.ts';
import { type Problem, problem } from '../../intake/sheet.ts';
import { chineseNumber } from '../../kernel/chinese-number.ts';
import { cleanedName } from '../../kernel/clean.ts';
import type { Day } from '../../kernel/day.ts';
import type { Text } from '../../kernel/text.ts';
import type { SaidNames, VisitRow } from '../visit.ts';
import { type NamedRecord, type NamedUnit, type Names, unitOn } from './names.ts';
import { unitsCalled } from './unit-names.ts';

/** What of a row was found by a name. */
export type NamedKind = 'household' | 'cadre';

/** A row with the codes of those whom it names, or what is wrong with their names. */
export interface NamedRow {
  readonly row: VisitRow;
  readonly problems: readonly Problem[];
  readonly byName: readonly NamedKind[];
}

type Found = { readonly code: string; readonly byName: boolean } | Problem;

/** How many candidates a refusal names. */
const MOST_NAMED = 5;

/**
 * Puts the codes of a household and of cadres where a row has their names: a household by head and village, a cadre by name
 * within the team of that village. Whom a name means must be certain; otherwise the candidates are named.
 */
export function namedRow(names: Names, row: VisitRow, said: SaidNames, day: Day): NamedRow {
  const household = householdCode(names, row, said, day);
  const unit = 'code' in household ? unitOn(names.householdUnits.get(household.code) ?? [], day) : undefined;
  const [a, b] = visitorWords(row, said);
  const found: Readonly<Record<string, Found>> = {
    household_code: household,
    cadre_a: cadreCode(names, a, unit, day),
    cadre_b: cadreCode(names, b, unit, day),
    ...(row.diary_by ? { diary_by: cadreCode(names, { column: 'diary_by', word: row.diary_by }, unit, day) } : {}),
  };
  const codes: Record<string, string> = {};
  const problems: Problem[] = [];
  const byName = new Set<NamedKind>();
  for (const [column, result] of Object.entries(found)) {
    if (!('code' in result)) {
      // Whoever else may have written the diary is the judge's question.
      if (column !== 'diary_by' && !problems.some(said => isSame(said, result))) problems.push(result);
    } else {
      codes[column] = result.code;
      if (result.byName) byName.add(column === 'household_code' ? 'household' : 'cadre');
    }
  }
  return { row: { ...row, ...codes }, problems, byName: [...byName] };
}

function isSame(a: Problem, b: Problem): boolean {
  return a.column === b.column && a.value === b.value && a.reason === b.reason;
}

/** A household by its code, by village, group and number, or by village and head. */
function householdCode(names: Names, row: VisitRow, said: SaidNames, day: Day): Found {
  const written = plain(row.household_code);
  const units = said.unit_code === '' ? undefined : unitsCalled(names.units, said.unit_code);
  const isSaid = said.unit_code !== '' || said.head_name !== '';
  if (!isSaid || (written !== '' && !/^\d{1,4}$/.test(written))) return { code: row.household_code, byName: false };
  if (units?.length === 0) return problem('unit_code', said.unit_code, NO_UNIT);
  const group = groupNumber(said.group);
  if (written !== '' && units && group !== undefined) return numberedHousehold(units, said, group, written);
  if (said.head_name === '') return problem('household_code', row.household_code, NOTHING_SAID);
  const isThere = (household: NamedRecord) => {
    const unit = unitOn(household.belongs, day);
    return unit !== undefined && (units === undefined || units.some(({ id }) => id === unit));
  };
  const heads = (names.households.get(cleanedName(said.head_name)) ?? []).filter(isThere);
  const inGroup = group === undefined ? [] : heads.filter(({ code }) => Number(code.slice(12, 14)) === group);
  return certain(inGroup.length > 0 ? inGroup : heads, 'head_name', said.head_name, NO_HOUSEHOLD);
}

/** The household with a number in a group, where one village alone is meant. */
function numberedHousehold(units: readonly NamedUnit[], said: SaidNames, group: number, number: string): Found {
  const codes = units.map(({ code }) => code);
  if (codes.length > 1) return problem('unit_code', said.unit_code, severalText(codes));
  return { code: `${codes[0]}${String(group).padStart(2, '0')}${number.padStart(4, '0')}`, byName: true };
}

/** The two visitors: in two cells, or both in one. */
function visitorWords(row: VisitRow, said: SaidNames): readonly [Visitor, Visitor] {
  const [a, b]: [Visitor, Visitor] = [
    { column: 'cadre_a', word: row.cadre_a },
    { column: 'cadre_b', word: row.cadre_b },
  ];
  const column = row.cadre_a.trim() === '' ? 'visitors' : 'cadre_a';
  const together = column === 'visitors' ? said.visitors : row.cadre_b.trim() === '' ? row.cadre_a : '';
  if (together === '') return [a, b];
  const [first, second, ...others] = together.split(/[、，,;；/\s]+/).filter(part => part !== '');
  if (first !== undefined && second !== undefined && others.length === 0)
    return [
      { column, word: first },
      { column, word: second },
    ];
  const both = { column, word: together, isBoth: true };
  return column === 'visitors' ? [both, both] : [a, b];
}

interface Visitor {
  readonly column: string;
  readonly word: string;
  /** Whether the word should have named both. */
  readonly isBoth?: boolean;
}

/** A cadre by code in any case of letters, or by name: in the team of the household's village, else where one alone has it. */
function cadreCode(names: Names, { column, word, isBoth = false }: Visitor, unit: number | undefined, day: Day): Found {
  if (isBoth) return problem(column, word, TWO_VISITORS);
  const code = names.cadreCodes.get(plain(word).toUpperCase());
  if (code !== undefined) return { code, byName: false };
  // A code that nobody has, or an empty cell, is the judge's question.
  if (word.trim() === '' || /\d/.test(word)) return { code: word, byName: false };
  const called = names.cadres.get(cleanedName(word)) ?? [];
  const active = called.filter(({ belongs }) => unitOn(belongs, day) !== undefined);
  const inTeam = active.filter(({ belongs }) => unitOn(belongs, day) === unit);
  return certain(inTeam.length > 0 ? inTeam : active, column, word, NO_CADRE);
}

function certain(candidates: readonly NamedRecord[], column: string, word: string, none: Text): Found {
  const [only] = candidates;
  if (only && candidates.length === 1) return { code: only.code, byName: true };
  return problem(column, word, only ? severalText(candidates.map(({ code }) => code)) : none);
}

function severalText(codes: readonly string[]): Text {
  const named = codes.slice(0, MOST_NAMED);
  const more = codes.length > MOST_NAMED ? ' …' : '';
  return {
    zh: `有 ${codes.length} 个同名的，请写编号：${named.join('、')}${more}`,
    en: `is the name of ${codes.length}; write the code: ${named.join(', ')}${more}`,
  };
}

/** The number of a group: 一组, 第2村民小组, 十二组, 03. */
function groupNumber(text: string): number | undefined {
  const word = plain(text).replace(/^第|村民小组$|小组$|组$/g, '');
  return /^\d{1,2}$/.test(word) ? Number(word) : chineseNumber(word);
}

const NO_UNIT: Text = { zh: '没有这个村（社区）', en: 'is not a known village or community' };
const NO_HOUSEHOLD: Text = {
  zh: '当天在册的户里没有这位户主',
  en: 'is the head of no household that is active on that day',
};
const NO_CADRE: Text = { zh: '没有这名干部', en: 'is not a known cadre' };
const NOTHING_SAID: Text = { zh: '没有写户编号，也没有写户主', en: 'is empty, and no head of a household is given' };
const TWO_VISITORS: Text = {
  zh: '应写两名走访人，用顿号隔开',
  en: 'should name two visitors, with a comma between them',
};
