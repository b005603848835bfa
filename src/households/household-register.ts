import type { Whole } from '../intake/sheet.ts';
import { BEGINNING, type Day, OPEN_END } from '../kernel/day.ts';
import { refuse } from '../kernel/failure.ts';
import type { Act } from '../ledger/events.ts';
import { recordChanges } from '../ledger/events.ts';
import type { Sqlite } from '../ledger/sqlite.ts';
import { JUST_ADDED, type Register, type Standing } from '../register/register.ts';
import { spanProblems, teamUnitProblems, within } from '../teams/rules.ts';
import { allTerms } from '../units/store.ts';
import { treeOn, type UnitTerm } from '../units/tree.ts';
import { HOUSEHOLD_TITLE, type HouseholdRow, householdSheet } from './household.ts';
import { householdCodeProblems, visitedLater } from './rules.ts';
import {
  assignmentsOfHousehold,
  endAssignment,
  HOUSEHOLD_FIELDS,
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
  tables: ['household', 'assignment'],
  load: async ({ db, handle }, near) => {
    const terms = allTerms(handle);
    const { units } = treeOn(terms, '9999-12-30');
    const byCode = new Map<string, Standing<FullHousehold>>();
    for (const { id, unit_id, ...row } of await householdRows(db, near?.code))
      byCode.set(row.code, { id, row: { ...row, unit_code: units.get(unit_id)?.code ?? '' } });
    const present = [...units.values()];
    return {
      units: new Map(present.map(unit => [unit.code, unit])),
      formerCodes: new Map(present.map(u => [u.code, terms.filter(t => t.unit_id === u.unit_id).map(t => t.code)])),
      byCode,
    };
  },
  find: (book, row) => book.byCode.get(row.code),
  complete: (book, row) => {
    const unit = book.units.get(row.unit_code);
    if (!unit || (row.from_on === undefined && row.to_on === undefined)) return row;
    return within({ ...row, from_on: row.from_on ?? BEGINNING, to_on: row.to_on ?? OPEN_END }, unit);
  },
  check: (book, given) => {
    const row = whole(given);
    return [
      ...spanProblems(row),
      ...teamUnitProblems(row.unit_code, book.units.get(row.unit_code), row),
      ...householdCodeProblems(row.code, row.unit_code, book.formerCodes.get(row.unit_code) ?? []),
    ];
  },
  accept: (book, decision) => {
    const id = decision.verdict === 'change' ? decision.id : JUST_ADDED;
    book.byCode.set(decision.row.code, { id, row: whole(decision.row) });
  },
  save: (handle, book, decisions, act) => {
    const write = householdWriter(handle);
    for (const decision of decisions) {
      if (decision.verdict === 'add') {
        const row = whole(decision.row);
        write({ ...row, unit_id: book.units.get(row.unit_code)?.unit_id ?? 0 }, act.importId);
      } else if (decision.verdict === 'change') {
        for (const { field, new: value } of decision.changes) {
          const known = HOUSEHOLD_FIELDS.find(f => f === field);
          if (known === 'to_on') endHousehold(handle, decision.id, whole(decision.before).to_on, String(value), act);
          else if (known) {
            updateHousehold(handle, decision.id, known, value);
            recordChanges(
              handle,
              'household',
              decision.id,
              decision.changes.filter(c => c.field === field),
              act,
            );
          }
        }
      }
    }
  },
};

/** Takes a household off the books from a day on, and with it whoever was assigned to it. Returns the assignments ended. */
export function endHousehold(handle: Sqlite, id: number, old: Day, on: Day, act: Act): number {
  const late = visitedLater(lastVisitTo(handle, id), on);
  if (late) refuse(late);
  const assigned = on === OPEN_END ? [] : assignmentsOfHousehold(handle, id, on);
  for (const assignment of assigned) endAssignment(handle, assignment, on, act);
  updateHousehold(handle, id, 'to_on', on);
  recordChanges(handle, 'household', id, [{ field: 'to_on', old, new: on }], act);
  return assigned.length;
}

function whole(row: HouseholdRow): FullHousehold {
  return {
    ...row,
    people: row.people ?? null,
    phone: row.phone ?? '',
    address: row.address ?? '',
    from_on: row.from_on ?? BEGINNING,
    to_on: row.to_on ?? OPEN_END,
  };
}
