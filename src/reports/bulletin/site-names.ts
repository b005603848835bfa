import { covers, type Span } from '../../kernel/day.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { simpleRows } from '../../register/simple-store.ts';
import { siteRecord } from '../../sites/simple-records.ts';
import type { SiteKind } from '../../sites/site.ts';
import { type UnitTree, unitsByCode } from '../../units/tree.ts';

/** A site as it is called on a day, and the unit that it belongs to. */
export interface NamedSite {
  readonly kind: SiteKind;
  readonly name: string;
  readonly unit: string;
}

/** The sites of a tree's day, of all units or of some, by their names of that day. */
export function namedSites(db: Db, tree: UnitTree, within?: ReadonlySet<number>): NamedSite[] {
  const units = unitsByCode(tree.terms);
  const rows = simpleRows(db, siteRecord, tree.day) as unknown as (Span &
    Omit<NamedSite, 'unit'> & { unit_code: string })[];
  return rows
    .filter(row => covers(row, tree.day))
    .flatMap(({ kind, name, unit_code }) => {
      const unit = units.get(unit_code)?.unit_id;
      if (within && (unit === undefined || !within.has(unit))) return [];
      return [{ kind, name, unit: (unit !== undefined && tree.units.get(unit)?.name) || '' }];
    });
}

/** What sites of a kind are called without their units’ names, where they all agree: 红彦镇综治中心 and 尼尔基镇综治中心 are 综治中心. */
export function commonName(sites: readonly NamedSite[], kind: SiteKind): string | undefined {
  const names = sites
    .filter(site => site.kind === kind)
    .map(({ name, unit }) => (name.startsWith(unit) ? name.slice(unit.length) : name));
  const [first] = names;
  return first !== undefined && first !== '' && names.every(name => name === first) ? first : undefined;
}
