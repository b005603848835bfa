/** A share from 0 to 1; null where there is nothing to share. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** A share for people, rounded down so that 100.0% means all. */
export function percent(value: number): string {
  return `${(Math.floor(value * 1000) / 10).toFixed(1)}%`;
}

/**
 * The shares of the parts of one whole in tenths of a percent, so that they add up to 100.0% as they are shown: each is
 * rounded down, and what is left over goes to the largest remainders, of equal ones to the first. Null where there is nothing.
 */
export function sharesOfOne(parts: readonly number[]): (number | null)[] {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  if (whole === 0) return parts.map(() => null);
  const exact = parts.map(part => (part * 1000) / whole);
  const down = exact.map(Math.floor);
  const left = 1000 - down.reduce((sum, share) => sum + share, 0);
  const byRemainder = parts
    .map((_, i) => i)
    .sort((a, b) => (exact[b] ?? 0) - (down[b] ?? 0) - ((exact[a] ?? 0) - (down[a] ?? 0)) || a - b);
  const raised = new Set(byRemainder.slice(0, left));
  return down.map((share, i) => (share + (raised.has(i) ? 1 : 0)) / 1000);
}

/** The middle one of some values, of an even number the mean of the two in the middle; null where there are none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return middleOf(sorted.length, place => sorted[place]);
}

/** The same of values that are known by how often each occurs. */
export function medianOfCounts(times: ReadonlyMap<number, number>): number | null {
  const sorted = [...times].sort(([a], [b]) => a - b);
  const valueAt = (place: number) => {
    let passed = 0;
    for (const [value, count] of sorted) {
      passed += count;
      if (place < passed) return value;
    }
    return undefined;
  };
  const count = sorted.reduce((sum, [, times]) => sum + times, 0);
  return middleOf(count, valueAt);
}

function middleOf(count: number, valueAt: (place: number) => number | undefined): number | null {
  const lower = valueAt(Math.ceil(count / 2) - 1);
  if (lower === undefined) return null;
  return (lower + (valueAt(Math.floor(count / 2)) ?? lower)) / 2;
}
