import { plain } from '../intake/field.ts';
import { gathered } from '../kernel/gathered.ts';
import type { NamedUnit } from './names.ts';

/** What people leave out of the name of a village or community, or write in its place. */
const VILLAGE = /(?:村民委员会|居民委员会|村委会|居委会|社区居委会|行政村|嘎查|社区|村|居)$/;
/** The same of a township or banner. */
const TOWN = /(?:街道办事处|办事处|街道|民族乡|镇|乡|苏木|旗|县)$/;
const OFFICE = /(?:人民政府|政府)$/;

/** The name of a unit without its ending: 尼尔基 of 尼尔基村委会, and of 尼尔基村村委会. */
export function shortName(name: string, ending = VILLAGE): string {
  const word = plain(name).replace(/\s/g, '');
  const once = word.replace(ending, '');
  return once.replace(ending, '') || once || word;
}

/** Villages and communities have codes of 12 digits. */
export const isVillage = ({ code }: NamedUnit): boolean => code.length === 12;

/** The ways to write that a unit is a village or a community; without one of these it may be either. */
const KINDS: readonly (readonly [ending: RegExp, kind: string])[] = [
  [/(?:村民委员会|村委会|行政村|村)$/, '村'],
  [/(?:居民委员会|社区居委会|居委会|社区|居)$/, '社区'],
];

/** The name of a village with the one word for what it is, since 东兴村, 东兴村委会 and 东兴村村委会 are the same name. */
function fullName(word: string): string {
  const kind = KINDS.find(([ending]) => ending.test(word))?.[1];
  return kind === undefined ? word : `${shortName(word)}${kind}`;
}

/**
 * The units that a code, a name or a usual short name means, each once; full names go before short ones. `units` has every
 * name and code that a unit had, the latest first. `fits` leaves out those that cannot be meant, so that 尼尔基 is the village
 * where a village is asked for, and both the village and the town where any unit may stand.
 */
export function unitsCalled(
  units: readonly NamedUnit[],
  text: string,
  fits: (unit: NamedUnit) => boolean = () => true,
): readonly NamedUnit[] {
  const { codes, full, short } = wordsOf(units);
  const word = plain(text).replace(/\s/g, '');
  const called = codes.get(word) ?? full.get(fullName(word));
  if (called) return eachOnce(called.filter(fits));
  const named = (full.get(word.replace(OFFICE, '')) ?? []).filter(fits);
  if (named.length > 0) return eachOnce(named);
  const villages = (short.get(shortName(word)) ?? []).filter(isVillage);
  const towns = (short.get(shortName(word, TOWN)) ?? []).filter(unit => !isVillage(unit));
  const all = [...towns, ...villages].filter(fits);
  return all.length > 0 ? eachOnce(all) : villagesBehindTown(units, word, fits);
}

/** The villages of a word that begins with the name of what they belong to: 红彦镇东胜村. */
function villagesBehindTown(
  units: readonly NamedUnit[],
  word: string,
  fits: (unit: NamedUnit) => boolean,
): readonly NamedUnit[] {
  const town = units.find(unit => !isVillage(unit) && word.length > unit.name.length && word.startsWith(unit.name));
  if (!town) return [];
  const isThere = (unit: NamedUnit) => isVillage(unit) && isBelow(units, unit, town) && fits(unit);
  return unitsCalled(units, word.slice(town.name.length), isThere);
}

/** Whether a unit is another one or is or was below it. */
export function isBelow(units: readonly NamedUnit[], unit: NamedUnit, other: NamedUnit): boolean {
  if (unit.id === other.id) return true;
  const parents = units.flatMap(({ id, parent }) => (id === unit.id && parent !== null ? [parent] : []));
  return units.some(above => parents.includes(above.id) && isBelow(units, above, other));
}

/** The endings that a village has in a running text; a bare 居 may belong to the next word. */
const IN_TEXT = /(?:村民委员会|居民委员会|社区居委会|村委会|居委会|行政村|嘎查委员会|嘎查|社区|村)$/;
/** The name of a banner with that of a township and a village. */
const LONGEST_NAME = 30;

/** Those whose name a text begins with: a village by any of its usual names with an ending, others by their full names. */
export function unitsAtStart(
  units: readonly NamedUnit[],
  text: string,
): { readonly called: readonly NamedUnit[]; readonly length: number } | undefined {
  const { full } = wordsOf(units);
  for (let length = Math.min(text.length, LONGEST_NAME); length > 1; length--) {
    const word = text.slice(0, length);
    if (!IN_TEXT.test(word) && !full.has(word)) continue;
    const called = unitsCalled(units, word).filter(unit => isVillage(unit) || unit.name === word);
    if (called.length > 0) return { called, length };
  }
  return undefined;
}

function fullNameOf(unit: NamedUnit): string {
  const name = plain(unit.name).replace(/\s/g, '');
  return isVillage(unit) ? fullName(name) : name;
}

type UnitsBy = ReadonlyMap<string, readonly NamedUnit[]>;

interface UnitWords {
  readonly codes: UnitsBy;
  readonly full: UnitsBy;
  readonly short: UnitsBy;
}

/** The words of units, which are the same for all rows of a file. */
const WORDS = new WeakMap<readonly NamedUnit[], UnitWords>();

function wordsOf(units: readonly NamedUnit[]): UnitWords {
  const known = WORDS.get(units);
  if (known) return known;
  const words = {
    codes: gathered(units, ({ code }) => code),
    full: gathered(units, fullNameOf),
    short: gathered(units, unit => shortName(unit.name, isVillage(unit) ? VILLAGE : TOWN)),
  };
  WORDS.set(units, words);
  return words;
}

/** Whether a unit lies in a township that is called by a word; without a word, in any. */
export function isWithin(units: readonly NamedUnit[], unit: NamedUnit, township: string): boolean {
  if (township === '') return true;
  return unitsCalled(units, township, ({ code }) => code.length === 9).some(({ id }) => id === unit.parent);
}

function eachOnce(units: readonly NamedUnit[]): readonly NamedUnit[] {
  return units.filter(({ id }, i) => units.findIndex(other => other.id === id) === i);
}
