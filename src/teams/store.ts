import { type Day, OPEN_END, type Span } from '../kernel/day.ts';
import { type Act, recordChanges } from '../ledger/events.ts';
import type { Db } from '../ledger/kysely.ts';
import type { Sqlite } from '../ledger/sqlite.ts';
import type { OpenWork } from '../units/open-work.ts';

/** A cadre during one team membership. */
export interface MembershipRecord extends Span {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly organ: string;
  readonly duty: string;
  readonly phone: string;
  readonly diary_no: string;
  readonly unit_id: number;
}

/** All cadres with each of their team memberships, the latest last. */
export function membershipRows(handle: Sqlite): MembershipRecord[] {
  return handle
    .prepare(
      `select c.id, c.code, c.name, c.organ, c.duty, c.phone, c.diary_no, m.unit_id, m.from_on, m.to_on
       from cadre c join team_member m on m.cadre_id = c.id order by m.from_on`,
    )
    .all() as MembershipRecord[];
}

/** A pair with its two cadres. */
export interface PairRecord extends Span {
  readonly id: number;
  readonly code: string;
  readonly unit_id: number;
  readonly cadre_a: number;
  readonly cadre_b: number;
  readonly code_a: string;
  readonly code_b: string;
  readonly name_a: string;
  readonly name_b: string;
}

export function pairRows(handle: Sqlite): PairRecord[] {
  return handle
    .prepare(
      `select p.id, p.code, p.unit_id, p.cadre_a, p.cadre_b, p.from_on, p.to_on,
         a.code as code_a, b.code as code_b, a.name as name_a, b.name as name_b
       from pair p join cadre a on a.id = p.cadre_a join cadre b on b.id = p.cadre_b order by p.code`,
    )
    .all() as PairRecord[];
}

export function cadreByCode(db: Db, code: string) {
  return db.selectFrom('cadre').selectAll().where('code', '=', code).executeTakeFirst();
}

export function pairByCode(db: Db, code: string) {
  return db.selectFrom('pair').selectAll().where('code', '=', code).executeTakeFirst();
}

/** The team memberships of one cadre, oldest first. */
export function membershipsOf(db: Db, cadreId: number) {
  return db.selectFrom('team_member').selectAll().where('cadre_id', '=', cadreId).orderBy('from_on').execute();
}

/** The pairs in which a cadre stands on a day. */
export function pairsOn(db: Db, cadreId: number, on: Day) {
  return db
    .selectFrom('pair')
    .selectAll()
    .where(eb => eb.or([eb('cadre_a', '=', cadreId), eb('cadre_b', '=', cadreId)]))
    .where('from_on', '<=', on)
    .where('to_on', '>', on)
    .orderBy('code')
    .execute();
}

/** The codes of the pairs in which a cadre still stands after a day. */
export function openPairCodes(handle: Sqlite, cadreId: number, on: Day): string[] {
  return handle
    .prepare('select code from pair where (cadre_a = ? or cadre_b = ?) and to_on > ? order by code')
    .pluck()
    .all(cadreId, cadreId, on) as string[];
}

export type NewCadre = Omit<MembershipRecord, 'id'>;

export function cadreWriter(handle: Sqlite) {
  const cadre = handle.prepare(
    'insert into cadre (code, name, organ, duty, phone, diary_no, import_id) values (?, ?, ?, ?, ?, ?, ?)',
  );
  const member = handle.prepare('insert into team_member (cadre_id, unit_id, from_on, to_on) values (?, ?, ?, ?)');
  return (row: NewCadre, importId: number | undefined): number => {
    const { lastInsertRowid } = cadre.run(
      row.code,
      row.name,
      row.organ,
      row.duty,
      row.phone,
      row.diary_no,
      importId ?? null,
    );
    member.run(lastInsertRowid, row.unit_id, row.from_on, row.to_on);
    return Number(lastInsertRowid);
  };
}

/** Fields of a cadre that hold at any time and are changed in place, the old value going into the history. */
export function updateCadre(
  handle: Sqlite,
  id: number,
  field: 'name' | 'organ' | 'duty' | 'phone' | 'diary_no',
  value: string,
): void {
  handle.prepare(`update cadre set ${field} = ? where id = ?`).run(value, id);
}

/** Ends a cadre's present membership on a day and, where a team is given, begins the next. */
export function moveMember(handle: Sqlite, cadreId: number, on: Day, unitId?: number): void {
  const replaced = handle
    .prepare('delete from team_member where cadre_id = ? and from_on = ? and to_on = ?')
    .run(cadreId, on, OPEN_END);
  if (replaced.changes === 0)
    handle.prepare('update team_member set to_on = ? where cadre_id = ? and to_on = ?').run(on, cadreId, OPEN_END);
  if (unitId !== undefined)
    handle
      .prepare('insert into team_member (cadre_id, unit_id, from_on, to_on) values (?, ?, ?, ?)')
      .run(cadreId, unitId, on, OPEN_END);
}

export interface NewPair {
  readonly code: string;
  readonly unit_id: number;
  readonly cadre_a: number;
  readonly cadre_b: number;
  readonly from_on: Day;
  readonly to_on: Day;
}

export function pairWriter(handle: Sqlite) {
  const insert = handle.prepare(
    'insert into pair (code, unit_id, cadre_a, cadre_b, from_on, to_on, import_id) values (?, ?, ?, ?, ?, ?, ?)',
  );
  return (pair: NewPair, importId: number | undefined): number =>
    Number(
      insert.run(pair.code, pair.unit_id, pair.cadre_a, pair.cadre_b, pair.from_on, pair.to_on, importId ?? null)
        .lastInsertRowid,
    );
}

export function endPair(handle: Sqlite, pair: { id: number; to_on: Day }, on: Day, act: Act): void {
  handle.prepare('update pair set to_on = ? where id = ?').run(on, pair.id);
  recordChanges(handle, 'pair', pair.id, [{ field: 'to_on', old: pair.to_on, new: on }], act);
}

/** Cadres and pairs keep a village's or community's unit open. */
export const teamWork: readonly OpenWork[] = [
  {
    what: { zh: '在队干部', en: 'cadres in its team' },
    one: 'cadre in its team',
    count: async (db, unitId, on) =>
      (await db.selectFrom('team_member').select('id').where('unit_id', '=', unitId).where('to_on', '>', on).execute())
        .length,
  },
  {
    what: { zh: '结对', en: 'pairs' },
    one: 'pair',
    count: async (db, unitId, on) =>
      (await db.selectFrom('pair').select('id').where('unit_id', '=', unitId).where('to_on', '>', on).execute()).length,
  },
];
