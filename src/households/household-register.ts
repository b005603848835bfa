import type { Whole } from '../intake/sheet.ts';
import { BEGINNING, type Day, OPEN_END } from '../kernel/day.ts';
import { refuse } from '../kernel/failure.ts';
import { type Act, recordChanges } from '../ledger/events.ts';
import type { Sqlite } from '../ledger/sqlite.ts';
import { JUST_ADDED, type Register, type Standing } from '../register/register.ts';
import { bounded, spanProblems, teamUnitProblems, within } from '../teams/rules.ts';
import { allTerms } from '../units/store.ts';
import { type UnitTerm, unitLives } from '../units/tree.ts';
import { HOUSEHOLD_TITLE, type HouseholdRow, householdSheet } from './household.ts';
import { begunEarlier, householdCodeProblems, visitedLater } from './rules.ts';
import {
  assignmentsOfHousehold,
  endAssignment,
  firstGroundOf,
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
      units: new Map(present.map(unit => [unit.code, unit])),
      formerCodes: new Map(present.map(u => [u.code, terms.filter(t => t.unit_id === u.unit_id).map(t => t.code)])),
      byCode,
    };
  },
  find: (book, row) => book.byCode.get(row.code),
  complete: (book, row) => {
    const unit = book.units.get(row.unit_code);
    return unit ? bounded(row, unit) : row;
  },
  check: (book, given) => {
    const row = whole(book, given);
    return [
      ...spanProblems(row),
      ...teamUnitProblems(row.unit_code, book.units.get(row.unit_code), row),
      ...householdCodeProblems(row.code, row.unit_code, book.formerCodes.get(row.unit_code) ?? []),
    ];
  },
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
        for (const { field, new: value } of decision.changes) {
          const known = HOUSEHOLD_FIELDS.find(f => f === field);
          if (known === 'to_on')
            endHousehold(handle, decision.id, whole(book, decision.before).to_on, String(value), act);
          else if (known) {
            if (known === 'from_on') refuseLaterStart(handle, decision.id, String(value));
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

/** A household's first day can be corrected as far as its first visit and its first assignment allow. */
function refuseLaterStart(handle: Sqlite, id: number, on: Day): void {
  const early = begunEarlier(firstGroundOf(handle, id), on);
  if (early) refuse(early);
}

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
