import { allCategories, allSources } from '../../disputes/codes-store.ts';
import { GRADE_LIST, GRADES } from '../../disputes/dispute.ts';
import type { Cell } from '../../kernel/view.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { TIER, TIER_NAMES } from '../../units/level.ts';
import { everyUnit, isOpen, onTier, type UnitTree } from '../../units/tree.ts';
import type { RowOf } from './figures.ts';

export const RESOLUTION_BY = ['tier', 'banner', 'township', 'village', 'category', 'source', 'grade'] as const;
export type ResolutionBy = (typeof RESOLUTION_BY)[number];

/** How a resolution table is made up: its rows in order with their labels, and the row of each stay. */
export interface Division {
  readonly rows: readonly {
    readonly key: string;
    readonly labels: Readonly<Record<string, Cell>>;
    readonly always: boolean;
  }[];
  readonly rowOf: RowOf;
}

/**
 * The rows of a resolution table, in the tree of the period's last day. A row is the stock of a set of units: by township
 * each township with its villages and the banner's own desk; by village every unit for itself; by tier three rows; by
 * category, source or grade the disputes of that kind, all units together.
 */
export function divisionOf(
  db: Db,
  tree: UnitTree,
  by: ResolutionBy,
  within: ReadonlySet<number> | undefined,
): Division {
  const inside = (unit: number) => !within || within.has(unit);
  switch (by) {
    case 'category':
    case 'source': {
      const codes = by === 'category' ? allCategories(db) : allSources(db);
      const rows = codes.map(one => ({
        key: one.code,
        labels: { [`${by}_code`]: one.code, [by]: { zh: one.name_zh, en: one.name_en } },
        always: true,
      }));
      return { rows, rowOf: (unit, stay) => (inside(unit) ? stay[by] : undefined) };
    }
    case 'grade': {
      const rows = GRADE_LIST.map(grade => ({ key: grade, labels: { grade: GRADES[grade] }, always: true }));
      return { rows, rowOf: (unit, stay) => (inside(unit) ? stay.grade : undefined) };
    }
    case 'tier': {
      const tiers = [3, 2, 1];
      const rows = tiers.map(tier => ({ key: String(tier), labels: { tier: TIER_NAMES[tier] }, always: true }));
      const tierOf = (unit: number) => String(TIER[tree.units.get(unit)?.level ?? 'banner']);
      return { rows, rowOf: unit => (inside(unit) ? tierOf(unit) : undefined) };
    }
    default:
      return unitDivision(tree, by, within);
  }
}

const ROW_TIER = { banner: 1, township: 2 } as const;

function unitDivision(
  tree: UnitTree,
  by: 'banner' | 'township' | 'village',
  within: ReadonlySet<number> | undefined,
): Division {
  const units = everyUnit(tree).filter(unit => !within || within.has(unit.unit_id));
  const rowOfUnit = new Map<number, number>();
  for (const unit of units) {
    const above = by === 'village' ? unit : onTier(tree, unit, Math.min(ROW_TIER[by], TIER[unit.level]));
    // A part of a township is not called by the township's name.
    const row = above && within && !within.has(above.unit_id) ? (by === 'banner' ? units[0] : unit) : above;
    if (row) rowOfUnit.set(unit.unit_id, row.unit_id);
  }
  const named = new Set(rowOfUnit.values());
  const isDesk = (level: string) => by === 'township' && level === 'banner';
  const rows = units
    .filter(unit => named.has(unit.unit_id))
    .map(unit => ({
      key: String(unit.unit_id),
      labels: {
        unit_code: unit.code,
        unit: isDesk(unit.level) ? { zh: `${unit.name}（本级）`, en: `${unit.name} (own desk)` } : unit.name,
      },
      always: isOpen(tree, unit),
    }));
  return { rows, rowOf: unit => rowOfUnit.get(unit)?.toString() };
}
