import type { Whole } from '../intake/sheet.ts';
import { ALWAYS, BEGINNING, intersection, OPEN_END, type Span } from '../kernel/day.ts';
import { type Existing, JUST_ADDED, type Register } from '../register/register.ts';
import { bounded, spanProblems, within } from '../register/span.ts';
import { pairRows } from '../teams/store.ts';
import { ASSIGNMENT_TITLE, type AssignmentRow, assignmentSheet } from './assignment.ts';
import { type AssignableHousehold, type AssignablePair, assignmentProblems, overlapProblems } from './rules.ts';
import { type Assigned, assignmentRows, assignmentWriter, endAssignment, householdRows } from './store.ts';

type FullAssignment = Whole<AssignmentRow>;

interface AssignmentBook {
  readonly households: ReadonlyMap<string, AssignableHousehold & { readonly id: number }>;
  readonly pairs: ReadonlyMap<string, AssignablePair & { readonly id: number }>;
  readonly cadreIds: ReadonlyMap<string, number>;
  readonly ofHousehold: Map<string, Existing<FullAssignment>[]>;
  readonly assigned: ReadonlyMap<number, Assigned>;
}

export const assignmentRegister: Register<AssignmentRow, AssignmentBook> = {
  noun: 'assignment',
  title: ASSIGNMENT_TITLE,
  sheet: assignmentSheet,
  key: ['household_code', 'pair_code', 'from_on'],
  immutable: ['responsible_cadre'],
  tables: ['assignment'],
  load: (db, near) => {
    const cadreIds = new Map<string, number>();
    const pairs = new Map<string, AssignablePair & { readonly id: number }>();
    for (const { id, code, unit_id, from_on, to_on, code_a, code_b, cadre_a, cadre_b } of pairRows(db)) {
      pairs.set(code, { id, unit_id, from_on, to_on, cadre_a: code_a, cadre_b: code_b });
      cadreIds.set(code_a, cadre_a).set(code_b, cadre_b);
    }
    const households = new Map((await householdRows(db, near?.household_code)).map(h => [h.code, h]));
    const ofHousehold = new Map<string, Existing<FullAssignment>[]>();
    const assigned = new Map<number, Assigned>();
    for (const { id, household_id, pair_id, responsible_id, ...row } of await assignmentRows(
      db,
      near?.household_code,
    )) {
      assigned.set(id, { id, household_id, pair_id, responsible_id, from_on: row.from_on, to_on: row.to_on });
      ofHousehold.set(row.household_code, [...(ofHousehold.get(row.household_code) ?? []), { id, row }]);
    }
    return { households, pairs, cadreIds, ofHousehold, assigned };
  },
  find: (book, row) =>
    book.ofHousehold
      .get(row.household_code)
      ?.find(({ row: known }) => known.pair_code === row.pair_code && known.from_on === (row.from_on ?? BEGINNING)),
  complete: (book, row) => bounded({ ...row, from_on: row.from_on ?? BEGINNING }, groundOf(book, row)),
  check: (book, given, before) => {
    const row = whole(book, given);
    const others = (book.ofHousehold.get(row.household_code) ?? []).filter(other => other !== before);
    const own = assignmentProblems(row, book.households.get(row.household_code), book.pairs.get(row.pair_code));
    return own.length > 0
      ? own
      : [
          ...spanProblems(row),
          ...overlapProblems(
            row,
            others.map(other => other.row),
          ),
        ];
  },
  accept: (book, decision) => {
    const row = whole(book, decision.row);
    const id = decision.verdict === 'change' ? decision.id : JUST_ADDED;
    const others = (book.ofHousehold.get(row.household_code) ?? []).filter(
      other => other.id !== id || id === JUST_ADDED,
    );
    book.ofHousehold.set(row.household_code, [...others, { id, row }]);
  },
  save: (db, book, decisions, stamp) => {
    const write = assignmentWriter(db);
    for (const decision of decisions) {
      if (decision.verdict === 'add') {
        const row = whole(book, decision.row);
        const ids = {
          household_id: book.households.get(row.household_code)?.id ?? 0,
          pair_id: book.pairs.get(row.pair_code)?.id ?? 0,
          responsible_id: book.cadreIds.get(row.responsible_cadre) ?? 0,
        };
        write({ ...ids, from_on: row.from_on, to_on: row.to_on }, stamp.importId);
      } else if (decision.verdict === 'change') {
        const standing = book.assigned.get(decision.id);
        if (standing) endAssignment(db, standing, whole(book, decision.row).to_on, stamp);
      }
    }
  },
};

/** What an assignment rests on: household and pair, as far as they are known. */
function groundOf(book: AssignmentBook, row: AssignmentRow): Span {
  return intersection(book.households.get(row.household_code) ?? ALWAYS, book.pairs.get(row.pair_code) ?? ALWAYS);
}

function whole(book: AssignmentBook, row: AssignmentRow): FullAssignment {
  return within({ ...row, from_on: row.from_on ?? BEGINNING, to_on: row.to_on ?? OPEN_END }, groundOf(book, row));
}
