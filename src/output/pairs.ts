import type { Lang } from '../kernel/text.ts';
import type { Column } from '../kernel/view.ts';
import type { Paint, Style } from './style.ts';
import { widthOf } from './width.ts';
import { wrappedLines } from './wrap.ts';

/** A value with its title. */
export interface Pair {
  readonly column: Column;
  readonly text: string;
  /** The text in its colour, where it has one. */
  paint?(text: string): string;
}

/** How wide one of the places is into which a line is divided, and what is between two of them. */
const PLACE = 24;
const GAP = 2;
const INDENT = 2;

/**
 * Values with their titles, as many beside each other as a line holds, each at one of the same places; a long text is a
 * paragraph of its own. Values that are empty are left out.
 */
export function* pairLines(pairs: readonly Pair[], style: Style): Generator<string> {
  const width = (style.width ?? 100) - INDENT;
  const places = Math.max(1, Math.floor((width + GAP) / (PLACE + GAP)));
  const room = Math.floor((width + GAP) / places) - GAP;
  let line = '';
  let taken = 0;
  const flush = () => {
    const done = line.trimEnd();
    [line, taken] = ['', 0];
    return done === '' ? [] : [done];
  };
  for (const pair of pairs) {
    if (pair.text === '') continue;
    const size = widthOf(titled(pair, style.lang));
    const wanted = Math.ceil((size + GAP) / (room + GAP));
    if (taken + wanted > places || pair.text.includes('\n')) yield* flush();
    if (wanted > places || pair.text.includes('\n')) {
      yield* paragraph(pair, style);
      continue;
    }
    const blank = wanted * (room + GAP) - size;
    line += `${line === '' ? ' '.repeat(INDENT) : ''}${inColour(pair, style)}${' '.repeat(blank)}`;
    taken += wanted;
  }
  yield* flush();
}

const separator = (lang: Lang) => (lang === 'zh' ? '：' : ': ');
const titled = ({ column, text }: Pair, lang: Lang) => `${column.title[lang]}${separator(lang)}${text}`;

function inColour({ column, text, paint = same }: Pair, { lang, paint: { dim } }: Style): string {
  return `${dim(`${column.title[lang]}${separator(lang)}`)}${paint(text)}`;
}

const same: Paint['bold'] = text => text;

/** A value that needs lines of its own; what follows the first is a little further to the right. */
function* paragraph(pair: Pair, style: Style): Generator<string> {
  const { lang, width, paint } = style;
  const title = `${pair.column.title[lang]}${separator(lang)}`;
  const lines = wrappedLines(`${title}${pair.text}`, (width ?? 100) - 2 * INDENT);
  for (const [i, line] of lines.entries())
    yield i > 0
      ? ' '.repeat(2 * INDENT) + line
      : ' '.repeat(INDENT) + (line.startsWith(title) ? paint.dim(title) + line.slice(title.length) : line);
}
