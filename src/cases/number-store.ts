import type { SelectQueryBuilder } from 'kysely';
import type { Day } from '../kernel/day.ts';
import { row, selectFrom } from '../ledger/query.ts';
import type { Schema } from '../ledger/schema.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { CaseKind } from './case.ts';

/** Which unit registers a case, on which day. */
export interface Place {
  readonly kind: CaseKind;
  readonly unit: number;
  readonly unitCode: string;
  readonly on: Day;
}

/** What a case's number begins with: the registering unit's code and the year; a petition's serial carries a P. */
function numberPrefix({ kind, unitCode, on }: Place): string {
  return `${unitCode}-${on.slice(0, 4)}-${kind === 'petition' ? 'P' : ''}`;
}

/**
 * Gives cases their numbers: the next serial that neither the unit nor the code of its number has used in the year. A code
 * that was given up can belong to another unit, and a unit can have had another code, in the same year.
 */
export function caseNumberer(db: Db) {
  const last = new Map<string, number>();
  return (place: Place) => {
    const { kind, unit, on } = place;
    const year = Number(on.slice(0, 4));
    const prefix = numberPrefix(place);
    const [ofUnit, ofCode] = [`${kind} ${unit} ${year}`, prefix];
    const used = [last.get(ofUnit) ?? lastOfUnit(db, kind, unit, year), last.get(ofCode) ?? lastOfPrefix(db, prefix)];
    const serial = Math.max(...used) + 1;
    last.set(ofUnit, serial);
    last.set(ofCode, serial);
    return { year, serial, number: `${prefix}${serial}` };
  };
}

/** Numbers that cases have, and those that they had: neither is given again. */
const USED = ['cases', 'former_number'] as const;

function lastOfUnit(db: Db, kind: CaseKind, unit: number, year: number): number {
  return lastIn(db, table =>
    selectFrom(table).where('kind', '=', kind).where('unit_id', '=', unit).where('year', '=', year),
  );
}

function lastOfPrefix(db: Db, prefix: string): number {
  return lastIn(db, table => selectFrom(table).where('number', '>', prefix).where('number', '<', `${prefix}:`));
}

function lastIn(db: Db, within: (table: 'cases') => SelectQueryBuilder<Schema, 'cases', object>): number {
  // Both tables have the columns of a number.
  const lastOf = (table: (typeof USED)[number]) =>
    row(
      db,
      within(table as 'cases')
        .select('serial')
        .orderBy('serial', 'desc')
        .limit(1),
    )?.serial ?? 0;
  return Math.max(...USED.map(lastOf));
}
