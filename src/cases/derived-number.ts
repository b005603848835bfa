import { hash } from 'node:crypto';
import { plain } from '../intake/field.ts';
import { cleanedName } from '../kernel/clean.ts';
import type { Day } from '../kernel/day.ts';

/** What a case is recognised by where its list has no numbers: whose, of which day, about what, between whom. */
export interface Recognisable {
  readonly unit: number;
  readonly on: Day;
  readonly category: string;
  /** Names of the parties. */
  readonly parties: readonly string[];
  /** What it is about, where no party is named. */
  readonly about: string;
}

/**
 * The old number of a case whose list has none: its day and a mark of unit, category and parties. The serial of a line is no
 * number of a case: lists begin anew every month, and lines move when others are added. Keyed with the secret of the
 * ledger, so that the number does not give the names away.
 */
export function derivedNumber(secret: string, { unit, on, category, parties, about }: Recognisable): string {
  const names = parties.map(cleanedName).sort();
  const said = names.length > 0 ? names.join(';') : plain(about).replace(/\s/g, '');
  const mark = hash('sha256', JSON.stringify([secret, unit, on, category, said]), 'hex');
  return `${on}-${mark.slice(0, 8).toUpperCase()}`;
}
