import { readDay } from '../intake/day-text.ts';

/** Names written one after the other: 张三丰、李四海；敖玉兰. */
export const partedNames = (text: string): string[] => filled(text.split(/[、，；;\n]/));

/** Values such as 2024-01-31=10000, each with a day or a number before its sign, written one after the other. */
export const partedPairs = (text: string): string[] => filled(text.split(/[；;\n]/)).flatMap(pairsIn);

/** What may part two pairs, and may as well be within one: 2024、1、31=10,000. */
const BETWEEN = /([、，,\s]+)/;

function pairsIn(text: string): string[] {
  const pairs: string[] = [];
  const pieces = text.split(BETWEEN);
  for (let at = 0; at < pieces.length; at += 2) {
    const [sign = '', piece = ''] = [pieces[at - 1], pieces[at]];
    const last = pairs.at(-1);
    if (last === undefined || (last.includes('=') && beginsPair(piece))) pairs.push(piece);
    else pairs[pairs.length - 1] = `${last}${sign}${piece}`;
  }
  return filled(pairs);
}

function beginsPair(piece: string): boolean {
  const [key = '', ...value] = piece.split('=');
  return value.length > 0 && (/^\d+$/.test(key) || readDay(key) !== undefined);
}

/** Without what was left empty; what is nothing but signs stays one value, of which its reader complains. */
function filled(parts: readonly string[]): string[] {
  const some = parts.map(part => part.trim()).filter(part => part !== '');
  return some.length > 0 ? some : [parts.join('')];
}
