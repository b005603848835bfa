import type { Db } from '../ledger/sqlite.ts';
import { loadTree } from '../units/store.ts';
import { isBase, type Kind } from './catalog.ts';
import type { Id } from './key-store.ts';
import { told } from './territory-rules.ts';

/** Whether a record concerns an office: what everybody needs does, and everything concerns the banner's. */
export function concerned(db: Db, unit: number): (kind: Kind) => (id: Id) => boolean {
  const tree = loadTree(db, '9999-12-30');
  const units = told(unit, tree);
  const isAll = tree.units.get(unit)?.parent_id === null;
  return kind => {
    const { concerns } = kind;
    if (isAll || isBase(kind) || concerns === undefined) return () => true;
    const of = db.prepare(concerns).pluck();
    return id => (of.all({ id }) as (number | null)[]).some(one => one === null || units.has(one));
  };
}
