import { type Problem, problem, type Whole } from '../intake/sheet.ts';
import { BEGINNING, type Day, OPEN_END } from '../kernel/day.ts';
import { refuse } from '../kernel/failure.ts';
import { type Act, type Change, recordChanges } from '../ledger/events.ts';
import type { Sqlite } from '../ledger/sqlite.ts';
import { JUST_ADDED, type Register, type Standing } from '../register/register.ts';
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
  readonly byCode: Map<string, Standing<FullHousehold>>;
}

export const householdRegister: Register<HouseholdRow, HouseholdBook> = {
  noun: 'household',
  title: HOUSEHOLD_TITLE,
  sheet: householdSheet,
  key: ['code'],
  fixed: ['unit_code'],
  personal: ['head_name', 'phone'],
  tables: ['household', 'assignment'],
  load: async ({ db, handle }, near) => {
    const terms = allTerms(handle);
    const units = new Map(unitLives(terms).map(unit => [unit.unit_id, unit]));
    const byCode = new Map<string, Standing<FullHousehold>>();
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
  obstacle: (handle, { id, changes }) => groundProblem(handle, id, changes),
  undated: ['head_name', 'people', 'phone', 'address'],
  accept: (book, decision) => {
    const id = decision.verdict === 'change' ? decision.id : JUST_ADDED;
    book.byCode.set(decision.row.code, { id, row: whole(book, decision.row) });
  },
  save: (handle, book, decisions, act) => {
    const write = householdWriter(handle);
    for (const decision of decisions) {
      if (decision.verdict === 'add') {
        const row = whole(book, decision.row);
        write({ ...row, unit_id: book.units.get(row.unit_code)?.unit_id ?? 0 }, act.importId);
      } else if (decision.verdict === 'change') {
        updateHousehold(handle, decision.id, decision.changes);
        recordChanges(handle, 'household', decision.id, decision.changes, act);
        endAssignments(handle, decision.id, whole(book, decision.row).to_on, act);
      }
    }
  },
};

/** What rests on a household keeps it from beginning later or ending earlier. */
function groundProblem(handle: Sqlite, id: number, changes: readonly Change[]): Problem | undefined {
  for (const { field, new: value } of changes) {
    const on = String(value);
    const wrong =
      field === 'from_on'
        ? begunEarlier(firstGroundOf(handle, id), on)
        : field === 'to_on'
          ? visitedLater(lastVisitTo(handle, id), on)
          : undefined;
    if (wrong) return problem(field, on, wrong);
  }
  return undefined;
}

function endAssignments(handle: Sqlite, id: number, on: Day, act: Act): number {
  const assigned = on === OPEN_END ? [] : assignmentsOfHousehold(handle, id, on);
  for (const assignment of assigned) endAssignment(handle, assignment, on, act);
  return assigned.length;
}

/** Takes a household off the books from a day on, and with it whoever was assigned to it. Returns the assignments ended. */
export function endHousehold(handle: Sqlite, id: number, old: Day, on: Day, act: Act): number {
  const late = visitedLater(lastVisitTo(handle, id), on);
  if (late) refuse(late);
  const ended = endAssignments(handle, id, on, act);
  const changes = [{ field: 'to_on', old, new: on }];
  updateHousehold(handle, id, changes);
  recordChanges(handle, 'household', id, changes, act);
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
