import { type CodeRow, codedAs } from '../cases/codes.ts';
import { derivedNumber } from '../cases/derived-number.ts';
import { partiesIn } from '../cases/old-ledger.ts';
import type { OldPetition } from './old-ledger.ts';

/** What the number of a row is derived from, besides its own cells. */
interface DerivingFacts {
  readonly categories: readonly CodeRow[];
  /** The id of the unit that the row names. */
  readonly unit: number | undefined;
  readonly secret: string;
}

/** A row with the old number that follows from its day, unit, category and petitioners, where its list has none. */
export function derivedPetition(row: OldPetition, { categories, unit, secret }: DerivingFacts): OldPetition {
  if (row.old_number !== undefined || unit === undefined) return row;
  const { registered_on: on, demand: about } = row;
  const category = codedAs(categories, row.category)?.code ?? row.category;
  const parties = partiesIn(row.petitioner).map(({ name }) => name);
  return { ...row, category, old_number: derivedNumber(secret, { unit, on, category, parties, about }) };
}
