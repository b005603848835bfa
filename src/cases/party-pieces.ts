import { trimmed } from '../intake/field.ts';
import { readPhone } from '../kernel/phone.ts';
import type { PartyKey } from './party.ts';
import { GLUED, LABELLED, LABELS, ORGANISATION } from './party-words.ts';

/** One thing that a text says of a party: with the label that names it, or a word whose meaning its form tells. */
export interface Piece {
  readonly label: PartyKey | 'age' | undefined;
  readonly text: string;
  /** Whether an enumeration comma (、) is before it, which mostly stands between persons. */
  readonly listed: boolean;
}

/** What a text says without being understood: `备注：…`, `wechat=…`. */
export type Unknown = (label: string) => never;

/**
 * Takes a text apart: into groups, between which a semicolon or a line break ends the person, and each group into pieces.
 * Full-width signs count as ordinary ones, invisible characters not at all.
 */
export function pieceGroups(text: string, unknown: Unknown): Piece[][] {
  return ordinary(text)
    .split(/[;\n\r。&]+/)
    .map(group => piecesOf(group, unknown))
    .filter(pieces => pieces.length > 0);
}

const HAN = '\\p{Script=Han}';
const NUMBERING = new RegExp(`(^|[\\s,;、])(?:\\d{1,2}[.、)]|\\(\\d{1,2}\\))\\s*(?=${HAN})`, 'gu');
const DOT = new RegExp(`(?<=${HAN})[•・‧∙･﹒.](?=${HAN})`, 'gu');
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/** Full-width signs and digits made ordinary, one dot for names (孟和·巴特尔), list numbers read as the end of a person. */
function ordinary(text: string): string {
  return trimmed(text)
    .replace(INVISIBLE, '')
    .replace(/[\uff01-\uff5e]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
    .replace(/[﹑､]/g, '、')
    .replace(DOT, '·')
    .replace(/[①-⑳]/g, ';')
    .replace(NUMBERING, '$1;');
}

function piecesOf(group: string, unknown: Unknown): Piece[] {
  const marked = group.replace(LABELLED, label => `,${label}`);
  const parts = [...marked.matchAll(/(、|,|^)([^,、]*)/g)];
  return parts.flatMap(([, sign, part = '']) => {
    const segment = part.trim();
    const listed = sign === '、';
    if (segment === '') return [];
    const [, left = '', value = ''] = /^([^=:]*?)\s*[=:](.*)$/.exec(segment) ?? [];
    if (left === '' && !/[=:]/.test(segment)) return unlabelled(wordsIn(segment), listed);
    const label = LABELS.get(left.trim().toLowerCase()) ?? unknown(left.trim());
    if (WHOLE.has(label)) return [{ label, text: value.trim(), listed }];
    const [first = '', ...others] = wordsIn(value);
    return [{ label, text: first, listed }, ...unlabelled(others, false)];
  });
}

/** What is said in several words: all of them belong to the label. */
const WHOLE: ReadonlySet<string> = new Set([
  'occupation',
  'address',
  'representative',
  'language',
  'birth',
  'authority',
]);

/** Words without a sign: a label can be one of them, or stand right before its value (电话13900000001). */
function unlabelled(words: readonly string[], listed: boolean): Piece[] {
  const pieces: Piece[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const next = words[i + 1];
    const own = word.length > 1 ? LABELS.get(word) : undefined;
    const [, label = '', value = ''] = (ORGANISATION.test(word) ? null : GLUED.exec(word)) ?? [];
    if (own && next !== undefined) pieces.push({ label: own, text: words[++i] ?? '', listed });
    else if (label !== '') pieces.push({ label: LABELS.get(label), text: value, listed });
    else pieces.push({ label: undefined, text: word, listed: listed && i === 0 });
  }
  return pieces;
}

const GLUED_NUMBER = /^([^\d+]*\p{L}[^\d+]*)(\+?\d[\d-]{6,}[Xx]?)$/u;
const NUMBER_FIRST = new RegExp(`^(\\+?\\d[\\d-]{6,}[Xx]?)(${HAN}.*)$`, 'u');

/** The words of a text, whatever stands between them. */
function wordsIn(segment: string): string[] {
  const isOne = !/\s/.test(segment) && ORGANISATION.test(segment);
  const parts = isOne ? [segment] : segment.split(/[\s()[\]【】|]+|(?<!\d)\/|\/(?!\d)/).filter(part => part !== '');
  const apart = parts.flatMap(part => {
    const [, before, number] = GLUED_NUMBER.exec(part) ?? [];
    if (before && number) return [before, number];
    const [, first, after] = NUMBER_FIRST.exec(part) ?? [];
    return first && after ? [first, after] : [part];
  });
  return numbersJoined(latinJoined(padded(apart)));
}

const isSingle = (word: string | undefined) => word !== undefined && /^\p{Script=Han}$/u.test(word);

/** 张　三 is 张三: names of two characters are often spaced out to the width of three. */
function padded(words: readonly string[]): string[] {
  const [first, second, ...others] = words;
  return isSingle(first) && isSingle(second) && first !== '男' && first !== '女'
    ? [`${first}${second}`, ...others]
    : [...words];
}

/** Words that follow each other and belong together, as `belongs` says of both. */
function joined(words: readonly string[], belongs: (word: string) => boolean, sign: string): string[] {
  const out: string[] = [];
  words.forEach((word, i) => {
    const last = out.at(-1);
    if (last !== undefined && belongs(word) && belongs(words[i - 1] ?? ''))
      out[out.length - 1] = `${last}${sign}${word}`;
    else out.push(word);
  });
  return out;
}

/** A name in an alphabet has spaces of its own: John Smith. */
function latinJoined(words: readonly string[]): string[] {
  const isLatin = (word: string) => /^[\p{L}\p{M}.'-]+$/u.test(word) && !/\p{Script=Han}/u.test(word);
  return joined(words, word => isLatin(word) && !/^(fe)?male$/i.test(word), ' ');
}

/** 139 0000 0001 is one number, unless its parts are numbers of their own. */
function numbersJoined(words: readonly string[]): string[] {
  const isPart = (word: string) => /^\+?[\d-]+[Xx]?$/.test(word);
  const isWhole = (word: string) => /^\d{17}[\dXx]$/.test(word) || Boolean(readPhone(word));
  const whole = joined(words, isPart, '').every(word => !isPart(word) || isWhole(word));
  const someBroken = words.some(word => isPart(word) && !isWhole(word));
  return whole && someBroken ? joined(words, isPart, '') : [...words];
}
