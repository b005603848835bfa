import type { Db } from '../../src/ledger/sqlite.ts';

const TABLES = [
  ...['cases', 'move', 'offer', 'deadline', 'party', 'dispute', 'agreement', 'signature'],
  ...['referral', 'supervision', 'appointment'],
  ...['petition', 'task'],
];

/** Every row that a move on a case can write or change. Nothing refers to a stay by its number, so that may be another. */
export function caseRows(db: Db): Readonly<Record<string, readonly unknown[]>> {
  const stays = db.prepare('select * from stay order by case_id, id').all() as { id: number }[];
  const all = TABLES.map(table => [table, db.prepare(`select * from ${table} order by id`).all()]);
  return { ...Object.fromEntries(all), stay: stays.map(({ id: _, ...stay }) => stay) };
}
