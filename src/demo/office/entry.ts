import type { KnownVisit } from '../disputes.ts';

/** A word of a command line, or a visit whose number the ledger alone knows. */
type Word = string | KnownVisit;

/** One command line of a clerk, without `tiaochu`. */
export type Entry = readonly Word[];

/** An option with its value, where there is one. */
export function given(option: string, value: string | number | null | undefined): string[] {
  return value === undefined || value === null || value === '' ? [] : [option, String(value)];
}
