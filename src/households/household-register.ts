import { completing, type Problem, problem, type Whole } from '../intake/sheet.ts';
import { ALWAYS, type Day } from '../kernel/day.ts';
import { mapped } from '../kernel/mapped.ts';
import type { Text } from '../kernel/text.ts';
import type { Change, Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import { type Existing, idOf, type Register } from '../register/register.ts';
import { bounded, spanProblems, within } from '../register/span.ts';
import { teamUnitProblems } from '../teams/rules.ts';
import { loadUnits } from '../units/store.ts';
import type { UnitTerm } from '../units/tree.ts';
import { endAssignment, lastingAssignments } from './assignment-store.ts';
import { HOUSEHOLD_TITLE, type HouseholdRow, householdSheet } from './household.ts';
import { householdRows, householdWriter, openHouseholds, updateHousehold } from './household-store.ts';
import { firstUseOf, lastRecordsOf } from './later-records.ts';
import { householdCodeProblems, laterRecordProblem, laterStartProblem } from './rules.ts';
import { possiblySame, samenessText } from './same-household.ts';

type FullHousehold = Whole<HouseholdRow>;
const completed = completing(householdSheet);

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
  tables: ['household', 'assignment'],
  load: ({ db }, near) => {
    const { terms, byCode: units, codeOf } = loadUnits(db);
    const codesOf = (id: number) => terms.filter(({ unit_id }) => unit_id === id).map(({ code }) => code);
    const formerCodes = new Map(terms.map(({ unit_id }) => [codeOf(unit_id), codesOf(unit_id)]));
    const byCode = new Map<string, Existing<FullHousehold>>();
    for (const { id, unit_id, ...row } of householdRows(db, near?.code))
      byCode.set(row.code, { id, row: { ...row, unit_code: codeOf(unit_id) } });
    return { units, formerCodes, byCode };
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
  obstacle: (db, { id, changes }) => useProblem(db, id, changes),
  doubts: (db, added) => {
    if (added.length === 0) return [];
    const { byCode, codeOf } = loadUnits(db);
    const ids = new Set(added.flatMap(({ unit_code }) => byCode.get(unit_code)?.unit_id ?? []));
    const known = openHouseholds(db, ids).map(({ unit_id, ...rest }) => ({ ...rest, unit_code: codeOf(unit_id) }));
    return samenessText(possiblySame(added, known));
  },
  undated: ['head_name', 'people', 'phone', 'address'],
  accept: (book, decision) => {
    book.byCode.set(decision.row.code, { id: idOf(decision), row: whole(book, decision.row) });
  },
  save: (db, book, decisions, stamp) => {
    const write = householdWriter(db);
    for (const decision of decisions) {
      if (decision.verdict === 'add') {
        const row = whole(book, decision.row);
        write({ ...row, unit_id: mapped(book.units, row.unit_code).unit_id, import_id: stamp.importId ?? null });
      } else if (decision.verdict === 'change') {
        updateHousehold(db, decision.id, decision.changes, stamp);
        endAssignments(db, decision.id, whole(book, decision.row).to_on, stamp);
      }
    }
  },
};

/** A household neither begins after nor ends before what depends on it. */
function useProblem(db: Db, id: number, changes: readonly Change[]): Problem | undefined {
  const limits: Readonly<Record<string, (on: Day) => Text | undefined>> = {
    from_on: on => laterStartProblem(firstUseOf(db, id), on),
    to_on: on => laterRecordProblem(lastRecordsOf(db, id), on),
  };
  const [wrong] = changes.flatMap(({ field, new: value }) => {
    const reason = limits[field]?.(String(value));
    return reason ? [problem(field, value, reason)] : [];
  });
  return wrong;
}

/** Ends the assignments of a household that ends on a day; returns how many there were. */
export function endAssignments(db: Db, householdId: number, on: Day, stamp: Stamp): number {
  const assignments = lastingAssignments(db, 'household_id', householdId, on);
  for (const assignment of assignments) endAssignment(db, assignment, on, stamp);
  return assignments.length;
}

function whole(book: HouseholdBook, row: HouseholdRow): FullHousehold {
  return within(completed(row), book.units.get(row.unit_code) ?? ALWAYS);
}
