import type { Day } from '../kernel/day.ts';
import type { Domain } from './domain.ts';

/** A span of days as numbers (see `dayNumber`), which compare faster than texts: `from` is the first day, `to` the first after it. */
export interface NumberSpan {
  readonly from: number;
  readonly to: number;
}

export const holds = (span: NumberSpan, day: number): boolean => span.from <= day && day < span.to;

/** A pair during its term, with its two cadres. */
export interface KnownPair extends NumberSpan {
  readonly id: number;
  readonly a: number;
  readonly b: number;
  readonly codeA: string;
  readonly codeB: string;
}

/** A pair to which a household is assigned for a time. */
export interface KnownAssignment extends NumberSpan {
  readonly pair: KnownPair;
}

export interface KnownHousehold {
  readonly id: number;
  /** When it was in the register. */
  readonly terms: readonly NumberSpan[];
  readonly assigned: readonly KnownAssignment[];
}

/** Everything that a visit is judged by, in maps. */
export interface Lookups {
  readonly households: ReadonlyMap<string, KnownHousehold>;
  readonly cadres: ReadonlyMap<string, number>;
  /** The pairs of two cadres (see `cadresKey`), each with its term. */
  readonly pairs: ReadonlyMap<number, readonly KnownPair[]>;
  readonly domains: readonly Domain[];
}

/** One number for two cadres in either order. */
export function cadresKey(a: number, b: number): number {
  return a < b ? a * 0x4000000 + b : b * 0x4000000 + a;
}

/** A day, and how domains are read that are written on it: a mask, or the first word that is no domain. */
export interface KnownDay {
  readonly day: Day;
  readonly number: number;
  domainsIn(text: string): number | string;
}
