import type { Selectable } from 'kysely';
import { type Day, OPEN_END } from '../kernel/day.ts';
import { deleteFrom, insertRow, lookup, rows, run, selectFrom, statement, updateTable } from '../ledger/query.ts';
import type { StayTable } from '../ledger/schema/cases.ts';
import type { Db } from '../ledger/sqlite.ts';
import { TIER } from '../units/level.ts';
import type { UnitTree } from '../units/tree.ts';
import { type CaseKind, VOID } from './case.ts';
import { byCase, type MoveRow, movesOf } from './move-store.ts';
import { type Leaving, type Stay, type StockMove, staysOf, stockChanges } from './stay.ts';

const stays = () => selectFrom('stay').selectAll();

export function staysOfCase(db: Db, caseId: number): Stay[] {
  return rows(db, stays().where('case_id', '=', caseId).orderBy('id')).map(stayOf);
}

export function staysOfKind(db: Db, kind: CaseKind): Map<number, Stay[]> {
  const ids = selectFrom('cases').select('id').where('kind', '=', kind);
  const ofKind = stays().where('case_id', 'in', ids).orderBy('id');
  return new Map([...byCase(rows(db, ofKind))].map(([id, own]) => [id, own.map(stayOf)]));
}

function stayOf(stay: Selectable<StayTable>): Stay {
  const { unit_id: unit, entered_on: enteredOn, entry, from_unit: from, left_on: leftOn, leaving, to_unit: to } = stay;
  return { unit, enteredOn, entry, from, leftOn, leaving, to, returned: stay.returned === 1 };
}

/** Writes what a move changes in the stock of units. */
export function stayWriter(db: Db, tree: UnitTree) {
  const lastStay = lookup(db, ({ caseId }: { readonly caseId: number }) =>
    stays().where('case_id', '=', caseId).orderBy('id', 'desc').limit(1),
  );
  type Left = { caseId: number; leftOn: Day; leaving: Leaving | ''; to: number | null; returned: 0 | 1 };
  const leave = statement<Left>(db, ({ caseId, leftOn, leaving, to, returned }) =>
    updateTable('stay')
      .set({ left_on: leftOn, leaving, to_unit: to, returned })
      .where('case_id', '=', caseId)
      .where('leaving', '=', ''),
  );
  return (caseId: number, move: StockMove) => {
    // A void case was in nobody's stock.
    if (move.isVoid) {
      run(db, deleteFrom('stay').where('case_id', '=', caseId));
      return;
    }
    const last = lastStay({ caseId });
    for (const change of stockChanges(last && stayOf(last), move, tierIn(tree)))
      if ('leave' in change) leave({ caseId, ...change.leave, returned: change.leave.returned ? 1 : 0 });
      else {
        const { unit: unit_id, enteredOn: entered_on, entry, from: from_unit } = change.open;
        const stay = { case_id: caseId, unit_id, entered_on, entry, from_unit, left_on: OPEN_END };
        insertRow(db, 'stay', { ...stay, leaving: '', returned: 0 });
      }
  };
}

/** Which statuses of a kind of case are in stock, and which of the others counts as settled. */
interface StockStatuses {
  readonly inStock: ReadonlySet<string>;
  readonly settled: string;
}

/** What a move of the history led to, as far as stock is concerned. */
export function stockMove(
  { inStock, settled }: StockStatuses,
  { on_day: on, holder_id: holder, status, details }: MoveRow,
): StockMove {
  const returned = (JSON.parse(details) as { offer?: string }).offer === 'return';
  const isVoid = status === VOID;
  return { on, holder, inStock: inStock.has(status), settled: status === settled, returned, isVoid };
}

/** Writes the stays to which a case's moves lead anew, row by row: a stay that is as it was keeps its number. */
export function rewriteStays(db: Db, life: StockStatuses, case_id: number, tree: UnitTree): void {
  const moves = movesOf(db, case_id).map(move => stockMove(life, move));
  const wanted = staysOf(moves, tierIn(tree));
  const kept = rows(db, stays().where('case_id', '=', case_id).orderBy('id'));
  for (const { id } of kept.slice(wanted.length)) run(db, deleteFrom('stay').where('id', '=', id));
  for (const [i, stay] of wanted.entries()) {
    const row = { case_id, ...columnsOf(stay) };
    const old = kept[i];
    if (old) run(db, updateTable('stay').set(row).where('id', '=', old.id));
    else insertRow(db, 'stay', row);
  }
}

function columnsOf({ unit, enteredOn, entry, from, leftOn, leaving, to, returned }: Stay) {
  const entered = { unit_id: unit, entered_on: enteredOn, entry, from_unit: from };
  return { ...entered, left_on: leftOn, leaving, to_unit: to, returned: returned ? 1 : 0 } as const;
}

/** The tier of each unit; a case goes up or down between tiers. */
export function tierIn(tree: UnitTree): (unit: number) => number {
  return unit => {
    const found = tree.units.get(unit);
    if (!found) throw new Error(`there is no unit with the id ${unit} on ${tree.day}`);
    return TIER[found.level];
  };
}
