import type { Refusal } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import type { Sheet } from '../output/paper/sheet.ts';

/** A paper that an office uses: what it is called, where it comes from, how it is drawn. */
export interface Form {
  /** What it is called where it is chosen (受理登记表). */
  readonly name: Text;
  /** The article or the source that asks for it. */
  readonly basis: string;
  readonly sheet: Sheet;
}

/**
 * Whether a form can be printed of a record: it is `ready`; or it has blanks because of what is lacking, which is said; or it
 * would state something that is not so, and is refused.
 */
export type Fit =
  | { readonly how: 'ready' }
  | { readonly how: 'incomplete'; readonly lacks: Text }
  | { readonly how: 'wrong'; readonly why: Refusal };

export const READY: Fit = { how: 'ready' };
export const incomplete = (zh: string, en: string): Fit => ({ how: 'incomplete', lacks: { zh, en } });
/** What all of some texts say; ready where there is none. */
export const lacking = (texts: readonly Text[]): Fit =>
  texts.length === 0 ? READY : incomplete(texts.map(({ zh }) => zh).join('；'), texts.map(({ en }) => en).join('; '));
export const wrong = (why: Refusal): Fit => ({ how: 'wrong', why });

/** When a form fits a record: in which statuses it is what is needed first, and what the facts say. */
export interface Fitting<Facts, Status> {
  readonly first: readonly Status[];
  readonly fits: (facts: Facts) => Fit;
}
