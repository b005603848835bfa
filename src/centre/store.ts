import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';

function namesIn(db: Db, table: 'window' | 'department'): Map<string, string> {
  return new Map(rows(db, selectFrom(table).select(['code', 'name'])).map(({ code, name }) => [code, name]));
}
export const windowNames = (db: Db) => namesIn(db, 'window');
export const departmentNames = (db: Db) => namesIn(db, 'department');

export function stationingsAt(db: Db, windowId: number) {
  const query = selectFrom('stationing as s')
    .innerJoin('department as d', 'd.id', 's.department_id')
    .select(['s.code', 'd.code as department_code', 'd.name as department', 's.from_on', 's.to_on'])
    .where('s.window_id', '=', windowId)
    .orderBy('s.from_on')
    .orderBy('s.code');
  return rows(db, query);
}

const services = selectFrom('service').where('withdrawn_on', 'is', null);

/** What a window has served in all, by kind. */
export function servicesOf(db: Db, windowId: number) {
  const query = services
    .where('window_id', '=', windowId)
    .select(({ fn }) => [
      'kind',
      fn.countAll<number>().as('services'),
      fn.sum<number>('people').as('people'),
      fn.max('served_on').as('last_on'),
    ])
    .groupBy('kind')
    .orderBy('kind');
  return rows(db, query);
}

export function serviceDays(db: Db, windowId: number) {
  return rows(db, services.where('window_id', '=', windowId).select('served_on'));
}
