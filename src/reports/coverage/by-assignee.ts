import { covers } from '../../kernel/day.ts';
import type { Period } from '../../kernel/period.ts';
import type { Row } from '../../kernel/view.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { membershipRows } from '../../teams/cadre-store.ts';
import { type PairRecord, pairRows } from '../../teams/pair-store.ts';
import type { UnitTree } from '../../units/tree.ts';
import type { CoverageGrid } from './by-unit.ts';
import { householdsByAssignee, householdsByUnit, type PeriodVisits, visitsIn } from './facts.ts';
import { addFigures, type CoverageFigures, coverageRow, noFigures } from './figures.ts';

/**
 * Coverage by pair or responsible cadre: the household columns follow the assignment on the period's last day (with one
 * row for the unassigned), the visit columns the pair that went.
 */
export function byAssignee(
  db: Db,
  tree: UnitTree,
  period: Period,
  by: 'pair' | 'cadre',
  within: ReadonlySet<number> | undefined,
): CoverageGrid {
  const pairs = pairRows(db).filter(pair => !within || within.has(pair.unit_id));
  const made = visitsIn(db, period);
  const visits = made.byPair;
  const assigned = householdsByAssignee(db, period, made, by === 'pair' ? 'pair_id' : 'responsible_id', within);
  const totals = noFigures();
  for (const [unit, counts] of householdsByUnit(db, period, made))
    if (!within || within.has(unit)) addFigures(totals, counts);
  for (const pair of pairs) {
    const went = visits.get(pair.id);
    addFigures(totals, { visits: went?.home ?? 0, phone: went?.phone ?? 0, absent: went?.absent ?? 0 });
  }
  const { rows, sum } =
    by === 'pair'
      ? pairGrid(pairs, tree, period, assigned, visits)
      : cadreGrid(db, pairs, tree, period, assigned, visits);
  totals.assigned = sum.assigned;
  const rest = coverageRow(
    { [`${by}_code`]: { zh: '（无人包）', en: 'unassigned' } },
    { ...noFigures(), households: totals.households - sum.households, visited: totals.visited - sum.visited },
  );
  return { rows: [...rows, rest], totals };
}

type Counts = ReturnType<typeof householdsByAssignee>;
type Visits = PeriodVisits['byPair'];
interface Part {
  readonly rows: Row[];
  readonly sum: CoverageFigures;
}

function figures(counts: Counts, id: number, visits: Partial<CoverageFigures>): CoverageFigures {
  const { households = 0, visited = 0 } = counts.get(id) ?? {};
  return addFigures({ ...noFigures(), households, assigned: households, visited }, visits);
}

function pairGrid(
  pairs: readonly PairRecord[],
  tree: UnitTree,
  period: Period,
  assigned: Counts,
  visits: Visits,
): Part {
  const sum = noFigures();
  const rows: Row[] = [];
  for (const pair of pairs) {
    const { home = 0, phone = 0, absent = 0 } = visits.get(pair.id) ?? {};
    if (!covers(pair, period.to) && home + phone + absent === 0) continue;
    const own = figures(assigned, pair.id, { visits: home, phone, absent });
    addFigures(sum, own);
    const unit = tree.units.get(pair.unit_id);
    rows.push(coverageRow({ pair_code: pair.code, unit_code: unit?.code, unit: unit?.name }, own));
  }
  return { rows, sum };
}

function cadreGrid(
  db: Db,
  pairs: readonly PairRecord[],
  tree: UnitTree,
  period: Period,
  assigned: Counts,
  visits: Visits,
): Part {
  const went = new Map<number, CoverageFigures>();
  const ids = new Set<number>();
  for (const { cadre_a, cadre_b, ...term } of pairs) if (covers(term, period.to)) ids.add(cadre_a).add(cadre_b);
  for (const pair of pairs) {
    const { home = 0, phone = 0, absent = 0 } = visits.get(pair.id) ?? {};
    for (const cadre of [pair.cadre_a, pair.cadre_b]) {
      went.set(cadre, addFigures(went.get(cadre) ?? noFigures(), { visits: home, phone, absent }));
    }
  }
  const sum = noFigures();
  const rows: Row[] = [];
  const seen = new Set<number>();
  const memberships = membershipRows(db);
  const begun = memberships.filter(m => m.from_on <= period.to).reverse();
  for (const cadre of [...begun, ...memberships]) {
    const own = figures(assigned, cadre.id, went.get(cadre.id) ?? {});
    const active = ids.has(cadre.id) || own.households > 0 || own.visits + own.phone + own.absent > 0;
    if (seen.has(cadre.id) || !active) continue;
    seen.add(cadre.id);
    addFigures(sum, own);
    const unit = tree.units.get(cadre.unit_id);
    rows.push(coverageRow({ cadre_code: cadre.code, cadre: cadre.name, unit_code: unit?.code, unit: unit?.name }, own));
  }
  rows.sort((a, b) => (String(a.cadre_code) < String(b.cadre_code) ? -1 : 1));
  return { rows, sum };
}
