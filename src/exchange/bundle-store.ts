import { deleteFrom, insertRow, row, rows, run, selectFrom, updateTable } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Numbered } from './bundle-file.ts';

type Direction = 'sent' | 'received';

/** A bundle that was sent or received, as the ledger remembers it. */
export interface KeptBundle extends Numbered {
  readonly unit_id: number;
  readonly made_at: string;
  /** When it was exported or imported here. */
  readonly handled_at: string;
  readonly seq: number;
  readonly since: number | null;
  readonly records: number;
}

/** The bundles between this office and another, the last one first. */
export function bundlesWith(db: Db, direction: Direction, unit: number) {
  const query = selectFrom('bundle').selectAll().where('direction', '=', direction).where('unit_id', '=', unit);
  return rows(db, query.orderBy('serial', 'desc'));
}

export type BundleRow = ReturnType<typeof bundlesWith>[number];

/** A bundle by its serial. */
export function bundleNumbered(db: Db, direction: Direction, unit: number, serial: number): BundleRow | undefined {
  const query = selectFrom('bundle').selectAll().where('direction', '=', direction);
  return row(db, query.where('unit_id', '=', unit).where('serial', '=', serial));
}

/** Remembers a bundle; an office that went back to a backup may give a serial once more. */
export function keepBundle(db: Db, direction: Direction, { unit_id, serial, ...bundle }: KeptBundle): void {
  run(
    db,
    deleteFrom('bundle').where('direction', '=', direction).where('unit_id', '=', unit_id).where('serial', '=', serial),
  );
  insertRow(db, 'bundle', { direction, unit_id, serial, ...bundle });
}

/** The other office has told that it has a bundle, and when it said so. */
export function keepSeen(db: Db, unit: number, { serial, sha256 }: Numbered, at: string): void {
  run(
    db,
    updateTable('bundle')
      .set({ seen_at: at })
      .where('direction', '=', 'sent')
      .where('unit_id', '=', unit)
      .where('serial', '=', serial)
      .where('sha256', '=', sha256)
      .where('seen_at', 'is', null),
  );
}
