import type { Day } from '../kernel/day.ts';
import { Failure } from '../kernel/failure.ts';
import { remembered } from '../kernel/remembered.ts';
import type { Db } from '../ledger/sqlite.ts';
import { loadTree } from '../units/store.ts';
import type { UnitTree } from '../units/tree.ts';
import type { AnyCaseArea } from './area.ts';
import type { Case } from './case.ts';
import type { CaseRow } from './case-store.ts';
import { beginAgain, stampOf } from './entering-again.ts';
import { type MoveRow, movesOf, offersOf } from './move-store.ts';
import { caseRecorder } from './record.ts';
import { writeUnbegun } from './registration-store.ts';
import { caseWriter } from './writer.ts';

const ALL_UNITS = '9999-12-30';

/** Where cases are lived again: those who write in a scratch copy, one for each tree of units. */
interface Scratch {
  readonly area: AnyCaseArea;
  /** The ledger that has the history. */
  readonly db: Db;
  readonly copy: Db;
  readonly treeOn: (day: Day) => UnitTree;
  readonly recorderIn: (tree: UnitTree) => ReturnType<typeof caseRecorder>;
  readonly writerIn: (tree: UnitTree) => ReturnType<typeof caseWriter>;
}

/**
 * Lives cases again in a scratch copy of their ledger: each begins where it was registered and makes the moves of its history,
 * so that everything is written that they write. Conditions are not asked: they were, when a move was made. The function
 * returns the number of the move that was not possible, if there is one.
 */
export function livingAgain(kind: AnyCaseArea, db: Db, copy: Db): (row: CaseRow) => number | undefined {
  const area = { ...kind, life: { ...kind.life, conditions: {} } };
  const scratch: Scratch = {
    ...{ area, db, copy },
    treeOn: remembered((day: Day) => loadTree(copy, day)),
    recorderIn: remembered((tree: UnitTree) => caseRecorder(area, copy, tree)),
    writerIn: remembered((tree: UnitTree) => caseWriter(copy, tree, area.life)),
  };
  return row => {
    const [first, ...later] = movesOf(db, row.id);
    if (!first) return 0;
    let made = first;
    try {
      begin(scratch, row, first);
      for (made of later) move(scratch, row.number, made);
      return undefined;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return made.id;
    }
  };
}

function begin(scratch: Scratch, { id, number, unit_id: unit, registered_on: on }: CaseRow, first: MoveRow): void {
  const { area, db, copy, writerIn } = scratch;
  const tree = treeOf(scratch, first);
  const offeredBefore = offersOf(db, id).find(({ move_id }) => move_id === first.id)?.to_unit;
  const place = { unit: unitIn(tree, unit), tree, to: undefined, offeredBefore, on };
  writeUnbegun(copy, id, unit, on);
  beginAgain(area, writerIn(tree), { id, number }, first, place);
}

function move(scratch: Scratch, number: string, row: MoveRow): void {
  const { area, db, copy, recorderIn } = scratch;
  const tree = treeOf(scratch, row);
  const before: Case = area.load(copy, number);
  const scene = { actor: unitIn(tree, row.unit_id), tree, today: row.on_day };
  recorderIn(tree).act(before, area.decode(db, row), scene, stampOf(row), undefined, row.id);
}

/** An old ledger names units that came later, too. */
function treeOf({ treeOn }: Scratch, { import_id, on_day }: MoveRow): UnitTree {
  return treeOn(import_id === null ? on_day : ALL_UNITS);
}

function unitIn(tree: UnitTree, id: number) {
  const unit = tree.units.get(id);
  if (!unit) throw new Error(`there is no unit with the id ${id} on ${tree.day}`);
  return unit;
}
