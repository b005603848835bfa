import { plain } from '../intake/field.ts';
import { gathered } from '../kernel/gathered.ts';
import type { NamedUnit } from './names.ts';

/** What people leave out of the name of a village or community, or write in its place. */
export const VILLAGE = /(?:村民委员会|居民委员会|村委会|居委会|社区居委会|行政村|嘎查|社区|村|居)$/;
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
  return eachOnce([...towns, ...villages].filter(fits));
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
