import type { Text } from './text.ts';

/** An amount of whole fen in yuan, two digits behind the point; amounts are kept in fen, so that sums are exact. */
export function yuan(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / 100);
  return `${fen < 0 ? '-' : ''}${whole}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
}

/** The most yuan of an amount. */
const MOST = 99_999_999_999;
const FEN = 100;
/** Ten thousand, in which large amounts are said. */
const WAN = 10_000;
const CURRENCY = /^(?:[¥￥]|人民币|RMB)/i;
const AMOUNT = /^(\d{1,11}|\d{1,3}(?:,\d{3}){1,3})(?:\.(\d+))?(万)?元?(?:整)?$/;

/**
 * The fen of an amount in yuan as people write it: 1200, 1,200.5, 1200.50元, ¥1200, 3万元, 0.3万元. Undefined for anything else,
 * such as a comma that does not part thousands or a part of a fen.
 */
export function readYuan(text: string): number | undefined {
  const match = AMOUNT.exec(text.replaceAll('，', ',').replace(/\s/g, '').replace(CURRENCY, ''));
  if (!match) return undefined;
  const [, whole = '', decimals = '', wan] = match;
  // Counted in decimals of a fen, so that no digit is lost to binary fractions.
  const places = wan ? 6 : 2;
  const digits = decimals.replace(/0+$/, '').padEnd(places, '0');
  if (digits.length > places) return undefined;
  const fen = Number(whole.replaceAll(',', '')) * FEN * (wan ? WAN : 1) + Number(digits);
  return fen <= MOST * FEN ? fen : undefined;
}

export const NOT_AN_AMOUNT: Text = {
  zh: '不是金额，例如 1200 或 1200.50',
  en: 'is not an amount; write 1200 or 1200.50',
};

/** A number with a comma before every third digit: 94,765. */
export function grouped(value: number | string): string {
  return String(value).replace(/\B(?=(\d{3})+(\.|$))/g, ',');
}
