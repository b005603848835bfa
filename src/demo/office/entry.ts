import type { KnownVisit } from '../disputes.ts';

/** A word of a command line, or a visit whose number is looked up in the ledger. */
type Word = string | KnownVisit;

/** A command line that a clerk enters, without `tiaochu`. */
export type Entry = readonly Word[];

/** An option with its value; nothing where the value is missing. */
export function given(option: string, value: string | number | null | undefined): string[] {
  return value === undefined || value === null || value === '' ? [] : [option, String(value)];
}
