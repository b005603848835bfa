import type { UnitTree } from '../units/tree.ts';

/** Where offices are: which unit each one keeps a ledger for. */
export interface OfficePlace {
  readonly unit_id: number;
}

/** The office that writes what belongs to a unit: that of the unit itself, or of the nearest unit above that has one. */
export function officeFor<O extends OfficePlace>(offices: readonly O[], unit: number, tree: UnitTree): O | undefined {
  const byUnit = new Map(offices.map(office => [office.unit_id, office]));
  for (let at: number | null | undefined = unit; at !== null && at !== undefined; at = tree.units.get(at)?.parent_id) {
    const office = byUnit.get(at);
    if (office) return office;
  }
  return undefined;
}

/** The office that writes what every ledger shares: that of the banner, which has no unit above it. */
export function baseOffice<O extends OfficePlace>(offices: readonly O[], tree: UnitTree): O | undefined {
  return offices.find(({ unit_id }) => tree.units.get(unit_id)?.parent_id === null);
}

/** The units whose records an office is told of: its own and all below, also those of other offices. */
export function told(unit: number, tree: UnitTree): ReadonlySet<number> {
  const units = new Set([unit]);
  for (const at of units) for (const child of tree.children.get(at) ?? []) units.add(child.unit_id);
  return units;
}
