import { cleaned, cleanedName } from './clean.ts';
import type { Text } from './text.ts';

/** Ways in which two texts can be written that mean the same, each with what differs then. */
const WAYS: readonly (readonly [same: (text: string) => string, what: Text])[] = [
  [cleaned, { zh: '看不见的字符不同', en: 'invisible characters differ' }],
  [text => text.replace(/\s/g, ''), { zh: '空格不同', en: 'spaces differ' }],
  [cleanedName, { zh: '间隔号不同', en: 'interpuncts differ' }],
  [text => text.normalize('NFKC'), { zh: '全角、半角不同', en: 'full-width and half-width characters differ' }],
  [text => text.toLowerCase(), { zh: '大小写不同', en: 'small and capital letters differ' }],
];

/** What a text consists of. */
interface Unit {
  readonly zh: string;
  readonly en: string;
}

const CHARACTER: Unit = { zh: '个字', en: 'character' };
const DIGIT: Unit = { zh: '位数字', en: 'digit' };

/**
 * What differs between a value and the one that is there already, without repeating either: they may be a person's (PIPL
 * Art. 51), and people find a slip by its place.
 */
export function differenceOf(existing: string, given: string): Text {
  if (existing === '') return { zh: '原来为空', en: 'that one is empty' };
  if (given === '') return { zh: '这里为空', en: 'this one is empty' };
  const way = WAYS.find(([same]) => same(existing) === same(given));
  if (way) return way[1];
  const [a, b] = [[...existing], [...given]];
  const unit = /^[\d+ -]+$/.test(existing + given) ? DIGIT : CHARACTER;
  if (a.length === b.length) return ofSameLength(a, b, unit);
  const place = Math.abs(a.length - b.length) === 1 ? insertion(a, b) : undefined;
  if (place === undefined)
    return { zh: `${unit === DIGIT ? '位数' : '字数'}不同`, en: `the numbers of ${unit.en}s differ` };
  return b.length > a.length
    ? { zh: `多一${unit.zh}，是第 ${place} ${unit.zh}`, en: `one ${unit.en} more (number ${place})` }
    : { zh: `少一${unit.zh}，原来的第 ${place} ${unit.zh}`, en: `one ${unit.en} fewer (number ${place} of that one)` };
}

function ofSameLength(a: readonly string[], b: readonly string[], unit: Unit): Text {
  const places = a.flatMap((sign, i) => (sign === b[i] ? [] : [i]));
  const [first = 0, second = 0] = places;
  if (places.length === 1)
    return { zh: `第 ${first + 1} ${unit.zh}不同`, en: `one ${unit.en} differs (number ${first + 1})` };
  if (places.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first])
    return {
      zh: `第 ${first + 1}、${second + 1} ${unit.zh}颠倒`,
      en: `two ${unit.en}s are swapped (numbers ${first + 1} and ${second + 1})`,
    };
  return { zh: `有 ${places.length} ${unit.zh}不同`, en: `${places.length} ${unit.en}s differ` };
}

/** The place, from 1, of what the longer text has more; undefined where more than that differs. */
function insertion(a: readonly string[], b: readonly string[]): number | undefined {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(at).join('') === long.slice(at + 1).join('') ? at + 1 : undefined;
}
