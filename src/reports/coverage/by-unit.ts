import type { Period } from '../../kernel/period.ts';
import type { Row } from '../../kernel/view.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { TIER } from '../../units/level.ts';
import { everyUnit, onTier, type UnitTerm, type UnitTree } from '../../units/tree.ts';
import { assignedByPair, householdsByUnit, visitsAcrossUnits, visitsIn } from './facts.ts';
import { addFigures, type CoverageFigures, coverageRow, noFigures } from './figures.ts';

export interface CoverageGrid {
  readonly rows: readonly Row[];
  readonly totals: CoverageFigures;
}

const ROW_TIER = { banner: 1, township: 2, village: 3 } as const;

/** Coverage by banner, township or village: a household counts in its unit, in the tree of the period's last day. */
export function byUnit(
  db: Db,
  tree: UnitTree,
  period: Period,
  by: keyof typeof ROW_TIER,
  within: ReadonlySet<number> | undefined,
): CoverageGrid {
  const tier = ROW_TIER[by];
  const ofUnit = figuresOfUnits(db, period);
  const totals = noFigures();
  const groups = new Map<number, CoverageFigures>();
  for (const unit of everyUnit(tree)) {
    if (within && !within.has(unit.unit_id)) continue;
    const above = onTier(tree, unit, Math.min(tier, TIER[unit.level]));
    // A part of a township is not called by the township's name.
    const row = above && within && !within.has(above.unit_id) ? unit : above;
    const figures = ofUnit.get(unit.unit_id) ?? noFigures();
    if (row) groups.set(row.unit_id, addFigures(groups.get(row.unit_id) ?? noFigures(), figures));
    addFigures(totals, figures);
  }
  const groupsAlone = (unit: UnitTerm) => within !== undefined && TIER[unit.level] > tier;
  const rows = everyUnit(tree)
    .filter(unit => groups.has(unit.unit_id) && (TIER[unit.level] === tier || groupsAlone(unit)))
    .filter(unit => unit.to_on > period.from || (groups.get(unit.unit_id)?.households ?? 0) > 0)
    .map(unit => coverageRow({ unit_code: unit.code, unit: unit.name }, groups.get(unit.unit_id) ?? noFigures()));
  return { rows, totals };
}

/** The figures of every single unit; those of pairs are their unit's, with stand-ins from elsewhere moved home. */
function figuresOfUnits(db: Db, period: Period): Map<number, CoverageFigures> {
  const units = new Map<number, CoverageFigures>();
  const add = (unit: number, more: Partial<CoverageFigures>) => {
    units.set(unit, addFigures(units.get(unit) ?? noFigures(), more));
  };
  const visits = visitsIn(db, period);
  for (const [unit, counts] of householdsByUnit(db, period, visits)) add(unit, counts);
  const unitOfPair = new Map(db.prepare('select id, unit_id from pair').raw().all() as [number, number][]);
  for (const [pair, assigned] of assignedByPair(db, period)) add(unitOfPair.get(pair) ?? 0, { assigned });
  for (const [pair, { home, phone, absent }] of visits.byPair)
    add(unitOfPair.get(pair) ?? 0, { visits: home, phone, absent });
  for (const { household_unit, pair_unit, mode, visits } of visitsAcrossUnits(db, period)) {
    const column = mode === 'home' ? 'visits' : mode;
    add(household_unit, { [column]: visits });
    add(pair_unit, { [column]: -visits });
  }
  return units;
}
