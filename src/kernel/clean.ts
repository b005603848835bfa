import type { Text } from './text.ts';

/** Control characters, and marks without width or for the direction of writing: nobody sees them. Line breaks and tabs stay. */
const INVISIBLE = /(?![\t\n\r\u180e\u200c\u200d])[\p{Cc}\p{Cf}]/gu;
/** Joiners (and the separator above) mean something between Mongolian letters only. */
const JOINERS = /(?<![\u1800-\u18af])[\u200c\u200d](?![\u1800-\u18af])/g;
/** The private-use characters that GBK gave to 80 rare ones, in their order from U+E815 (GB 18030-2005, annex on changed mappings). */
const FROM_GBK = [
  '⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌龹',
  '䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻',
].join('');
const FIRST_FROM_GBK = 0xe815;
const RARE = [...FROM_GBK];
const PRIVATE = /[\ue000-\uf8ff\u{f0000}-\u{10fffd}]/u;
const PRIVATE_FROM_GBK = /[\ue815-\ue864]/g;

/** A text without what nobody sees, and with the rare characters that older systems wrote as private ones. */
export function cleaned(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(JOINERS, '')
    .replace(PRIVATE_FROM_GBK, sign => RARE[sign.charCodeAt(0) - FIRST_FROM_GBK] ?? sign);
}

const BREAK = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/** A text of several lines without what nobody sees; its line breaks are all the same. */
export function cleanedLines(text: string): string {
  return cleaned(text.replace(BREAK, '\n'));
}

/** A text of one line: a line break in it is a space. */
export function cleanedLine(text: string): string {
  return cleanedLines(text).replace(/ *[\n\t][\n\t ]*/g, ' ');
}

const HAN = String.raw`\p{Script=Han}〇`;
const SPACE_IN_NAME = new RegExp(`(?<=[${HAN}·])\\s+(?=[${HAN}·])`, 'gu');
const INTERPUNCT = /[\u0387\u2022\u2027\u2219\u22c5\u30fb\uff65\u25cf.．](?=\p{Script=Han})/gu;

/** A name in the form in which names are compared: no spaces between Chinese characters, one kind of interpunct. */
export function cleanedName(name: string): string {
  return cleaned(name).replace(INTERPUNCT, '·').replace(SPACE_IN_NAME, '').trim();
}

/** Why a name cannot be kept: a character in it means something else on every machine. */
export function privateCharacter(name: string): Text | undefined {
  const sign = PRIVATE.exec(name)?.[0];
  if (sign === undefined) return undefined;
  const code = `U+${sign.codePointAt(0)?.toString(16).toUpperCase()}`;
  return {
    zh: `有一个字是私用区字符（${code}），别的机器显示不出：请改用输入法里的标准字`,
    en: `has a private-use character (${code}) that other machines cannot show: type the standard character`,
  };
}
