import type { Db } from '../ledger/sqlite.ts';
import { kindOf } from './catalog.ts';
import type { Id } from './key-store.ts';
import { hasOffices } from './office-store.ts';
import { officesOf } from './own.ts';
import { type Owners, ownersIn } from './owners.ts';

/** Tells whether another office writes a record, by its noun in the catalog; undefined in a ledger that is the only one. */
export function othersRecords(db: Db): ((noun: string, id: Id) => boolean) | undefined {
  if (!hasOffices(db)) return undefined;
  const offices = officesOf(db);
  const known = new Map<string, Owners>();
  return (noun, id) => {
    const kind = kindOf(noun);
    if (!kind) throw new Error(`${noun} does not travel`);
    const owners = known.get(noun) ?? ownersIn(db, kind, offices);
    known.set(noun, owners);
    const office = owners(id)?.office;
    return office !== undefined && office.id !== offices.own?.id;
  };
}
