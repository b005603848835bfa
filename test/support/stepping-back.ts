import type { Db } from '../../src/ledger/sqlite.ts';

const TABLES = [
  ...['cases', 'move', 'offer', 'stay', 'deadline', 'party', 'dispute', 'agreement', 'signature'],
  ...['referral', 'supervision', 'appointment'],
  ...['petition', 'task'],
];

/** Every row that a move on a case can write or change. */
export function caseRows(db: Db): Readonly<Record<string, readonly unknown[]>> {
  return Object.fromEntries(TABLES.map(table => [table, db.prepare(`select * from ${table} order by id`).all()]));
}
