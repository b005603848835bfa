import type { Day } from '../kernel/day.ts';
import { Failure, refuseIf } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import type { Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import { loadTree } from '../units/store.ts';
import type { UnitTerm, UnitTree } from '../units/tree.ts';
import { type AnyCaseArea, moveTitle, type RegisteringPlace } from './area.ts';
import type { Case, CaseAct } from './case.ts';
import { dependentsOf } from './dependent-store.ts';
import { type MoveRow, movesOf, offersOf } from './move-store.ts';
import { checkActor, checkOpen } from './offer.ts';
import { caseRecorder } from './record.ts';
import { linkProblem, moveProblem } from './registration-rules.ts';
import { writeUnbegun } from './registration-store.ts';
import { revertLast } from './reverting.ts';
import { keepVoided, revertMove } from './step-back-store.ts';
import { caseWriter } from './writer.ts';
import { WRITTEN_BY_CASES } from './written.ts';

/** A case with the number that its corrected registration gives it; refusals name the one that it keeps then. */
interface Renumbered {
  readonly id: number;
  readonly number: string;
  readonly formerly: Pick<Case, 'kind' | 'number'>;
}

/** At which unit a case is entered again, on which day. */
interface Place {
  readonly unit: UnitTerm;
  readonly on: Day;
  readonly to: UnitTerm | undefined;
}

/** A move of the history, and what it says. */
interface Made {
  readonly row: MoveRow;
  readonly act: CaseAct;
}

/**
 * Enters a case again at the unit at which it belongs: its moves are reverted, last to first, and made anew there, in their
 * order and under their own numbers, days and operators. So the rules of the unit's tier decide, and everything that the
 * moves write follows. Refuses where a move would not be possible there. Returns what to be warned of.
 */
export function enterAgain(area: AnyCaseArea, db: Db, renumbered: Renumbered, place: Place, stamp: Stamp) {
  const { id, number } = renumbered;
  const made = movesOf(db, id).map(row => ({ row, act: area.decode(db, row) }));
  const [first, ...later] = made;
  if (!first) throw new Error(`${number} has no moves`);
  const offeredBefore = offersOf(db, id).find(({ move_id }) => move_id === first.row.id)?.to_unit;
  for (const { row: last, act } of [...later].reverse())
    revertLast(area, db, { before: area.load(db, number), last, act, stamp, kind: 'corrected' });
  keepVoided(db, first.row, stamp, 'corrected');
  revertMove(db, [...area.written, ...WRITTEN_BY_CASES], first.row.id);
  writeUnbegun(db, id, place.unit.unit_id, place.on);
  const registering = { ...place, tree: loadTree(db, place.on), offeredBefore };
  const writer = caseWriter(db, registering.tree, area.life);
  beginAgain(area, writer, renumbered, first.row, registering);
  return [...writer.warnings, ...later.flatMap(move => makeAgain(area, db, renumbered, move, place.unit))];
}

/** Refuses to enter a case again that others refer to, or that led to another; a petition that repeats it still does. */
export function checkLinks(area: AnyCaseArea, db: Db, caseFile: Case): void {
  const { id } = caseFile;
  const led = movesOf(db, id)
    .map(row => area.elsewhere?.(db, area.decode(db, row)))
    .find(other => other !== undefined);
  const links = dependentsOf(db, id).filter(({ link }) => link !== 'repeat');
  refuseIf(linkProblem(caseFile, links, led));
}

/** Who entered a move, when: as the history has it. */
export function stampOf({ at, operator, on_day: on, reason, import_id }: MoveRow): Stamp {
  return { at, operator, on, reason, importId: import_id ?? undefined };
}

/** Enters the first move again, as the unit registers cases. */
export function beginAgain(
  area: AnyCaseArea,
  writer: ReturnType<typeof caseWriter>,
  { id, number }: Pick<Case, 'id' | 'number'>,
  first: MoveRow,
  place: RegisteringPlace & { readonly on: Day },
): void {
  const { unit, on } = place;
  const details = JSON.parse(first.details);
  const facts = area.life.begin({ id, number, unit: unit.unit_id, on }, details);
  const move = { id: first.id, name: first.name, unit: unit.unit_id, details };
  writer.move(facts, move, area.firstStep(details, place), { ...stampOf(first), on });
}

/** Makes a later move again, in the tree of units of its day; an old ledger names units that came later, too. */
function makeAgain(
  area: AnyCaseArea,
  db: Db,
  { number, formerly }: Renumbered,
  { row, act }: Made,
  unit: UnitTerm,
): readonly Text[] {
  const { id, import_id, name, on_day: on } = row;
  const tree = loadTree(db, import_id === null ? on : '9999-12-30');
  const recorder = caseRecorder(area, db, tree);
  const before: Case = area.load(db, number);
  try {
    const actor = openOn(tree, unit);
    checkActor(before, name, actor, tree);
    const scene = { actor, tree, today: on };
    recorder.act(before, area.actAt?.(act, actor) ?? act, scene, stampOf(row), undefined, id);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const named = (text: string) => text.replaceAll(number, formerly.number);
    const refusal = { zh: named(error.text.zh), en: named(error.text.en) };
    refuseIf(moveProblem(formerly, { move: moveTitle(area, name), on, unit: unit.name, refusal }));
  }
  return recorder.warnings;
}

/** The unit as it was on the day of a move, which it must be able to make. */
function openOn(tree: UnitTree, { unit_id }: UnitTerm): UnitTerm {
  const unit = tree.units.get(unit_id);
  if (!unit) throw new Error(`there is no unit with the id ${unit_id} on ${tree.day}`);
  checkOpen(unit, tree);
  return unit;
}
