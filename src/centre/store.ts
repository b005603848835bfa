import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';

/** The names of the windows, by their codes. */
export function windowNames(db: Db): Map<string, string> {
  return new Map(rows(db, selectFrom('window').select(['code', 'name'])).map(({ code, name }) => [code, name]));
}

/** The names of the departments, by their codes. */
export function departmentNames(db: Db): Map<string, string> {
  return new Map(rows(db, selectFrom('department').select(['code', 'name'])).map(({ code, name }) => [code, name]));
}

/** The departments at a window, with their times. */
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

/** The days on which a window served. */
export function serviceDays(db: Db, windowId: number) {
  return rows(db, services.where('window_id', '=', windowId).select('served_on'));
}
