import { plain } from '../intake/field.ts';
import type { TitleReader } from '../intake/header.ts';
import type { NamedUnit, Names } from './names.ts';
import { isVillage, VILLAGE } from './unit-names.ts';

/** What stands before the name of a unit in a title: brackets and the year. */
const BEFORE = /^[([【《〈"'“]*(?:(?:19|20)\d\d年?度?)?(?:\d{1,2}月份?)?/;

/**
 * The unit whose list a file is, by the lines above its header: a title that begins with the name of a unit (尼尔基村矛盾纠纷台账,
 * 2023年尼尔基镇尼尔基村…), or one behind a colon (填报单位：尼尔基村). Units one within the other mean the lowest. It must be
 * certain: a name that several units have counts only where another line, or the township before it, says which.
 */
export function titledUnit(units: readonly NamedUnit[], titles: readonly string[]): NamedUnit | undefined {
  const named = titles
    .flatMap(title => title.normalize('NFKC').split(/[\s:]+/))
    .map(words => unitsAtStart(units, plain(words)))
    .filter(chain => chain.length > 0);
  const candidates = named.flatMap(chain => chain.at(-1) ?? []);
  const agreed = candidates.filter(unit =>
    named.flat().every(group => group.some(other => isWithin(units, unit, other))),
  );
  const [first] = agreed;
  return agreed.every(({ id }) => id === first?.id) ? units.find(({ id }) => id === first?.id) : undefined;
}

/** The units that a text begins with, one name after the other; a name may be that of several. */
function unitsAtStart(units: readonly NamedUnit[], text: string): NamedUnit[][] {
  const chain: NamedUnit[][] = [];
  let rest = text.replace(BEFORE, '');
  for (;;) {
    const start = rest;
    const longest = Math.max(...units.map(unit => lengthAtStart(unit, start)));
    if (!(longest > 0)) return chain;
    chain.push(units.filter(unit => lengthAtStart(unit, start) === longest));
    rest = rest.slice(longest);
  }
}

const ENDING_FIRST = /^(?:村民委员会|居民委员会|社区居委会|村委会|居委会|行政村|嘎查委员会|嘎查|社区|村)/;

/** How much of the start of a text is the name of a unit; villages are called by any of the usual endings, but by one. */
function lengthAtStart(unit: NamedUnit, text: string): number {
  const { name } = unit;
  if (text.startsWith(name)) return name.length;
  const short = name.replace(VILLAGE, '');
  if (!isVillage(unit) || short === '' || !text.startsWith(short)) return 0;
  const ending = ENDING_FIRST.exec(text.slice(short.length))?.[0];
  return ending === undefined ? 0 : short.length + ending.length;
}

/** Whether a unit is another one or is or was below it. */
function isWithin(units: readonly NamedUnit[], unit: NamedUnit, other: NamedUnit): boolean {
  if (unit.id === other.id) return true;
  const parents = units.flatMap(({ id, parent }) => (id === unit.id && parent !== null ? [parent] : []));
  return units.some(above => parents.includes(above.id) && isWithin(units, above, other));
}

/** A column that may say of each row where it belongs: then a title does not say it of all. */
const MAY_BE_PLACES = /村|社区|嘎查|居委|单位|机构|网格|辖区|地区|乡镇/;

/** Reads the unit that the lines above a header name. */
export function unitTitles(names: Names): TitleReader {
  return (titles, free) => {
    const found = free.some(name => MAY_BE_PLACES.test(name)) ? undefined : titledUnit(names.units(), titles);
    if (!found) return [];
    const { code, name } = found;
    return [
      { column: 'unit_code', text: code, said: { zh: `表头上方写的是${name}`, en: `above the header: ${name}` } },
    ];
  };
}
