/** An amount of whole fen in yuan, two digits behind the point; amounts are kept in fen, so that sums are exact. */
export function yuan(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / 100);
  return `${fen < 0 ? '-' : ''}${whole}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
}

/** A number with a comma before every third digit: 94,765. */
export function grouped(value: number | string): string {
  return String(value).replace(/\B(?=(\d{3})+(\.|$))/g, ',');
}
