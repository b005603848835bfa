const TEN_THOUSAND = 10_000;

/** A count as briefings write it: from 10,000 on in 万, rounded down, with 余 where there is a remainder (27万余). */
export function approximately(count: number): string {
  if (count < TEN_THOUSAND) return String(count);
  const whole = Math.floor(count / TEN_THOUSAND);
  return `${whole}万${count % TEN_THOUSAND === 0 ? '' : '余'}`;
}
