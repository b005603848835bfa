import type { Prose } from '../kernel/view.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';
import { wrapped, wrappedHanging } from './wrap.ts';

/** A page of prose: its heading, its paragraphs with a blank line before each, and how it counts. */
export function* proseOf({ title, paragraphs, notes = [] }: Prose, style: Style): Generator<string> {
  yield `${style.paint.bold(wrappedHanging(title[style.lang], style.width))}\n`;
  for (const text of paragraphs) yield `\n${wrapped(printable(text[style.lang]), style.width ?? 1000)}\n`;
  if (notes.length > 0) yield '\n';
  for (const note of notes) yield `${style.paint.dim(wrapped(note[style.lang], style.width ?? 1000))}\n`;
}
