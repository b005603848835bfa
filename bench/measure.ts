import type { Place } from './place.ts';

/** How a result is written. */
export const UNITS = {
  ratio: (value: number) => value.toFixed(2),
  ms: (value: number) => `${value.toFixed(0)} ms`,
  s: (value: number) => `${(value / 1000).toFixed(2)} s`,
} as const;

/** One line of the benchmark: what is measured, against what, and what it must and could reach. */
export interface Measure {
  readonly name: string;
  readonly what: string;
  readonly against: string;
  readonly unit: keyof typeof UNITS;
  readonly must: number;
  readonly stretch: number;
  /** Whether `--quick` leaves it out: it takes minutes. */
  readonly isLong?: boolean;
  /** The command line that `--profile` looks into. */
  readonly command?: (place: Place) => readonly string[];
  /** The result; a text says why there is none here. */
  measure(place: Place): number | string | Promise<number | string>;
}

/** A result against its bounds. */
export function verdict({ must, stretch }: Pick<Measure, 'must' | 'stretch'>, result: number | string): string {
  if (typeof result === 'string') return result.startsWith('failed: ') ? result : `skipped: ${result}`;
  if (result <= stretch) return 'stretch';
  return result <= must ? 'met' : 'SHORT';
}
