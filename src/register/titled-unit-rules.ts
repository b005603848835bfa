import { plain } from '../intake/field.ts';

/** A unit by one of the names that it has or had; `code` is its present one. */
export interface TitledUnit {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  /** The units that it belongs or belonged to. */
  readonly parents: readonly number[];
}

/** The unit that the lines above a header name, and the words in which they do. */
export interface Titled {
  readonly code: string;
  readonly name: string;
}

/** What stands before the name of a unit in a title: brackets and the year. */
const BEFORE = /^[([【《〈"'“]*(?:(?:19|20)\d\d年?度?)?(?:\d{1,2}月份?)?/;

/**
 * The unit whose list a file is, by the lines above its header: a title that begins with the name of a unit (尼尔基村矛盾纠纷台账,
 * 2023年尼尔基镇尼尔基村…), or one behind a colon (填报单位：尼尔基村). Units one within the other mean the lowest. It must be
 * certain: a name that several units have counts only where another line, or the township before it, says which.
 */
export function titledUnit(units: readonly TitledUnit[], titles: readonly string[]): Titled | undefined {
  const named = titles
    .flatMap(title => title.normalize('NFKC').split(/[\s:]+/))
    .map(words => unitsAtStart(units, plain(words)))
    .filter(chain => chain.length > 0);
  const candidates = named.flatMap(chain => chain.at(-1) ?? []);
  const agreed = candidates.filter(unit =>
    named.flat().every(group => group.some(other => isWithin(units, unit, other))),
  );
  const [first] = agreed;
  return first && agreed.every(({ id }) => id === first.id) ? { code: first.code, name: first.name } : undefined;
}

/** The units that a text begins with, one name after the other; a name may be that of several. */
function unitsAtStart(units: readonly TitledUnit[], text: string): TitledUnit[][] {
  const chain: TitledUnit[][] = [];
  let rest = text.replace(BEFORE, '');
  for (;;) {
    const start = rest;
    const longest = Math.max(...units.map(unit => lengthAtStart(unit, start)));
    if (!(longest > 0)) return chain;
    chain.push(units.filter(unit => lengthAtStart(unit, start) === longest));
    rest = rest.slice(longest);
  }
}

const ENDING = /(?:村民委员会|居民委员会|社区居委会|村委会|居委会|行政村|嘎查委员会|嘎查|社区|村|居)$/;
const ENDING_FIRST = /^(?:村民委员会|居民委员会|社区居委会|村委会|居委会|行政村|嘎查委员会|嘎查|社区|村)/;

/** How much of the start of a text is the name of a unit; villages are called by any of the usual endings, but by one. */
function lengthAtStart({ code, name }: TitledUnit, text: string): number {
  if (text.startsWith(name)) return name.length;
  const short = name.replace(ENDING, '');
  if (code.length !== 12 || short === '' || !text.startsWith(short)) return 0;
  const ending = ENDING_FIRST.exec(text.slice(short.length))?.[0];
  return ending === undefined ? 0 : short.length + ending.length;
}

/** Whether a unit is another one or below it. */
function isWithin(units: readonly TitledUnit[], unit: TitledUnit, other: TitledUnit): boolean {
  if (unit.id === other.id) return true;
  return unit.parents.some(parent => units.some(above => above.id === parent && isWithin(units, above, other)));
}
