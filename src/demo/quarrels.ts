import type { Grade } from '../disputes/dispute.ts';
import { choices, dataFile, dataRows, includesMonth, includesPlace, range } from './data-file.ts';
import type { Random } from './random.ts';

/** Something that people fall out over. Titles, facts and places name nobody: only parties are masked when shown. */
export interface Quarrel {
  readonly category: string;
  /** How often it comes up, compared with the others. */
  readonly share: number;
  readonly title: string;
  readonly facts: readonly string[];
  readonly places: readonly string[];
  readonly people: readonly [fewest: number, most: number];
  /** In yuan, where money is at issue. */
  readonly amount: readonly [least: number, most: number] | undefined;
  /** The other side, where it is neither a neighbour nor a relative. */
  readonly against: string;
  /** Whether the other side is a relative. */
  readonly kin: boolean;
  readonly applicants: number;
}

type Column = keyof Quarrel | 'grade' | 'place' | 'months';

const ROWS = dataRows<Column>(dataFile('quarrels.csv')).map(row => ({ ...row, quarrel: quarrelOf(row) }));

function quarrelOf(row: Readonly<Record<Column, string>>): Quarrel {
  return {
    category: row.category,
    share: Number(row.share),
    title: row.title,
    facts: choices(row.facts),
    places: choices(row.places),
    people: range(row.people) ?? [2, 2],
    amount: range(row.amount),
    against: row.against,
    kin: row.kin === 'yes',
    applicants: Number(row.applicants || 1),
  };
}

/** Draws a quarrel of a grade that comes up in a month, in a village or a community. */
export function quarrelFor(random: Random, grade: Grade, community: boolean, month: number): Quarrel {
  const possible = ROWS.filter(
    row => row.grade === grade && includesPlace(row.place, community) && includesMonth(row.months, month),
  ).map(({ quarrel }) => quarrel);
  let left = random() * possible.reduce((sum, { share }) => sum + share, 0);
  for (const quarrel of possible) {
    left -= quarrel.share;
    if (left < 0) return quarrel;
  }
  return possible[0] as Quarrel;
}
