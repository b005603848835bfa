/** What is said of any quarrel and of any visit, and so names none. */
const COMMONPLACE = /纠纷|矛盾|双方|一方|对方|另一|要求|情况|了解|走访|入户|干部|户主|反映|发现|说法不一|各执一词/g;
/** How sentences end; a line break ends one too. */
const ENDS = /(?<=[。！？!?；;])|\n/;

/** A pair of characters of a dispute's title says more than one of its facts. */
const WEIGHT = { title: 2, facts: 1 } as const;
/** Below this a sentence has only a word in common with the dispute. */
const NAMES_FROM = 2;

/**
 * The sentence of a diary that names the quarrel (S-32): the one that shares the most pairs of characters with the
 * dispute's title and facts, of equal ones the first; undefined where none shares enough to be about it.
 */
export function sentenceNaming(
  diary: string,
  { title, facts }: { readonly title: string; readonly facts: string },
): string | undefined {
  const [titled, told] = [pairsOf(title), pairsOf(facts)];
  const scored = diary
    .split(ENDS)
    .map(sentence => sentence.trim())
    .filter(sentence => sentence !== '')
    .map(sentence => ({ sentence, score: scoreOf(sentence, titled, told) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best < NAMES_FROM ? undefined : scored.find(({ score }) => score === best)?.sentence;
}

function scoreOf(sentence: string, title: ReadonlySet<string>, facts: ReadonlySet<string>): number {
  let score = 0;
  for (const pair of pairsOf(sentence)) {
    if (title.has(pair)) score += WEIGHT.title;
    else if (facts.has(pair)) score += WEIGHT.facts;
  }
  return score;
}

/** Every two characters that follow each other inside a word of Chinese or of letters, commonplaces left out. */
function pairsOf(text: string): ReadonlySet<string> {
  const words = text.replaceAll(COMMONPLACE, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.flatMap(word => [...word].slice(1).map((next, index) => [...word][index] + next)));
}
