import { type Day, OPEN_END, type Span } from '../kernel/day.ts';
import { recordChanges, type Stamp } from '../ledger/events.ts';
import { row, rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
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
export function membershipRows(db: Db): MembershipRecord[] {
  return db
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

export function pairRows(db: Db): PairRecord[] {
  return db
    .prepare(
      `select p.id, p.code, p.unit_id, p.cadre_a, p.cadre_b, p.from_on, p.to_on,
         a.code as code_a, b.code as code_b, a.name as name_a, b.name as name_b
       from pair p join cadre a on a.id = p.cadre_a join cadre b on b.id = p.cadre_b order by p.code`,
    )
    .all() as PairRecord[];
}

export function cadreByCode(db: Db, code: string) {
  return row(db, selectFrom('cadre').selectAll().where('code', '=', code));
}

export function pairByCode(db: Db, code: string) {
  return row(db, selectFrom('pair').selectAll().where('code', '=', code));
}

/** The team memberships of one cadre, oldest first. */
export function membershipsOf(db: Db, cadreId: number) {
  return rows(db, selectFrom('team_member').selectAll().where('cadre_id', '=', cadreId).orderBy('from_on'));
}

/** The pairs in which a cadre stands on a day. */
export function pairsOn(db: Db, cadreId: number, on: Day) {
  return rows(
    db,
    selectFrom('pair')
      .selectAll()
      .where(eb => eb.or([eb('cadre_a', '=', cadreId), eb('cadre_b', '=', cadreId)]))
      .where('from_on', '<=', on)
      .where('to_on', '>', on)
      .orderBy('code'),
  );
}

/** The codes of the pairs in which a cadre still stands after a day. */
export function openPairCodes(db: Db, cadreId: number, on: Day): string[] {
  return db
    .prepare('select code from pair where (cadre_a = ? or cadre_b = ?) and to_on > ? order by code')
    .pluck()
    .all(cadreId, cadreId, on) as string[];
}

export type NewCadre = Omit<MembershipRecord, 'id'>;

export function cadreWriter(db: Db) {
  const cadre = db.prepare(
    'insert into cadre (code, name, organ, duty, phone, diary_no, import_id) values (?, ?, ?, ?, ?, ?, ?)',
  );
  const member = db.prepare('insert into team_member (cadre_id, unit_id, from_on, to_on) values (?, ?, ?, ?)');
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
  db: Db,
  id: number,
  field: 'name' | 'organ' | 'duty' | 'phone' | 'diary_no',
  value: string,
): void {
  db.prepare(`update cadre set ${field} = ? where id = ?`).run(value, id);
}

/** Ends a cadre's present membership on a day and, where a team is given, begins the next. */
export function moveMember(db: Db, cadreId: number, on: Day, unitId?: number): void {
  const replaced = db
    .prepare('delete from team_member where cadre_id = ? and from_on = ? and to_on = ?')
    .run(cadreId, on, OPEN_END);
  if (replaced.changes === 0)
    db.prepare('update team_member set to_on = ? where cadre_id = ? and to_on = ?').run(on, cadreId, OPEN_END);
  if (unitId !== undefined)
    db.prepare('insert into team_member (cadre_id, unit_id, from_on, to_on) values (?, ?, ?, ?)').run(
      cadreId,
      unitId,
      on,
      OPEN_END,
    );
}

export interface NewPair {
  readonly code: string;
  readonly unit_id: number;
  readonly cadre_a: number;
  readonly cadre_b: number;
  readonly from_on: Day;
  readonly to_on: Day;
}

export function pairWriter(db: Db) {
  const insert = db.prepare(
    'insert into pair (code, unit_id, cadre_a, cadre_b, from_on, to_on, import_id) values (?, ?, ?, ?, ?, ?, ?)',
  );
  return (pair: NewPair, importId: number | undefined): number =>
    Number(
      insert.run(pair.code, pair.unit_id, pair.cadre_a, pair.cadre_b, pair.from_on, pair.to_on, importId ?? null)
        .lastInsertRowid,
    );
}

export function endPair(db: Db, pair: { id: number; to_on: Day }, on: Day, stamp: Stamp): void {
  db.prepare('update pair set to_on = ? where id = ?').run(on, pair.id);
  recordChanges(db, 'pair', pair.id, [{ field: 'to_on', old: pair.to_on, new: on }], stamp);
}

/** Cadres and pairs keep a village's or community's unit open. */
export const teamWork: readonly OpenWork[] = [
  {
    what: { zh: '在队干部', en: 'cadres in its team' },
    one: 'cadre in its team',
    count: async (db, unitId, on) =>
      rows(db, selectFrom('team_member').select('id').where('unit_id', '=', unitId).where('to_on', '>', on)).length,
  },
  {
    what: { zh: '结对', en: 'pairs' },
    one: 'pair',
    count: async (db, unitId, on) =>
      rows(db, selectFrom('pair').select('id').where('unit_id', '=', unitId).where('to_on', '>', on)).length,
  },
];
