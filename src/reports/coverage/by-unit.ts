import { type Level, TIER } from '../../units/level.ts';
import { everyUnit, onTier, type UnitTerm } from '../../units/tree.ts';
import { includes, type Scope, unitCells } from '../scope.ts';
import { assignedByPair, householdsByUnit, unitOfPairs, visitsAcrossUnits, visitsIn } from './facts.ts';
import { addFigures, addTo, type CoverageFigures, type CoverageTable, coverageRow, noFigures } from './figures.ts';

/** Coverage by banner, township or village: a household counts in its unit, in the tree of the period's last day. */
export function byUnit(scope: Scope, level: Exclude<Level, 'community'>): CoverageTable {
  const figuresOf = figuresOfUnits(scope);
  const totals = noFigures();
  const groups = new Map<number, CoverageFigures>();
  const units = everyUnit(scope.tree).filter(unit => includes(scope, unit.unit_id));
  for (const unit of units) {
    const figures = figuresOf.get(unit.unit_id) ?? noFigures();
    addFigures(totals, figures);
    const row = rowOf(scope, unit, TIER[level]);
    if (row) addTo(groups, row.unit_id, figures);
  }
  const rows = units.flatMap(({ unit_id, to_on }) => {
    const figures = groups.get(unit_id);
    const existed = to_on > scope.period.from || (figures?.households ?? 0) > 0;
    return figures && existed ? [coverageRow(unitCells(scope, unit_id), figures)] : [];
  });
  return { rows, totals };
}

/** The unit in whose row a unit counts; one that is only a part of a township is not called by the township's name. */
export function rowOf(scope: Scope, unit: UnitTerm, tier: number): UnitTerm | undefined {
  const own = TIER[unit.level];
  const above = onTier(scope.tree, unit, Math.min(tier, own));
  if (above && !includes(scope, above.unit_id)) return unit;
  return own < tier ? undefined : above;
}

/** The figures of every single unit; those of pairs are their unit's, and substitute visits elsewhere count at the pair's own unit. */
function figuresOfUnits({ db, period }: Scope): Map<number, CoverageFigures> {
  const units = new Map<number, CoverageFigures>();
  const visits = visitsIn(db, period);
  for (const [unit, counts] of householdsByUnit(db, period, visits)) addTo(units, unit, counts);
  const unitOf = unitOfPairs(db);
  for (const [pair, assigned] of assignedByPair(db, period)) addTo(units, unitOf(pair), { assigned });
  for (const [pair, made] of visits.byPair) addTo(units, unitOf(pair), made);
  for (const { household_unit, pair_unit, mode, visits } of visitsAcrossUnits(db, period)) {
    const column = mode === 'home' ? 'visits' : mode;
    addTo(units, household_unit, { [column]: visits });
    addTo(units, pair_unit, { [column]: -visits });
  }
  return units;
}
