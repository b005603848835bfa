import { completing, problem, type Whole } from '../intake/sheet.ts';
import { ALWAYS, BEGINNING, intersection, OPEN_END, type Span } from '../kernel/day.ts';
import { mapped } from '../kernel/mapped.ts';
import { type Existing, idOf, JUST_ADDED, type Register } from '../register/register.ts';
import { bounded, spanProblems, within } from '../register/span.ts';
import { pairRows } from '../teams/pair-store.ts';
import { ASSIGNMENT_TITLE, type AssignmentRow, assignmentSheet } from './assignment.ts';
import { assignmentRows, assignmentWriter, endAssignment } from './assignment-store.ts';
import { householdsWithTerms } from './household-store.ts';
import { lastVisitUnder } from './later-records.ts';
import {
  type AssignableHousehold,
  type AssignablePair,
  assignmentProblems,
  laterVisitProblem,
  overlapProblems,
  termWith,
} from './rules.ts';

type FullAssignment = Whole<AssignmentRow>;
const completed = completing(assignmentSheet);

interface AssignmentBook {
  readonly households: ReadonlyMap<string, AssignableHousehold & { readonly id: number }>;
  readonly pairs: ReadonlyMap<string, AssignablePair & { readonly id: number }>;
  readonly cadreIds: ReadonlyMap<string, number>;
  /** By their household's code. */
  readonly assignments: Map<string, Existing<FullAssignment>[]>;
}

export const assignmentRegister: Register<AssignmentRow, AssignmentBook> = {
  noun: 'assignment',
  title: ASSIGNMENT_TITLE,
  sheet: assignmentSheet,
  key: ['household_code', 'pair_code', 'from_on'],
  immutable: ['responsible_cadre'],
  tables: ['assignment'],
  load: ({ db }, near) => {
    const cadreIds = new Map<string, number>();
    const pairs = new Map<string, AssignablePair & { readonly id: number }>();
    for (const { code_a, code_b, cadre_a, cadre_b, ...pair } of pairRows(db)) {
      pairs.set(pair.code, { ...pair, cadre_a: code_a, cadre_b: code_b });
      cadreIds.set(code_a, cadre_a).set(code_b, cadre_b);
    }
    const households = new Map(
      householdsWithTerms(db, near?.household_code).map(household => [household.code, household]),
    );
    const book: AssignmentBook = { households, pairs, cadreIds, assignments: new Map() };
    const rows = assignmentRows(db, near?.household_code);
    for (const { id, household_id: _h, pair_id: _p, responsible_id: _r, ...row } of rows) enter(book, { id, row });
    return book;
  },
  find: (book, { from_on = BEGINNING, ...row }) =>
    assignmentsOf(book, row).find(known => known.row.pair_code === row.pair_code && known.row.from_on === from_on),
  complete: (book, row) => bounded({ ...row, from_on: row.from_on ?? BEGINNING }, limitsOf(book, row)),
  check: (book, given, before) => {
    const row = whole(book, given);
    const others = assignmentsOf(book, row).filter(other => other !== before);
    const own = assignmentProblems(row, book.households.get(row.household_code), book.pairs.get(row.pair_code));
    if (own.length > 0) return own;
    const spans = others.map(other => other.row);
    return [...spanProblems(row), ...overlapProblems(row, spans)];
  },
  obstacle: (db, { id, row }) => {
    const [current] = assignmentRows(db, row.household_code).filter(assignment => assignment.id === id);
    const late = current && laterVisitProblem(lastVisitUnder(db, current), row.to_on ?? OPEN_END);
    return late && problem('to_on', row.to_on, late);
  },
  accept: (book, decision) => enter(book, { id: idOf(decision), row: whole(book, decision.row) }),
  save: (db, book, decisions, stamp) => {
    const write = assignmentWriter(db);
    for (const decision of decisions)
      if (decision.verdict === 'add') {
        const { from_on, to_on, ...row } = whole(book, decision.row);
        write({
          household_id: mapped(book.households, row.household_code).id,
          pair_id: mapped(book.pairs, row.pair_code).id,
          responsible_id: mapped(book.cadreIds, row.responsible_cadre),
          import_id: stamp.importId ?? null,
          from_on,
          to_on,
        });
      } else if (decision.verdict === 'change') {
        const { id, before } = decision;
        endAssignment(db, { ...completed(before), id }, whole(book, decision.row).to_on, stamp);
      }
  },
};

function assignmentsOf({ assignments }: AssignmentBook, { household_code }: Pick<AssignmentRow, 'household_code'>) {
  return assignments.get(household_code) ?? [];
}

/** Makes an assignment known, in the place of what it was before. */
function enter(book: AssignmentBook, known: Existing<FullAssignment>): void {
  const others = assignmentsOf(book, known.row).filter(({ id }) => id !== known.id || id === JUST_ADDED);
  book.assignments.set(known.row.household_code, [...others, known]);
}

/** The time in which the pair lasts and the household is in its village, as far as they are known. */
function limitsOf(book: AssignmentBook, row: AssignmentRow): Span {
  const [household, pair] = [book.households.get(row.household_code), book.pairs.get(row.pair_code)];
  return intersection((household && pair && termWith(household, pair, row.from_on)) ?? ALWAYS, pair ?? ALWAYS);
}

function whole(book: AssignmentBook, row: AssignmentRow): FullAssignment {
  return within(completed(row), limitsOf(book, row));
}
