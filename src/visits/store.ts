import type { SelectQueryBuilder } from 'kysely';
import type { Day } from '../kernel/day.ts';
import { notFound, refuse } from '../kernel/failure.ts';
import type { Period } from '../kernel/period.ts';
import { type Change, recordChanges, type Stamp } from '../ledger/events.ts';
import { row, rows, run, selectFrom, updateTable, value } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { bitOf, type Domain } from './domain.ts';
import { COLUMNS, type Mode, VISIT_TITLE } from './visit.ts';
import { withdrawnVisitProblem } from './withdrawal-rules.ts';

export function allDomains(db: Db): Domain[] {
  return rows(db, selectFrom('domain').selectAll().orderBy('id'));
}

type VisitsTable = 'visit' | 'withdrawn_visit';

/** Visits with where and by whom; what a list shows of each. */
function listedRows(table: VisitsTable) {
  // Both tables have the columns of a visit.
  return (
    selectFrom(`${table as 'visit'} as v`)
      .innerJoin('household as h', 'h.id', 'v.household_id')
      // The village of the visit's day; a withdrawn visit may be on a day on which the household is in none.
      .leftJoin('household_term as t', join =>
        join
          .onRef('t.household_id', '=', 'v.household_id')
          .onRef('t.from_on', '<=', 'v.visited_on')
          .onRef('t.to_on', '>', 'v.visited_on'),
      )
      .innerJoin('pair as p', 'p.id', 'v.pair_id')
      .innerJoin('cadre as a', 'a.id', 'p.cadre_a')
      .innerJoin('cadre as b', 'b.id', 'p.cadre_b')
      .select(['v.id', 'v.visited_on', 'v.mode', 'v.substitute', 'v.domains'])
      .select(['h.code as household_code', 'h.head_name', 't.unit_id', 'p.code as pair_code'])
      .select(['a.code as cadre_a', 'b.code as cadre_b'])
  );
}

/** With all that a visit has, its diary too. */
function withDiaries(listed: ReturnType<typeof listedRows>) {
  return listed
    .innerJoin('cadre as w', 'w.id', 'v.diary_by')
    .select(COLUMNS.map(column => `v.${column}` as const))
    .select(['v.import_id', 'w.code as writer_code']);
}

export function visitRows(table: VisitsTable = 'visit') {
  return withDiaries(listedRows(table));
}

type RowOf<Q> = Q extends SelectQueryBuilder<infer _D, infer _T, infer R> ? R : never;
export type ListedVisit = RowOf<ReturnType<typeof listedRows>>;
export type VisitRecord = RowOf<ReturnType<typeof visitRows>>;

/** A visit that counts; what was withdrawn does not change any more. */
export function visitNumbered(db: Db, id: number): VisitRecord {
  const withdrawn = withdrawnOn(db, id);
  if (withdrawn !== undefined) refuse(withdrawnVisitProblem(id, withdrawn));
  return row(db, visitRows().where('v.id', '=', id)) ?? notFound(VISIT_TITLE, String(id));
}

/** A visit, withdrawn ones included, to be read. */
export function anyVisit(db: Db, id: number): VisitRecord & { readonly withdrawn_on: Day | null } {
  const table = withdrawnOn(db, id) === undefined ? 'visit' : 'withdrawn_visit';
  const found = row(db, visitRows(table).where('v.id', '=', id)) ?? notFound(VISIT_TITLE, String(id));
  return { ...found, withdrawn_on: withdrawnOn(db, id) ?? null };
}

function withdrawnOn(db: Db, id: number): Day | undefined {
  return value(db, selectFrom('withdrawn_visit').select('withdrawn_on').where('id', '=', id));
}

export interface VisitFilter {
  readonly period: Period;
  readonly units: ReadonlySet<number> | undefined;
  readonly household: string | undefined;
  readonly pair: string | undefined;
  readonly cadre: string | undefined;
  readonly mode: Mode | undefined;
  readonly bit: number | undefined;
  /** Only those that were withdrawn. */
  readonly withdrawn: boolean;
}

export function visitList(filter: VisitFilter) {
  return filtered(filter).orderBy('v.id', 'desc');
}

/** The same visits with their diaries. */
export function visitsWithDiaries(filter: VisitFilter) {
  return withDiaries(filtered(filter)).orderBy('v.id', 'desc');
}

function filtered({ period, units, household, pair, cadre, mode, bit, withdrawn }: VisitFilter) {
  const table = withdrawn ? 'withdrawn_visit' : 'visit';
  // Numbers first: they are few bytes to put in order, whole visits are many.
  const numbers = selectFrom(table as 'visit')
    .select('id')
    .where('visited_on', '>=', period.from)
    .where('visited_on', '<=', period.to);
  let query = listedRows(table).where('v.id', 'in', numbers);
  if (units) query = query.where('t.unit_id', 'in', [...units]);
  if (household !== undefined) query = query.where('h.code', '=', household);
  if (pair) query = query.where('p.code', '=', pair);
  if (cadre) query = query.where(eb => eb.or([eb('a.code', '=', cadre), eb('b.code', '=', cadre)]));
  if (mode) query = query.where('v.mode', '=', mode);
  if (bit !== undefined) query = query.where(eb => eb(eb('v.domains', '&', bit), '<>', 0));
  return query;
}

export function correctVisit(db: Db, id: number, changes: readonly Change[], stamp: Stamp): void {
  if (changes.length === 0) return;
  const values = Object.fromEntries(changes.map(({ field, new: value }) => [field, value]));
  run(db, updateTable('visit').set(values).where('id', '=', id));
  recordChanges(db, 'visit', id, changes, stamp);
}

export function lastVisitFor(db: Db, domain: Pick<Domain, 'id'>): Day | undefined {
  const visits = selectFrom('visit')
    .select(eb => eb.fn.max<Day | null>('visited_on').as('day'))
    .where(eb => eb(eb('domains', '&', bitOf(domain)), '<>', 0));
  return value(db, visits) ?? undefined;
}
