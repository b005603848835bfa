import type { Grade } from '../disputes/dispute.ts';
import { applies, choices, dataFile, range, rowsIn, type Scope } from './data-file.ts';
import type { Random } from './random.ts';

/**
 * Something that people fall out over. Titles, facts and places name nobody: only parties are masked when shown. What the
 * first applicant's household says of it in a visit, and what is agreed, belong to the fact in the same place.
 */
interface Row
  extends Scope,
    Readonly<Record<'category' | 'title' | 'facts' | 'places' | 'said' | 'agreements', string>> {
  readonly grade: Grade;
  /** How often it comes up, compared with the others. */
  readonly share: string;
  /** From how many to how many, a couple where empty. */
  readonly people?: string;
  /** In yuan, where money is at issue. */
  readonly amount?: string;
  /** The other side, where it is neither a neighbour nor a relative. */
  readonly against?: string;
  /** Whether the other side is a relative. */
  readonly kin?: 'yes';
  readonly applicants?: string;
}

const QUARRELS = rowsIn<Row>(dataFile('quarrels.csv')).map(row => ({
  ...row,
  share: Number(row.share),
  facts: choices(row.facts),
  places: choices(row.places),
  said: choices(row.said),
  agreements: choices(row.agreements),
  people: range(row.people) ?? ([2, 2] as const),
  amount: range(row.amount),
  applicants: Number(row.applicants ?? 1),
}));

export type Quarrel = (typeof QUARRELS)[number];

/** Draws a quarrel of a grade that comes up in a month, in a village or a community. */
export function quarrelFor(random: Random, grade: Grade, community: boolean, month: number): Quarrel {
  const possible = QUARRELS.filter(quarrel => quarrel.grade === grade && applies(quarrel, month, community));
  let left = random() * possible.reduce((sum, { share }) => sum + share, 0);
  for (const quarrel of possible) {
    left -= quarrel.share;
    if (left < 0) return quarrel;
  }
  return possible[0] as Quarrel;
}
