import type { Day } from '../../kernel/day.ts';

interface Entered {
  readonly unit_code: string;
  readonly registered_on: Day;
  readonly old_number: string;
}

/** The new number of each case by its old number: a serial per unit and year, in the order of entry. */
export function numbersOf(entered: readonly Entered[], letter: '' | 'P'): ReadonlyMap<string, string> {
  const serials = new Map<string, number>();
  return new Map(
    entered.map(({ unit_code, registered_on, old_number }) => {
      const stem = `${unit_code}-${registered_on.slice(0, 4)}`;
      const serial = (serials.get(stem) ?? 0) + 1;
      serials.set(stem, serial);
      return [old_number, `${stem}-${letter}${serial}`];
    }),
  );
}

/** The order in which an import adds rows: those that refer to another row last. */
export function inOrderOfImport<R>(rows: readonly R[], refersToAnother: (row: R) => boolean): R[] {
  return [...rows.filter(row => !refersToAnother(row)), ...rows.filter(refersToAnother)];
}
