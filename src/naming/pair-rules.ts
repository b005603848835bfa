import { plain } from '../intake/field.ts';
import { cleanedName } from '../kernel/clean.ts';
import { covers } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { isName, peopleIn, type When } from './cadre-rules.ts';
import { certain, type Found, namedCodes, type Word } from './found.ts';
import { coded, type NamedPair, type Names, UNKNOWN } from './names.ts';

/** A pair by its code, or by the names or codes of its cadres: both, or one who is in no other pair at that time. */
export function pairCode(names: Names, said: Word, unit: number | undefined, when: When): Found {
  const written = plain(said.word).toUpperCase();
  const same = names.pairs().filter(({ code }) => code.toUpperCase() === written);
  const exact = same.find(({ code }) => code === plain(said.word)) ?? (same.length === 1 ? same[0] : undefined);
  if (exact) return { code: exact.code, byName: false };
  const people = peopleIn(said.word).map(word => cadresCalled(names, word));
  if (people.length > 2 || people.some(codes => codes.size === 0))
    return isName(said.word) ? certain([], said, UNKNOWN.pair) : { code: said.word, byName: false };
  const theirs = names.pairs().filter(({ a, b }) => people.every(codes => codes.has(a) || codes.has(b)));
  return certain(pairsAt(theirs, unit, when), said, UNKNOWN.pair, inSeveral);
}

function inSeveral(codes: readonly string[]): Text {
  const { zh, en } = namedCodes(codes);
  return {
    zh: `在 ${codes.length} 个结对里，请写编号：${zh}`,
    en: `is in ${codes.length} pairs; write the code: ${en}`,
  };
}

/** The codes of all cadres whom a word may mean. */
function cadresCalled(names: Names, word: string): ReadonlySet<string> {
  const cadres = names.records('cadre');
  const known = coded(cadres, word);
  const called = known ? [known] : (cadres.byName.get(cleanedName(word)) ?? []);
  return new Set(called.map(({ code }) => code));
}

/** Those of a unit at a time; where there is none, those of others. */
function pairsAt(pairs: readonly NamedPair[], unit: number | undefined, { day, orEver }: When): readonly NamedPair[] {
  const active = pairs.filter(pair => covers(pair, day));
  const there = active.length > 0 || !orEver ? active : pairs;
  const own = there.filter(pair => pair.unit === unit);
  return own.length > 0 ? own : there;
}

/** The cadres of a pair who have a name: who answers for a household is one of its pair. */
export function cadresOfPair(names: Names, pair: string, { word }: Word): readonly string[] {
  const called = cadresCalled(names, word);
  const found = names.pairs().find(({ code }) => code === pair);
  return found ? [found.a, found.b].filter(code => called.has(code)) : [];
}
