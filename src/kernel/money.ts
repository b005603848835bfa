import type { Text } from './text.ts';

/** An amount of whole fen in yuan, two digits behind the point; amounts are kept in fen, so that sums are exact. */
export function yuan(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / 100);
  return `${fen < 0 ? '-' : ''}${whole}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
}

/** The fen of an amount in yuan as people write it: 1200, 1,200.5, 1200.50元. Undefined for anything else. */
export function readYuan(text: string): number | undefined {
  const match = /^(\d{1,11})(?:\.(\d{1,2}))?$/.exec(text.replace(/[,，元]/g, '').trim());
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined;
}

export const NOT_AN_AMOUNT: Text = {
  zh: '不是金额，应写成 1200 或 1200.50',
  en: 'is not an amount; write 1200 or 1200.50',
};

/** A number with a comma before every third digit: 94,765. */
export function grouped(value: number | string): string {
  return String(value).replace(/\B(?=(\d{3})+(\.|$))/g, ',');
}
