import { maskAddress, maskId, maskName } from './mask.ts';
import { maskPhone } from './phone.ts';

/** The mask of each kind of column that holds nothing but personal data. */
export const MASKS = { name: maskName, phone: maskPhone, id: maskId, address: maskAddress } as const;

/** Whether columns of a kind hold nothing but personal data. */
export function isPersonal(kind: string | undefined): kind is keyof typeof MASKS {
  return kind !== undefined && kind in MASKS;
}

const DIGIT = '[0-9０-９]';
const GAP = '[ \\-－—]?';
/** Eighteen digits in groups, or any number as long as an identity number or the number of a bank card. */
const LONG = `${DIGIT}{6}${GAP}${DIGIT}{8}${GAP}${DIGIT}{3}[0-9０-９XxＸｘ]|${DIGIT}{14,18}[0-9０-９XxＸｘ]`;
const MOBILE = `(?:(?:[+＋]|00)?86${GAP})?[1１][3-9３-９]${DIGIT}${GAP}${DIGIT}{4}${GAP}${DIGIT}{4}`;
const LANDLINE = `(?:[+＋]86${GAP})?[(（]?[0０]${DIGIT}{2,3}[)）]?${GAP}${DIGIT}{7,8}`;
/** A landline without its area code: eight digits, or seven after a word that says so; no date and no amount. */
const LOCAL = `(?<=(?:电话|座机|手机|联系方式|[Tt]el\\.?|[Pp]hone)[:：为是 ]{0,2})${DIGIT}{7}|${DIGIT}{8}(?!\\s*[元万亿亩斤公千吨平%])`;
const NUMBER = new RegExp(
  `(?<![0-9０-９.．])(?:${LONG}|${MOBILE}|${LANDLINE}|${LOCAL})(?![0-9０-９]|[.．]${DIGIT})`,
  'g',
);
const MAYBE = new RegExp(`${DIGIT}{3}`);
/** The code of a household: banner, township, village, group, serial; where the year of birth would be, it has none. */
const HOUSEHOLD = /^[1-6]\d{5}(?!18|19|20)[0-5]\d\d[0-5]\d{8}$/;
const DATE = /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;

/**
 * A free text without what it says of people: whatever is shaped like a phone or an identity number, and the names and
 * numbers that the ledger knows of the people concerned (PIPL Art. 51).
 */
export function hiddenIn(text: string, known: readonly string[] = []): string {
  let hidden = MAYBE.test(text) ? text.replace(NUMBER, maskNumber) : text;
  for (const word of known)
    if (word.length > 1 && hidden.includes(word)) hidden = hidden.replaceAll(word, maskKnown(word));
  return hidden;
}

function maskNumber(number: string): string {
  const digits = number.normalize('NFKC').replace(/[^\dXx]/g, '');
  if (DATE.test(digits) || HOUSEHOLD.test(digits)) return number;
  return digits.length >= 15 ? maskId(number) : maskPhone(number);
}

function maskKnown(word: string): string {
  if (!/\d/.test(word)) return maskName(word);
  // An address: the road says no more than the place.
  if (/\p{Script=Han}/u.test(word)) return word.replace(/[\d０-９]/g, '*');
  return word.length >= 15 ? maskId(word) : maskPhone(word);
}

/** The number of a door, apart from its address: nobody is known by it, and codes and days have the same digits. */
const SHORT_NUMBER = /^\d{1,5}$/;
/** The group of a village, in which dozens of households live: nobody is known by it. */
const GROUP = /^第?[一二三四五六七八九十\d]{1,3}[组社队]$/;
const SEPARATOR = /[、，,;；\s]+/;

const HOUSE_NUMBER = /[0-9０-９]|[一二三四五六七八九十]号/;

/** An address as texts hide it wherever a record is named; one without the number of a house is that of a whole place. */
export const hiddenAddress = (address: string): string => (HOUSE_NUMBER.test(address) ? address : '');

/** The words of a search as the journal keeps and shows them: the records that were found say who was looked for. */
export const lookedFor = (words: readonly string[]): string => words.map(maskName).join(' ');

/** The single names and numbers in the cells of personal columns, the longest first; `张三、李四` are two. */
export function knownWords(cells: Iterable<unknown>): string[] {
  const words: string[] = [];
  const add = (word: string) => {
    if (word.length > 1 && !SHORT_NUMBER.test(word) && !GROUP.test(word) && !words.includes(word)) words.push(word);
  };
  for (const cell of cells)
    if (typeof cell === 'string' && cell !== '') {
      // One name a cell is the rule, and this runs for every row of a list.
      if (SEPARATOR.test(cell)) cell.split(SEPARATOR).forEach(add);
      else add(cell);
    }
  return words.length < 2 ? words : words.sort((a, b) => b.length - a.length);
}
