import { type Problem, problem, type Whole } from '../intake/sheet.ts';
import { BEGINNING, type Day, OPEN_END } from '../kernel/day.ts';
import { refuse } from '../kernel/failure.ts';
import { type Change, recordChanges, type Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import { type Existing, JUST_ADDED, type Register } from '../register/register.ts';
import { bounded, spanProblems, within } from '../register/span.ts';
import { teamUnitProblems } from '../teams/rules.ts';
import { allTerms } from '../units/store.ts';
import { type UnitTerm, unitLives, unitsByCode } from '../units/tree.ts';
import { HOUSEHOLD_TITLE, type HouseholdRow, householdSheet } from './household.ts';
import { begunEarlier, householdCodeProblems, visitedLater } from './rules.ts';
import {
  assignmentsOfHousehold,
  endAssignment,
  firstGroundOf,
  householdRows,
  householdWriter,
  lastVisitTo,
  updateHousehold,
} from './store.ts';

type FullHousehold = Whole<HouseholdRow>;

interface HouseholdBook {
  readonly units: ReadonlyMap<string, UnitTerm>;
  /** Every code that a unit ever had, by its present one. */
  readonly formerCodes: ReadonlyMap<string, readonly string[]>;
  readonly byCode: Map<string, Existing<FullHousehold>>;
}

export const householdRegister: Register<HouseholdRow, HouseholdBook> = {
  noun: 'household',
  title: HOUSEHOLD_TITLE,
  sheet: householdSheet,
  key: ['code'],
  immutable: ['unit_code'],
  personal: ['head_name', 'phone'],
  tables: ['household', 'assignment'],
  load: (db, near) => {
    const terms = allTerms(db);
    const units = new Map(unitLives(terms).map(unit => [unit.unit_id, unit]));
    const byCode = new Map<string, Existing<FullHousehold>>();
    for (const { id, unit_id, ...row } of await householdRows(db, near?.code))
      byCode.set(row.code, { id, row: { ...row, unit_code: units.get(unit_id)?.code ?? '' } });
    const present = [...units.values()];
    return {
      units: unitsByCode(terms),
      formerCodes: new Map(present.map(u => [u.code, terms.filter(t => t.unit_id === u.unit_id).map(t => t.code)])),
      byCode,
    };
  },
  find: (book, row) => book.byCode.get(row.code),
  complete: (book, row) => {
    const unit = book.units.get(row.unit_code);
    return unit ? bounded({ ...row, unit_code: unit.code }, unit) : row;
  },
  check: (book, given) => {
    const row = whole(book, given);
    return [
      ...spanProblems(row),
      ...teamUnitProblems(row.unit_code, book.units.get(row.unit_code), row),
      ...householdCodeProblems(row.code, row.unit_code, book.formerCodes.get(row.unit_code) ?? []),
    ];
  },
  obstacle: (db, { id, changes }) => groundProblem(db, id, changes),
  undated: ['head_name', 'people', 'phone', 'address'],
  accept: (book, decision) => {
    const id = decision.verdict === 'change' ? decision.id : JUST_ADDED;
    book.byCode.set(decision.row.code, { id, row: whole(book, decision.row) });
  },
  save: (db, book, decisions, stamp) => {
    const write = householdWriter(db);
    for (const decision of decisions) {
      if (decision.verdict === 'add') {
        const row = whole(book, decision.row);
        write({ ...row, unit_id: book.units.get(row.unit_code)?.unit_id ?? 0 }, stamp.importId);
      } else if (decision.verdict === 'change') {
        updateHousehold(db, decision.id, decision.changes);
        recordChanges(db, 'household', decision.id, decision.changes, stamp);
        endAssignments(db, decision.id, whole(book, decision.row).to_on, stamp);
      }
    }
  },
};

/** What rests on a household keeps it from beginning later or ending earlier. */
function groundProblem(db: Db, id: number, changes: readonly Change[]): Problem | undefined {
  for (const { field, new: value } of changes) {
    const on = String(value);
    const wrong =
      field === 'from_on'
        ? begunEarlier(firstGroundOf(db, id), on)
        : field === 'to_on'
          ? visitedLater(lastVisitTo(db, id), on)
          : undefined;
    if (wrong) return problem(field, on, wrong);
  }
  return undefined;
}

function endAssignments(db: Db, id: number, on: Day, stamp: Stamp): number {
  const assigned = on === OPEN_END ? [] : assignmentsOfHousehold(db, id, on);
  for (const assignment of assigned) endAssignment(db, assignment, on, stamp);
  return assigned.length;
}

/** Takes a household off the books from a day on, and with it whoever was assigned to it. Returns the assignments ended. */
export function endHousehold(db: Db, id: number, old: Day, on: Day, stamp: Stamp): number {
  const late = visitedLater(lastVisitTo(db, id), on);
  if (late) refuse(late);
  const ended = endAssignments(db, id, on, stamp);
  const changes = [{ field: 'to_on', old, new: on }];
  updateHousehold(db, id, changes);
  recordChanges(db, 'household', id, changes, stamp);
  return ended;
}

function whole(book: HouseholdBook, row: HouseholdRow): FullHousehold {
  const unit = book.units.get(row.unit_code);
  const full = {
    ...row,
    people: row.people ?? null,
    phone: row.phone ?? '',
    address: row.address ?? '',
    from_on: row.from_on ?? BEGINNING,
    to_on: row.to_on ?? OPEN_END,
  };
  return unit ? within(full, unit) : full;
}
