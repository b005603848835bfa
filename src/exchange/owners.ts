import type { Db } from '../ledger/sqlite.ts';
import type { Kind } from './catalog.ts';
import type { Id } from './key-store.ts';
import type { Office } from './office-store.ts';
import type { Offices } from './own.ts';
import { baseOffice, officeFor } from './territory-rules.ts';
import { unitReader } from './unit-reader-store.ts';

/** The office that writes a record and the one that made it, by its number; undefined where the record is not there. */
export type Owners = (
  id: Id,
) => { readonly office: Office | undefined; readonly origin: Office | undefined } | undefined;

/** Finds the owners of the records of a kind. */
export function ownersIn(db: Db, kind: Kind, { all, tree }: Offices): Owners {
  const units = unitReader(db, kind);
  const banner = baseOffice(all, tree);
  const officeOf = (unit: number | null) => (unit === null ? banner : officeFor(all, unit, tree));
  return id => {
    const found = units(id);
    return found && { office: officeOf(found.writer), origin: officeOf(found.origin) };
  };
}
