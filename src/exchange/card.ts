import { misuse } from '../kernel/failure.ts';
import type { OfficeKey } from './office-key.ts';

/** What an office gives the others: whom it signs as, and for whom its bundles can be encrypted. */
export interface Card {
  readonly public_key: string;
  readonly recipient: string;
}

const CARD = /^tiaochu:([\w-]{43}):(age1[02-9ac-hj-np-z]{58})$/;

/** A card as one word, to be copied. */
export function cardText({ public: key, recipient }: Pick<OfficeKey, 'public' | 'recipient'>): string {
  return `tiaochu:${key}:${recipient}`;
}

/** Reads a card. */
export function asCard(text: string): Card {
  const [, public_key, recipient] = CARD.exec(text.trim()) ?? [];
  if (public_key === undefined || recipient === undefined)
    misuse({
      zh: `「${text}」不是单位名片：应为 tiaochu bundle card 打印的一行，以 tiaochu: 开头`,
      en: `"${text}" is not a card of an office: it is the line that tiaochu bundle card prints, beginning with tiaochu:`,
    });
  return { public_key, recipient };
}
