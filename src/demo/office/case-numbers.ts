import type { Day } from '../../kernel/day.ts';

interface Case {
  readonly unit_code: string;
  readonly registered_on: Day;
  readonly old_number: string;
}

/**
 * The new number of each case: a serial per unit and year, in the order of entry. An import adds last the rows that refer to
 * another row, and after all of them comes what is entered by hand.
 */
export function numbering<C extends Case>(
  imported: readonly C[],
  refersToAnother: (row: C) => boolean,
  byHand: readonly C[],
  letter = '',
): (row: Case) => string {
  const serials = new Map<string, number>();
  const numbers = new Map<string, string>();
  const entered = [...imported.filter(row => !refersToAnother(row)), ...imported.filter(refersToAnother), ...byHand];
  for (const { unit_code, registered_on, old_number } of entered) {
    const stem = `${unit_code}-${registered_on.slice(0, 4)}`;
    const serial = (serials.get(stem) ?? 0) + 1;
    serials.set(stem, serial);
    numbers.set(old_number, `${stem}-${letter}${serial}`);
  }
  return ({ old_number }) => numbers.get(old_number) ?? '';
}
