import { cleanedLine, cleanedLines } from '../kernel/clean.ts';
import { ordinaryDigits } from '../kernel/digits.ts';

/** What an option or an argument takes. */
interface Taking {
  readonly term: string;
  readonly picks?: unknown;
}

/**
 * A typed value as it is read, on a command line and in a form alike: nothing in it that nobody sees, line breaks only where there
 * is room for them, and what is no text for people in ordinary digits and signs.
 */
export function keptValue(param: Taking, text: string): string {
  return /<(?:file|folder)/.test(param.term) ? text : ordinary(param, kept(param, text));
}

function kept({ term, picks }: Taking, text: string): string {
  if (term.includes('<text')) return cleanedLines(text);
  return picks || /[<[]number/.test(term) ? cleanedLine(text).replace(DASHES, '-') : cleanedLine(text);
}

/** Between digits Chinese keyboards and word processors make another dash of a hyphen. */
const DASHES = /(?<=\d)[\u2010-\u2015\u2212\uff0d]+(?=P?\d)/g;
const CODE = /^(?=.*[0-9A-Za-z])[\x21-\x7e]+$/;
/** What people read: a house number that is typed full-width stays as it is. */
const FOR_PEOPLE = /<(?:text|name|reason|place|party|post|value|words?)\b/;

/** Digits, letters and signs typed full-width (２０２３-０５, ３００００元) made ordinary; words are left as they are. */
function ordinary({ term }: Taking, text: string): string {
  const narrow = text.normalize('NFKC');
  if (CODE.test(narrow)) return narrow;
  return FOR_PEOPLE.test(term) ? text : ordinaryDigits(text);
}
