import type { Text } from '../kernel/text.ts';
import type { Stamp } from '../ledger/events.ts';
import { deleteFrom, insertRow, row, rows, run, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { CaseKind } from './case.ts';
import { type CaseRow, formerNumberMeant, numberOf } from './case-store.ts';
import { renumberedText } from './former-number.ts';

/** A number as it is given: by which unit, in which year. */
export interface GivenNumber {
  readonly number: string;
  readonly year: number;
  readonly serial: number;
}

/** The numbers that a case had, the first one first. */
export function formerNumbersOf(db: Db, caseId: number) {
  return rows(
    db,
    selectFrom('former_number')
      .select(['id', 'number', 'unit_id', 'operator', 'at', 'reason'])
      .select(['renumbered_to as renumberedTo', 'renumbered_on as renumberedOn'])
      .where('case_id', '=', caseId)
      .orderBy('id'),
  );
}

/** Every number that leads to a case: its own, and those that it had. */
export function numbersOf(db: Db, id: number): string[] {
  return [numberOf(db, id), ...formerNumbersOf(db, id).map(({ number }) => number)];
}

/** What is said where a case is opened by a number that it had. */
export function renumberedRemark(db: Db, kind: CaseKind, text: string): Text | undefined {
  const meant = formerNumberMeant(db, kind, text);
  return meant && renumberedText(meant.number, formerNumbersOf(db, meant.case_id));
}

/** Keeps the number of a case as used before it gets another. */
export function keepNumber(db: Db, { id, ...given }: CaseRow, renumbered_to: string, stamp: Stamp): void {
  const { kind, number, unit_id, year, serial } = given;
  const { at, operator, on: renumbered_on, reason = '' } = stamp;
  const kept = { case_id: id, kind, number, unit_id, year, serial };
  insertRow(db, 'former_number', { ...kept, renumbered_to, renumbered_on, at, operator, reason });
}

/** A number of a unit and year that the case itself had: it is no other case's, so the case gets it back. */
export function ownFormerNumber(
  db: Db,
  caseId: number,
  { kind, unit, year }: { readonly kind: CaseKind; readonly unit: number; readonly year: number },
): GivenNumber | undefined {
  const own = selectFrom('former_number').where('case_id', '=', caseId).where('kind', '=', kind);
  const found = row(
    db,
    own.select(['id', 'number', 'year', 'serial']).where('unit_id', '=', unit).where('year', '=', year),
  );
  if (!found) return undefined;
  const { id, ...number } = found;
  run(db, deleteFrom('former_number').where('id', '=', id));
  return number;
}
