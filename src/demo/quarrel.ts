/** A matter that people fall out about. Titles, facts and places name nobody: only parties are hidden when shown. */
export interface Quarrel {
  readonly category: string;
  /** How often it comes up, beside the others. */
  readonly share: number;
  readonly title: string;
  readonly facts: readonly string[];
  readonly places: readonly string[];
  readonly people: readonly [fewest: number, most: number];
  /** In yuan, where money is at issue. */
  readonly amount?: readonly [least: number, most: number];
  /** Whom it is against, where that is neither a neighbour nor one of the family. */
  readonly against?: string;
  /** Whether the other side is one of the family. */
  readonly kin?: boolean;
  readonly applicants?: number;
  /** Months (1 to 12) in which it comes up; always, where absent. */
  readonly months?: readonly number[];
}
