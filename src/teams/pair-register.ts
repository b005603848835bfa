import { completing, type Whole } from '../intake/sheet.ts';
import { ALWAYS, intersection, type Span } from '../kernel/day.ts';
import { mapped } from '../kernel/mapped.ts';
import { type Existing, idOf, type Register } from '../register/register.ts';
import { bounded, spanProblems, within } from '../register/span.ts';
import { loadUnits } from '../units/store.ts';
import type { UnitTerm } from '../units/tree.ts';
import { membershipRows } from './cadre-store.ts';
import { pairNumbering } from './numbering.ts';
import { PAIR_TITLE, type PairRow, pairSheet } from './pair.ts';
import { pairRows, pairWriter } from './pair-store.ts';
import { inTeamOf } from './picked.ts';
import { type Membership, pairProblems, sameCadresProblem, teamUnitProblems } from './rules.ts';

type FullPair = Whole<PairRow>;
const completed = completing(pairSheet);

interface PairBook {
  readonly units: ReadonlyMap<string, UnitTerm>;
  readonly cadreIds: ReadonlyMap<string, number>;
  readonly memberships: ReadonlyMap<string, readonly Membership[]>;
  readonly byCode: Map<string, Existing<FullPair>>;
  /** The pairs of the same two cadres, in either order. */
  readonly byCadres: Map<string, FullPair[]>;
}

export const pairRegister: Register<PairRow, PairBook> = {
  noun: 'pair',
  title: PAIR_TITLE,
  sheet: pairSheet,
  key: ['code'],
  immutable: ['unit_code', 'cadre_a', 'cadre_b', 'from_on', 'to_on'],
  tables: ['pair'],
  narrowed: { cadre_a: inTeamOf('unit_code', 'cadre_b'), cadre_b: inTeamOf('unit_code', 'cadre_a') },
  load: ({ db }) => {
    const units = loadUnits(db);
    const cadreIds = new Map<string, number>();
    const memberships = new Map<string, Membership[]>();
    for (const { id, code, unit_id, from_on, to_on } of membershipRows(db)) {
      cadreIds.set(code, id);
      memberships.set(code, [...(memberships.get(code) ?? []), { unit_id, from_on, to_on }]);
    }
    const book: PairBook = { units: units.byCode, cadreIds, memberships, byCode: new Map(), byCadres: new Map() };
    for (const { id, code, unit_id, code_a, code_b, from_on, to_on } of pairRows(db))
      enter(book, id, { code, unit_code: units.codeOf(unit_id), cadre_a: code_a, cadre_b: code_b, from_on, to_on });
    return book;
  },
  find: (book, row) => book.byCode.get(row.code),
  complete: (book, given) => {
    const row = { ...given, unit_code: book.units.get(given.unit_code)?.code ?? given.unit_code };
    return bounded(row, limitsOf(book, row));
  },
  check: (book, given) => {
    const row = whole(book, given);
    const unit = book.units.get(row.unit_code);
    const together = book.byCadres.get(cadresKey(row)) ?? [];
    return [
      ...spanProblems(row),
      ...teamUnitProblems(row.unit_code, unit, row),
      ...pairProblems(row, unit?.unit_id, cadre => book.memberships.get(cadre)),
      ...sameCadresProblem(row, together),
    ];
  },
  numbering: pairNumbering,
  accept: (book, decision) => enter(book, idOf(decision), whole(book, decision.row)),
  save: (db, book, decisions, stamp) => {
    const write = pairWriter(db);
    for (const decision of decisions)
      if (decision.verdict === 'add') {
        const row = whole(book, decision.row);
        write({
          ...row,
          unit_id: mapped(book.units, row.unit_code).unit_id,
          cadre_a: mapped(book.cadreIds, row.cadre_a),
          cadre_b: mapped(book.cadreIds, row.cadre_b),
          import_id: stamp.importId ?? null,
        });
      }
  },
};

function enter(book: PairBook, id: number, row: FullPair): void {
  book.byCode.set(row.code, { id, row });
  book.byCadres.set(cadresKey(row), [...(book.byCadres.get(cadresKey(row)) ?? []), row]);
}

function cadresKey(row: PairRow): string {
  return [row.cadre_a, row.cadre_b].sort().join('\n');
}

/** The time in which both cadres are members of the pair’s team, as far as they are known. */
function limitsOf(book: PairBook, row: PairRow): Span {
  const unitId = book.units.get(row.unit_code)?.unit_id;
  const membershipOf = (code: string) => book.memberships.get(code)?.findLast(m => m.unit_id === unitId) ?? ALWAYS;
  return intersection(membershipOf(row.cadre_a), membershipOf(row.cadre_b));
}

function whole(book: PairBook, row: PairRow): FullPair {
  return within(completed(row), limitsOf(book, row));
}
