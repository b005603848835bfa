import { remembered } from '../kernel/remembered.ts';
import type { Candidate } from './candidate.ts';
import { maySpell, type Readings, spelledAt } from './spelling.ts';

/** How many are shown: as many as can be read at a glance. */
const MOST_SHOWN = 10;

/** What fits: the best of it, and all of it in its own order. */
interface Ranked<C> {
  readonly best: readonly C[];
  readonly fitting: readonly C[];
}

/** How well a word fits, the best first. */
const FIT = {
  exact: 0,
  start: 1,
  inName: 2,
  codeEnd: 3,
  spelledStart: 4,
  spelled: 5,
  about: 6,
  alsoCalled: 7,
} as const;
const UNFIT = 8;

/**
 * The candidates that fit all typed words, the best first and otherwise in their own order: names by any part of them, by
 * pinyin in initials or in full, codes and numbers by their ends.
 */
export function ranked<C extends Candidate>(
  candidates: readonly C[],
  typed: string,
  readings: Readings,
  most = MOST_SHOWN,
): Ranked<C> {
  const measures = wordsOf(typed).map(word => fitFor(word, readings));
  if (measures.length === 0) return { best: candidates.slice(0, most), fitting: candidates };
  const fitting: C[] = [];
  const best: C[][] = [];
  for (const candidate of candidates) {
    let worst = 0;
    for (const measure of measures) worst = Math.max(worst, measure(candidate));
    if (worst === UNFIT) continue;
    fitting.push(candidate);
    const same = best[worst] ?? [];
    best[worst] = same;
    if (same.length < most) same.push(candidate);
  }
  return { best: best.flat().slice(0, most), fitting };
}

/**
 * Whether whatever fits the longer text fits the shorter one, too, so that only that need be searched. Names and pinyin go
 * on; a code that ends in the longer text need not end in the shorter one.
 */
export function narrows(shorter: string, longer: string): boolean {
  return longer.startsWith(shorter) && !DIGIT.test(wordsOf(longer).at(-1) ?? '');
}

/** The words of a search; full-width letters and spaces are what they look like. */
export function wordsOf(typed: string): string[] {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s、，,]+/)
    .filter(word => word !== '');
}

/** How well candidates fit a word; in loops, since this runs for every household of a banner with every key. */
function fitFor(word: string, readings: Readings): (candidate: Candidate) => number {
  const isLatin = maySpell(word);
  const inName = (name: string) => {
    const at = (isLatin ? name.toLowerCase() : name).indexOf(word);
    if (at >= 0) return at > 0 ? FIT.inName : name.length === word.length ? FIT.exact : FIT.start;
    const spelled = isLatin ? spelledAt(name, word, readings) : undefined;
    return spelled === undefined ? UNFIT : spelled === 0 ? FIT.spelledStart : FIT.spelled;
  };
  // Many belong to the same few villages.
  const isSpelled = remembered((text: string) => spelledAt(text, word, readings) !== undefined);
  return ({ value, title, people, organisations = [], about, alsoCalled = NONE }) => {
    let best: number = title === '' ? UNFIT : inName(title);
    for (const name of people) best = Math.min(best, inName(name));
    for (const name of organisations) best = Math.min(best, inName(name));
    if (best < UNFIT) return best;
    if (sameEnd(isLatin ? value.toLowerCase() : value, word)) return FIT.codeEnd;
    for (const text of about)
      if (text.includes(word) || (isLatin && !DIGIT.test(text) && isSpelled(text))) return FIT.about;
    const isCalled = (text: string) => text.includes(word) || word.includes(text) || (isLatin && isSpelled(text));
    const place = alsoCalled.findIndex(texts => texts.some(isCalled));
    if (place >= 0) return place === 0 ? FIT.about : FIT.alsoCalled;
    return UNFIT;
  };
}

const DIGIT = /\d/;
const NONE: readonly (readonly string[])[] = [];

/** Codes are known by how they begin, which says where something is, and by how they end. */
const sameEnd = (code: string, word: string) => code.endsWith(word) || code.startsWith(word);
