import type { Lang } from '../kernel/text.ts';
import type { Zone } from '../kernel/zone.ts';

export type Format = 'table' | 'csv' | 'json' | 'markdown';

/** How text is emphasized on a terminal. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
}

/** For files, pipes and terminals without colour. */
export const UNPAINTED: Paint = { bold: text => text, dim: text => text };

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
}
