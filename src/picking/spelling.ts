/** How a character may be typed. */
export type Readings = (character: string) => readonly string[];

const LATIN = /[a-z]/i;

/** Whether words may be pinyin. */
export const maySpell = (typed: string): boolean => LATIN.test(typed);

/**
 * Where in a name some letters spell its characters, by their initials, in full or mixed: nej, nierji and neji are 尼尔基.
 * Undefined where they do not.
 */
export function spelledAt(name: string, letters: string, readings: Readings): number | undefined {
  for (let start = 0; start < name.length; start++) if (spells(name, start, letters, readings)) return start;
  return undefined;
}

function spells(name: string, at: number, letters: string, readings: Readings): boolean {
  if (letters === '') return true;
  const character = name[at];
  if (character === undefined) return false;
  for (const reading of readings(character))
    for (let length = sameStart(reading, letters); length > 0; length--)
      if (spells(name, at + 1, letters.slice(length), readings)) return true;
  return false;
}

/** How many letters two words begin with in common. */
function sameStart(reading: string, letters: string): number {
  let length = 0;
  while (length < reading.length && reading[length] === letters[length]) length++;
  return length;
}
