import { insertRow, row, run, selectFrom, updateTable } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { noticeNumber } from './notice.ts';

/** Who issues a notice: a unit, or a department for which the holder enters it. */
export interface Issuer {
  readonly unit: number;
  readonly department?: number | undefined;
  readonly name: string;
}

/** The next number of an issuer's series of a year. It stays used where the move that gave it is stepped back. */
export function nextNotice(db: Db, { unit, department, name }: Issuer, year: number) {
  const whose = department === undefined ? { unit_id: unit } : { department_id: department };
  const [column, id] = Object.entries(whose)[0] as ['unit_id' | 'department_id', number];
  const series = row(db, selectFrom('notice_series').selectAll().where(column, '=', id).where('year', '=', year));
  const serial = (series?.last ?? 0) + 1;
  if (series) run(db, updateTable('notice_series').set({ last: serial }).where('id', '=', series.id));
  else insertRow(db, 'notice_series', { ...whose, year, last: serial });
  return { serial, number: noticeNumber(name, year, serial) };
}
