const ESC = '\x1b';
const MARKER = new RegExp(`${ESC}\\[20([01])~`);
/** The beginning of a marker whose rest has not come yet; Esc alone is a key. */
const CUT = new RegExp(`${ESC}\\[2(?:0(?:[01])?)?$`);

/**
 * Takes the marks of pastes out of what is typed, piece by piece, and makes each paste one line: a line break in it would end the
 * question, and the rest answer the next one.
 */
export function pastesJoined(): (piece: string) => string {
  let isPasted = false;
  let held = '';
  return piece => {
    const parts = (held + piece).split(MARKER);
    const last = parts.pop() ?? '';
    held = CUT.exec(last)?.[0] ?? '';
    let text = '';
    const add = (part: string) => {
      text += isPasted ? part.trim().replace(/\s*[\r\n]+\s*/g, ' ') : part;
    };
    for (let at = 0; at < parts.length; at += 2) {
      add(parts[at] ?? '');
      isPasted = parts[at + 1] === '0';
    }
    add(last.slice(0, last.length - held.length));
    return text;
  };
}

/** Keeps the marks of pastes whole, which may come in two pieces. */
export function marksWhole(): (piece: string) => string {
  let held = '';
  return piece => {
    const text = held + piece;
    held = CUT.exec(text)?.[0] ?? '';
    return text.slice(0, text.length - held.length);
  };
}

/** Nobody types so much at once; keys that send several characters send fewer. */
const LONG = 16;
const LONG_TEXT = `[^\\p{Cc}]{${LONG},}`;
/** What a key sends, or a mark of a paste: the text behind it is not part of it. */
const SEQUENCE = `${ESC}\\[[\\d;]*[~A-Za-z]`;
const PARTS = new RegExp(`(${SEQUENCE}|${LONG_TEXT})`, 'u');
const ONLY_LONG_TEXT = new RegExp(`^${LONG_TEXT}$`, 'u');

/** What came at once, with long texts apart from what keys send. */
export const partsOf = (text: string): string[] => text.split(PARTS).filter(part => part !== '');

export const isLongText = (part: string): boolean => ONLY_LONG_TEXT.test(part);
