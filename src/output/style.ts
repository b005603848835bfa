import type { Day } from '../kernel/day.ts';
import type { Lang, Text } from '../kernel/text.ts';
import type { Zone } from '../kernel/zone.ts';

export type Format = 'table' | 'csv' | 'json' | 'markdown' | 'xlsx' | 'docx' | 'html';

/** How text is emphasized on a terminal. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  green(text: string): string;
}

const plain = (text: string) => text;

/** For files, pipes and terminals without colour. */
export const UNPAINTED: Paint = { bold: plain, dim: plain, red: plain, yellow: plain, green: plain };

/** Where a result comes from: what a file that is passed on says of itself. */
export interface Made {
  /** What the records are called, for a result without a title. */
  readonly name: Text;
  /** The command line without the program's name, and without what is nobody's business. */
  readonly command: string;
  /** The ledger's day. */
  readonly today: Day;
  /** The instant at which it was made, UTC; left out where the same ledger and day shall give the same bytes. */
  readonly at?: string | undefined;
  /** Whether people's names and numbers are partly hidden; undefined where a result has none. */
  readonly masked?: boolean | undefined;
}

/** Everything about the reader that changes how a view looks, decided once by the runner. */
export interface Style {
  readonly lang: Lang;
  /** The time zone in which instants are shown. */
  readonly zone: Zone;
  readonly paint: Paint;
  /** Columns of the terminal, or undefined if the output is not a terminal. */
  readonly width: number | undefined;
  /** The most rows of a table that are shown, or undefined for all. */
  readonly limit: number | undefined;
  /** Whether CSV is written for Excel and WPS rather than for a program. */
  readonly isForSpreadsheet: boolean;
  readonly made: Made;
}
