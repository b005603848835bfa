import { sql } from 'kysely';
import { OPEN_END, type Span } from '../kernel/day.ts';
import { notFound } from '../kernel/failure.ts';
import { type Change, recordChanges, type Stamp } from '../ledger/events.ts';
import { deleteFrom, inserter, insertInto, row, rows, run, selectFrom, updateTable } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { CADRE_TITLE } from './cadre.ts';
import { endLeadership } from './leader-store.ts';

/** Whether a cadre leads the team of a membership when it ends, or now. */
const leading = selectFrom('team_leader as l')
  .select('l.id')
  .where(sql<boolean>`l.cadre_id = c.id and l.unit_id = m.unit_id and l.to_on = m.to_on`);

/** All cadres with each of their team memberships, the latest last. */
export function membershipRows(db: Db) {
  const query = selectFrom('cadre as c')
    .innerJoin('team_member as m', 'm.cadre_id', 'c.id')
    .select(['c.id', 'c.code', 'c.name', 'c.organ', 'c.duty', 'c.phone', 'c.diary_no'])
    .select(['m.unit_id', 'm.from_on', 'm.to_on'])
    .select(eb => eb.exists(leading).as('leads'))
    .orderBy('m.from_on');
  return rows(db, query).map(({ leads, ...row }) => ({ ...row, leader: leads ? ('yes' as const) : ('no' as const) }));
}

export function cadreCoded(db: Db, code: string) {
  return row(db, selectFrom('cadre').selectAll().where('code', '=', code)) ?? notFound(CADRE_TITLE, code);
}

export function membershipsOf(db: Db, cadreId: number) {
  return rows(db, selectFrom('team_member').selectAll().where('cadre_id', '=', cadreId).orderBy('from_on'));
}

/** Fields of a cadre that hold at all times: a change replaces them and the history keeps the old value. */
export const CADRE_FIELDS = ['name', 'organ', 'duty', 'phone', 'diary_no'] as const;

type NewCadre = Readonly<Record<'code' | (typeof CADRE_FIELDS)[number], string>> &
  Span & {
    readonly unit_id: number;
    readonly leader: 'yes' | 'no';
  };

export function cadreWriter(db: Db) {
  const insertCadre = inserter(db, 'cadre', ['code', ...CADRE_FIELDS, 'import_id']);
  const insertLeader = inserter(db, 'team_leader', ['cadre_id', 'unit_id', 'from_on', 'to_on']);
  const insertMember = inserter(db, 'team_member', ['cadre_id', 'unit_id', 'from_on', 'to_on']);
  return (cadre: NewCadre, importId: number | undefined): void => {
    const cadre_id = insertCadre({ ...cadre, import_id: importId ?? null });
    insertMember({ ...cadre, cadre_id });
    if (cadre.leader === 'yes') insertLeader({ ...cadre, cadre_id });
  };
}

/** Replaces what holds at all times, and records the old values and a move to another team. */
export function updateCadre(db: Db, id: number, changes: readonly Change[], stamp: Stamp): void {
  for (const field of CADRE_FIELDS) {
    const change = changes.find(known => known.field === field);
    if (change) run(db, updateTable('cadre').set(field, String(change.new)).where('id', '=', id));
  }
  // Leading is a time of its own, which its own functions begin and end.
  recordChanges(
    db,
    'cadre',
    id,
    changes.filter(({ field }) => field !== 'leader'),
    stamp,
  );
}

/** Ends a cadre’s open membership on a day, and their time as its leader; one that began on that very day is deleted. */
export function endMembership(db: Db, cadreId: number, stamp: Stamp): void {
  const { on } = stamp;
  endLeadership(db, cadreId, stamp);
  const begun = deleteFrom('team_member').where('cadre_id', '=', cadreId).where('from_on', '=', on);
  run(db, begun.where('to_on', '=', OPEN_END));
  run(db, updateTable('team_member').set({ to_on: on }).where('cadre_id', '=', cadreId).where('to_on', '=', OPEN_END));
}

/** A cadre is in a team from a day to a day. */
export function addMembership(
  db: Db,
  membership: Span & { readonly cadre_id: number; readonly unit_id: number },
): void {
  run(db, insertInto('team_member').values(membership));
}

/** Ends a cadre’s open membership on a day and begins one in another team. */
export function moveToTeam(db: Db, cadre_id: number, unit_id: number, stamp: Stamp): void {
  endMembership(db, cadre_id, stamp);
  addMembership(db, { cadre_id, unit_id, from_on: stamp.on, to_on: OPEN_END });
}
