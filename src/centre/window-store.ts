import type { Day } from '../kernel/day.ts';
import type { Period } from '../kernel/period.ts';
import { count, row, rows, selectFrom, value } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { PlacedWindow } from './window-rules.ts';

/** All windows with the units of their sites, past ones too. */
export function placedWindows(db: Db): PlacedWindow[] {
  const windows = selectFrom('window as w').leftJoin('site as s', 's.id', 'w.site_id');
  return rows(db, windows.select(['w.id', 'w.code', 'w.name', 's.unit_id', 'w.from_on', 'w.to_on']).orderBy('w.code'));
}

/** The code of a window, for the history: null for none, undefined where nothing is said. */
export function windowCode<N extends null | undefined>(db: Db, id: number | N): string | N {
  if (typeof id !== 'number') return id;
  return value(db, selectFrom('window').select('code').where('id', '=', id)) ?? '';
}

/** A window as a page names it: its code and name. */
export function windowLabel(db: Db, id: number | null): string | null {
  const window = id === null ? undefined : row(db, selectFrom('window').select(['code', 'name']).where('id', '=', id));
  return window ? `${window.code} ${window.name}` : null;
}

/** The cases that a window received, the void ones left out. */
const received = (windowId: number) =>
  selectFrom('cases as c')
    .leftJoin('dispute as d', 'd.id', 'c.id')
    .leftJoin('petition as p', 'p.id', 'c.id')
    .where(eb => eb.or([eb('d.window_id', '=', windowId), eb('p.window_id', '=', windowId)]))
    .where('c.status', '<>', 'void');

/** How much a window received, and how much was mediated at it, from a day on. */
export function receivedSince(db: Db, windowId: number, on: Day): number {
  const sessions = selectFrom('session_place').where('window_id', '=', windowId).where('on_day', '>=', on);
  return count(db, received(windowId).where('c.registered_on', '>=', on)) + count(db, sessions);
}

/** What a window received in all: disputes, petitions, and the sessions held at it, each with its latest day. */
export function receivedAt(db: Db, windowId: number) {
  const cases = received(windowId)
    .select(({ fn }) => ['c.kind', fn.countAll<number>().as('cases'), fn.max('c.registered_on').as('last_on')])
    .groupBy('c.kind');
  const sessions = selectFrom('session_place')
    .where('window_id', '=', windowId)
    .select(({ fn }) => [fn.countAll<number>().as('cases'), fn.max('on_day').as('last_on')]);
  const held = rows(db, sessions).map(row => ({ kind: 'session' as const, ...row }));
  return [...rows(db, cases), ...held].filter(row => row.cases > 0);
}

/** One case that a window received, or one session that was held at it. */
export type Received = ReturnType<typeof receivedIn>[number];

/** What all windows received in a period, and what was held at them, window by window. */
export function receivedIn(db: Db, { from, to }: Period) {
  const cases = selectFrom('cases as c')
    .leftJoin('dispute as d', 'd.id', 'c.id')
    .leftJoin('petition as p', 'p.id', 'c.id')
    .innerJoin('window as w', join => join.on(eb => eb('w.id', '=', eb.fn.coalesce('d.window_id', 'p.window_id'))))
    .select(['w.code as window_code', 'w.name as window', 'c.kind', 'c.number', 'c.registered_on as on_day'])
    .select(eb => eb.fn.coalesce('d.title', 'p.demand').as('title'))
    .where('c.status', '<>', 'void')
    .where(eb => eb.between('c.registered_on', from, to));
  const sessions = selectFrom('session_place as s')
    .innerJoin('cases as c', 'c.id', 's.case_id')
    .innerJoin('dispute as d', 'd.id', 'c.id')
    .innerJoin('window as w', 'w.id', 's.window_id')
    .select(['w.code as window_code', 'w.name as window', 'c.number', 's.on_day', 'd.title'])
    .where('c.status', '<>', 'void')
    .where(eb => eb.between('s.on_day', from, to));
  const held = rows(db, sessions.orderBy('w.code').orderBy('s.on_day').orderBy('s.id'));
  return [
    ...rows(db, cases.orderBy('w.code').orderBy('c.registered_on').orderBy('c.id')),
    ...held.map(row => ({ ...row, kind: 'session' as const })),
  ];
}
