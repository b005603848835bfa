import { plain } from '../../intake/field.ts';
import type { NamedUnit } from './names.ts';

/** What people leave out of the name of a village or community, or write in its place. */
const ENDINGS = /(?:村民委员会|居民委员会|村委会|居委会|社区居委会|行政村|嘎查|社区|村|居)$/;

/** The name of a unit without its ending: 尼尔基 of 尼尔基村委会. */
export function shortName(name: string): string {
  const short = plain(name).replace(/\s/g, '').replace(ENDINGS, '');
  return short === '' ? plain(name) : short;
}

/**
 * The units that a code, a name or a usual short name means, each once; full names go before short ones. `units` has every
 * name and code that a unit had, the latest first.
 */
export function unitsCalled(units: readonly NamedUnit[], text: string): readonly NamedUnit[] {
  const word = plain(text).replace(/\s/g, '');
  const exact = units.filter(({ code, name }) => code === word || name === word);
  if (exact.length > 0) return eachOnce(exact);
  const short = shortName(word);
  // 尼尔基 alone may be the town or its village: only what is called a village is shortened here.
  return eachOnce(units.filter(({ code, name }) => code.length === 12 && shortName(name) === short));
}

function eachOnce(units: readonly NamedUnit[]): readonly NamedUnit[] {
  return units.filter(({ id }, i) => units.findIndex(other => other.id === id) === i);
}
