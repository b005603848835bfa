import { covers } from '../../kernel/day.ts';
import type { Row } from '../../kernel/view.ts';
import { membershipRows } from '../../teams/cadre-store.ts';
import { type PairRecord, pairRows } from '../../teams/pair-store.ts';
import { includes, type Scope, unitCells } from '../scope.ts';
import { householdsByAssignee, householdsByUnit, visitsIn } from './facts.ts';
import { addFigures, addTo, type CoverageFigures, type CoverageTable, coverageRow, noFigures } from './figures.ts';

/** A row of the table that may be left out, with what it is called. */
interface Assignee {
  readonly labels: Row;
  readonly figures: CoverageFigures;
}

/**
 * Coverage by pair or responsible cadre: the household columns follow the assignment on the period's last day (with one
 * row for the unassigned), the visit columns the pair that went.
 */
export function byAssignee(scope: Scope, by: 'pair' | 'cadre'): CoverageTable {
  const { db, period, within } = scope;
  const pairs = pairRows(db).filter(pair => includes(scope, pair.unit_id));
  const visits = visitsIn(db, period);
  const totals = noFigures();
  for (const [unit, counts] of householdsByUnit(db, period, visits))
    if (includes(scope, unit)) addFigures(totals, counts);
  for (const pair of pairs) addFigures(totals, visits.byPair.get(pair.id));
  const figures = new Map<number, CoverageFigures>();
  for (const pair of pairs)
    for (const id of by === 'pair' ? [pair.id] : [pair.cadre_a, pair.cadre_b])
      addTo(figures, id, visits.byPair.get(pair.id));
  const column = by === 'pair' ? 'pair_id' : 'responsible_id';
  for (const [id, counts] of householdsByAssignee(db, period, visits, column, within))
    addTo(figures, id, { ...counts, assigned: counts.households });
  const assignees = by === 'pair' ? pairsWith(scope, pairs, figures) : cadresWith(scope, pairs, figures);
  const assigned = noFigures();
  for (const assignee of assignees) addFigures(assigned, assignee.figures);
  const [households, visited] = [totals.households - assigned.households, totals.visited - assigned.visited];
  const labels = { [`${by}_code`]: { zh: '（未落实包户）', en: 'unassigned' } };
  const unassigned = { labels, figures: { ...noFigures(), households, visited } };
  return {
    rows: [...assignees, unassigned].map(({ labels, figures }) => coverageRow(labels, figures)),
    totals: { ...totals, assigned: assigned.assigned },
  };
}

/** The pairs of the period's last day, and those that went before it. */
function pairsWith(scope: Scope, pairs: readonly PairRecord[], figures: ReadonlyMap<number, CoverageFigures>) {
  return pairs.flatMap((pair): Assignee[] => {
    const own = figures.get(pair.id) ?? noFigures();
    if (!covers(pair, scope.period.to) && !went(own)) return [];
    return [{ labels: { pair_code: pair.code, ...unitCells(scope, pair.unit_id) }, figures: own }];
  });
}

/** The cadres of these pairs, and those that are responsible for a household; each once, in the team of the last day. */
function cadresWith(scope: Scope, pairs: readonly PairRecord[], figures: ReadonlyMap<number, CoverageFigures>) {
  const { to } = scope.period;
  const paired = new Set(pairs.flatMap(pair => (covers(pair, to) ? [pair.cadre_a, pair.cadre_b] : [])));
  const memberships = membershipRows(scope.db);
  const latest = [...memberships.filter(({ from_on }) => from_on <= to).reverse(), ...memberships];
  const cadres = new Map<number, Assignee>();
  for (const { id, code, name, unit_id } of latest) {
    const own = figures.get(id) ?? noFigures();
    if (cadres.has(id) || !(paired.has(id) || own.households > 0 || went(own))) continue;
    cadres.set(id, { labels: { cadre_code: code, cadre: name, ...unitCells(scope, unit_id) }, figures: own });
  }
  return [...cadres.values()].sort((a, b) => (String(a.labels.cadre_code) < String(b.labels.cadre_code) ? -1 : 1));
}

function went({ visits, phone, absent }: CoverageFigures): boolean {
  return visits + phone + absent > 0;
}
