import { covers, type Day } from '../kernel/day.ts';
import { count, rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Referent } from '../register/simple-record.ts';
import type { SiteKind } from './site.ts';

/** Expressions for the day that an open beginning means: the founding of the site, also for what belongs to a site. */
export const FOUNDED = 't.founded_on';
export const SITE_FOUNDED = '(select founded_on from site where id = t.site_id)';

/** Sites by their codes, each with its kind. */
export const SITES: Referent = {
  all: 'select id, code, kind as level, from_on, to_on from site',
  code: '(select code from site where id = %)',
};

/** Establishments by their codes, each with the code of its site; for how long they exist is a rule of its own. */
export const ESTABLISHMENTS: Referent = {
  all: `select e.id, e.code, s.code as level, '0001-01-01' as from_on, '9999-12-31' as to_on from establishment e
    join site s on s.id = e.site_id`,
  code: '(select code from establishment where id = %)',
};

export function siteKinds(db: Db): Map<string, SiteKind> {
  return new Map(rows(db, selectFrom('site').select(['code', 'kind'])).map(({ code, kind }) => [code, kind]));
}

const unitOfSite = selectFrom('site as s').select(({ selectFrom: from }) => [
  's.code',
  from('unit_term as t')
    .select('t.code')
    .whereRef('t.unit_id', '=', 's.unit_id')
    .orderBy('t.from_on', 'desc')
    .limit(1)
    .as('unit_code'),
]);

export function siteUnits(db: Db): Map<string, string> {
  return new Map(rows(db, unitOfSite).map(({ code, unit_code }) => [code, unit_code ?? '']));
}

/** Whether a unit has a site of a kind on a day; one without a first day exists from its founding on. */
export function hasSite(db: Db, unitId: number, kind: SiteKind, day: Day): boolean {
  const own = selectFrom('site').where('unit_id', '=', unitId).where('kind', '=', kind).where('to_on', '>', day);
  return (
    count(
      db,
      own.where(eb => eb(eb.fn('max', ['from_on', eb.fn.coalesce('founded_on', 'from_on')]), '<=', day)),
    ) > 0
  );
}

/** How many posts, rooms and establishments a site has on a day or later. */
export function partsOfSite(db: Db, siteId: number, on: Day) {
  const open = (table: 'post' | 'room' | 'establishment') =>
    count(db, selectFrom(table).where('site_id', '=', siteId).where('to_on', '>', on));
  return { posts: open('post'), rooms: open('room'), establishments: open('establishment') };
}

/** The room that a place names on a day: by its code, or by its name at a site of the unit. */
export function roomCalled(db: Db, text: string, unitId: number, day: Day) {
  return calledSo(
    allRooms(db).filter(room => covers(room, day)),
    text,
    unitId,
  );
}

/** The room with a code, or with a name at a site of the unit, whenever it was in use: the latest one. */
export function roomNamed(db: Db, text: string, unitId: number) {
  return calledSo(allRooms(db).reverse(), text, unitId);
}

function allRooms(db: Db) {
  const placed = selectFrom('room as r').innerJoin('site as s', 's.id', 'r.site_id');
  const columns = placed.select(['r.id', 'r.code', 'r.name', 's.unit_id', 'r.from_on', 'r.to_on']);
  return rows(db, columns.orderBy('r.to_on').orderBy('r.code'));
}

function calledSo(rooms: ReturnType<typeof allRooms>, text: string, unitId: number) {
  return rooms.find(room => room.code === text || (room.name === text && room.unit_id === unitId));
}
