/** A share from 0 to 1; null where there is nothing to share. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** A share for people, rounded down so that 100.0% means all. */
export function percent(value: number): string {
  return `${(Math.floor(value * 1000) / 10).toFixed(1)}%`;
}

/** The middle one of some values, of an even number the mean of the two in the middle; null where there are none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (lower === undefined) return null;
  return (lower + (sorted[Math.floor(sorted.length / 2)] ?? lower)) / 2;
}
