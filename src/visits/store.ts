import { type Day, dayFromNumber } from '../kernel/day.ts';
import type { Row } from '../kernel/view.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { bitOf, type Domain } from './domain.ts';
import { MODE_LIST } from './visit.ts';

/** A visit as it goes into the table; `mode` is an index into MODE_LIST. */
export interface NewVisit {
  readonly household: number;
  readonly dayNumber: number;
  readonly mode: number;
  readonly pair: number;
  readonly substitute: number;
  readonly domains: number;
  readonly diary: string;
  readonly diaryBy: number;
}

/** The visit that a new one would repeat, and its values. */
export interface StandingVisit {
  readonly id: number;
  readonly substitute: number;
  readonly domains: number;
  readonly diary: string;
  readonly diary_by: number;
}

/** Finds the visit that a new one would repeat, by the key of a visit: household, day, mode and pair. */
export function standingVisit(db: Db): (visit: NewVisit) => StandingVisit | undefined {
  const find = db.prepare(
    'select id, substitute, domains, diary, diary_by from visit where household_id = ? and visited_on = ? and mode = ? and pair_id = ?',
  );
  return v =>
    find.get(v.household, dayFromNumber(v.dayNumber), MODE_LIST[v.mode] ?? 'home', v.pair) as StandingVisit | undefined;
}

/** The number of the visit entered last, 0 where there is none. */
export function highestVisit(db: Db): number {
  return db.prepare('select coalesce(max(id), 0) from visit').pluck().get() as number;
}

export function allDomains(db: Db): Domain[] {
  return rows(db, selectFrom('domain').selectAll().orderBy('id'));
}

/** Visits with everything that a list shows, newest last. */
export function visitRows() {
  return selectFrom('visit as v')
    .innerJoin('household as h', 'h.id', 'v.household_id')
    .innerJoin('pair as p', 'p.id', 'v.pair_id')
    .innerJoin('cadre as a', 'a.id', 'p.cadre_a')
    .innerJoin('cadre as b', 'b.id', 'p.cadre_b')
    .innerJoin('cadre as w', 'w.id', 'v.diary_by')
    .select(['v.id', 'v.visited_on', 'v.mode', 'v.substitute', 'v.domains', 'v.diary', 'h.code as household_code'])
    .select([
      'h.head_name',
      'h.unit_id',
      'p.code as pair_code',
      'a.code as cadre_a',
      'b.code as cadre_b',
      'w.code as diary_by',
    ]);
}

/** Changes a visit's current values; the caller records the events that keep the old ones. */
export function updateVisit(
  db: Db,
  id: number,
  field: 'diary' | 'domains' | 'substitute',
  value: string | number,
): void {
  db.prepare(`update visit set ${field} = ? where id = ?`).run(value, id);
}

/** The day of the last visit for a domain, if any. */
export function lastVisitFor(db: Db, domain: Pick<Domain, 'id'>): Day | undefined {
  const day = db.prepare('select max(visited_on) from visit where domains & ? <> 0').pluck().get(bitOf(domain));
  return (day as Day | null) ?? undefined;
}

/** The disputes that were found in a visit, by number and title (the other end of `dispute register --visit`). */
export function disputesFoundIn(db: Db, visitId: number): { readonly number: string; readonly title: string }[] {
  return db
    .prepare('select m.number, d.title from dispute d join cases m on m.id = d.id where d.visit_id = ? order by m.id')
    .all(visitId) as { number: string; title: string }[];
}

/** The needs that were raised in a visit and stand, with the day on which the household was told what became of them. */
export function needsRaisedIn(db: Db, visitId: number): Row[] {
  return db
    .prepare(
      'select code, category, content, feedback_on from need where visit_id = ? and withdrawn_on is null order by code',
    )
    .all(visitId) as Row[];
}
