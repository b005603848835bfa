import type { Tone } from '../kernel/view.ts';
import type { Paint } from './style.ts';

/** A text in the colour of what it means; the words say it, too. */
export function painted(text: string, tone: Tone | undefined, paint: Paint): string {
  return tone === undefined || text === '' ? text : PAINTS[tone](paint, text);
}

const PAINTS: Readonly<Record<Tone, (paint: Paint, text: string) => string>> = {
  late: (paint, text) => paint.red(text),
  soon: (paint, text) => paint.yellow(text),
  good: (paint, text) => paint.green(text),
  over: (paint, text) => paint.dim(text),
};
