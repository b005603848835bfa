import { widthOf } from './width.ts';

/** A text cut to a width, with an ellipsis where something is left out. */
export function shortenedTo(width: number, text: string): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (widthOf(kept + character) >= width) break;
    kept += character;
  }
  return `${kept}…`;
}
