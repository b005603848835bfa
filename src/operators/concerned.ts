import type { AnyCaseArea } from '../cases/area.ts';
import type { Case } from '../cases/case.ts';
import { moverOf } from '../cases/life.ts';
import { movesOf } from '../cases/move-store.ts';
import { lastMoveOf, STEP_BACK } from '../cases/step-back.ts';
import type { Work, Written } from '../cli/admission.ts';
import { DISPUTES } from '../disputes/area.ts';
import type { Db } from '../ledger/sqlite.ts';
import { PETITIONS } from '../petitions/area.ts';
import { isUnit, type UnitTree, unitNamed } from '../units/tree.ts';
import { ownUnits, unitsOfRecords } from './place-store.ts';
import { namedBy } from './places.ts';

const CASES: Readonly<Record<string, AnyCaseArea>> = { dispute: DISPUTES, petition: PETITIONS };

/** The units that a command concerns before it runs: the one that acts on a case, and those of the records that it names. */
export function unitsBefore(db: Db, { call, input }: Work, tree: UnitTree): number[] {
  const [noun = '', ...verb] = call.path.split(' ');
  // Bundles are the business of the office whose ledger it is.
  if (noun === 'bundle') return ownUnits(db);
  const area = areaOfCase(call.path, input);
  if (area) return [actingUnit(area, db, verb.join(' '), input, tree), ...newUnit(input, tree)];
  return Object.entries(namedBy(call.path).params).flatMap(([param, kind]) => {
    const value = input[param];
    return value === undefined ? [] : unitsOfRecords(db, kind, [value].flat().map(String), bannerOf(tree));
  });
}

/** The kind of the case on which a command acts; undefined where it acts on none, such as one that registers a case. */
function areaOfCase(path: string, input: Work['input']): AnyCaseArea | undefined {
  return input.number === undefined ? undefined : CASES[path.split(' ')[0] ?? ''];
}

/**
 * The same once it has run, with the units of the records that it wrote; what belongs to no unit is the banner's. An import
 * that wrote nothing concerns nobody, and a case only the unit that acts on it, wherever it was registered.
 */
export function unitsAfter(
  db: Db,
  { call, input }: Work,
  { records = [] }: Written,
  before: readonly number[],
  tree: UnitTree,
): readonly number[] {
  if (areaOfCase(call.path, input)) return before;
  const { written } = namedBy(call.path);
  const units = [...before, ...unitsOfRecords(db, written, records, bannerOf(tree))];
  return units.length > 0 || (written === 'import' && records.length === 0) ? units : [bannerOf(tree)];
}

/** The unit for which somebody acts on a case: whom the command line names, or who may make the move. */
function actingUnit(area: AnyCaseArea, db: Db, move: string, input: Work['input'], tree: UnitTree): number {
  const caseFile: Case = area.load(db, String(input.number));
  const { at } = input;
  // Who errs corrects: a move is stepped back by the unit that made it.
  const maker = move === STEP_BACK.code ? lastMoveOf(movesOf(db, caseFile.id))?.unit_id : undefined;
  // An organ above the ledger, which decides a review, is no unit; the move is entered by the one that may make it.
  return at !== undefined && isUnit(tree, String(at))
    ? unitNamed(tree, String(at)).unit_id
    : (maker ?? moverOf(area.life, caseFile, move, tree));
}

/** The unit to which the registration of a case is corrected. */
function newUnit({ unit }: Work['input'], tree: UnitTree): number[] {
  return unit === undefined ? [] : [unitNamed(tree, String(unit)).unit_id];
}

function bannerOf(tree: UnitTree): number {
  const [banner] = tree.children.get(null) ?? [];
  if (!banner) throw new Error('the ledger has no banner');
  return banner.unit_id;
}
