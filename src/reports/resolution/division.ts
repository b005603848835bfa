import { GRADE_LIST, GRADES } from '../../disputes/dispute.ts';
import { allCategories, allSources } from '../../disputes/store.ts';
import type { Text } from '../../kernel/text.ts';
import type { Cell, Row } from '../../kernel/view.ts';
import { TIER, TIER_NAMES } from '../../units/level.ts';
import { everyUnit, isOpen, onTier, type UnitTerm } from '../../units/tree.ts';
import { includes, type Scope } from '../scope.ts';
import type { RowOf } from './figures.ts';

/** What the disputes can be counted by. */
export const BY = {
  tier: { zh: '层级', en: 'tier' },
  banner: { zh: '旗', en: 'banner' },
  township: { zh: '乡镇', en: 'township' },
  village: { zh: '村', en: 'village' },
  category: { zh: '类别', en: 'category' },
  source: { zh: '来源', en: 'source' },
  grade: { zh: '难易程度', en: 'grade' },
} as const satisfies Record<string, Text>;
export type By = keyof typeof BY;

/** How a resolution table is made up: its rows in order with their labels, and the row of each stay. */
interface Division {
  readonly rows: readonly { readonly key: string; readonly labels: Row; readonly always: boolean }[];
  readonly rowOf: RowOf;
}

/**
 * The rows of a resolution table, in the tree of the period's last day. A row is the stock of a set of units: by township
 * each township with its villages and the banner's own desk; by village every unit for itself; by tier three rows; by
 * category, source or grade the disputes of that kind, all units together.
 */
export function divisionOf(scope: Scope, by: By): Division {
  if (by === 'banner' || by === 'township' || by === 'village') return byUnit(scope, by);
  const kindOf: RowOf =
    by === 'tier' ? unit => String(TIER[scope.tree.units.get(unit)?.level ?? 'banner']) : (_, stay) => stay[by];
  return {
    rows: kinds(scope, by).map(([key, labels]) => ({ key, labels, always: true })),
    rowOf: (unit, stay) => (includes(scope, unit) ? kindOf(unit, stay) : undefined),
  };
}

/** The kinds of dispute, each with its labels. */
function kinds({ db }: Scope, by: 'tier' | 'category' | 'source' | 'grade'): (readonly [key: string, labels: Row])[] {
  if (by === 'tier') return [3, 2, 1].map(tier => [String(tier), { tier: TIER_NAMES[tier] }]);
  if (by === 'grade') return GRADE_LIST.map(grade => [grade, { grade: GRADES[grade] }]);
  const codes = by === 'category' ? allCategories(db) : allSources(db);
  return codes.map(({ code, name_zh, name_en }) => [
    code,
    { [`${by}_code`]: code, [by]: { zh: name_zh, en: name_en } },
  ]);
}

function byUnit(scope: Scope, by: 'banner' | 'township' | 'village'): Division {
  const units = everyUnit(scope.tree).filter(unit => includes(scope, unit.unit_id));
  const rowOfUnit = new Map(units.map(unit => [unit.unit_id, rowFor(scope, unit, by)?.unit_id]));
  const named = new Set(rowOfUnit.values());
  const rows = units
    .filter(unit => named.has(unit.unit_id))
    .map(unit => ({
      key: String(unit.unit_id),
      labels: { unit_code: unit.code, unit: by === 'township' ? nameBesideTownships(unit) : unit.name },
      always: isOpen(scope.tree, unit),
    }));
  return { rows, rowOf: unit => rowOfUnit.get(unit)?.toString() };
}

/** The unit in whose row another counts; a part of a township is not called by the township's name. */
function rowFor(scope: Scope, unit: UnitTerm, by: 'banner' | 'township' | 'village'): UnitTerm | undefined {
  if (by === 'village') return unit;
  const above = onTier(scope.tree, unit, Math.min(TIER[by], TIER[unit.level]));
  if (!above || includes(scope, above.unit_id)) return above;
  return by === 'banner' ? scope.unit : unit;
}

/** Beside its townships, the banner counts only what it holds itself. */
function nameBesideTownships({ level, name }: UnitTerm): Cell {
  return level === 'banner' ? { zh: `${name}（本级）`, en: `${name} (own desk)` } : name;
}
