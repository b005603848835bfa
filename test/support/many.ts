import { connect } from '../../src/ledger/sqlite.ts';
import { FIRST } from './ledger.ts';

/** How many households the ledger for long imports has besides the small one's. */
export const HOUSEHOLDS = 2000;

export const householdCode = (n: number) => `${FIRST}02${String(n + 1).padStart(4, '0')}`;

/** Visits to every household on each of a number of days from 2023-05-01 on. */
export function visitRows(days: number): string[] {
  const rows: string[] = [];
  for (let day = 0; day < days; day++) {
    const on = new Date(Date.UTC(2023, 4, 1 + day)).toISOString().slice(0, 10);
    for (let n = 0; n < HOUSEHOLDS; n++)
      rows.push(
        `${on},${householdCode(n)},${FIRST}-C01,${FIRST}-C02,mediation;publicity,home,no,"第 ${n} 户:春耕准备情况,宣传惠农政策",\n`,
      );
  }
  return rows;
}

/** One figure straight from a ledger. */
export function figure(ledger: string, sql: string): unknown {
  const db = connect(ledger);
  try {
    return db.prepare(sql).pluck().get();
  } finally {
    db.close();
  }
}
