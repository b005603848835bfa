import type { Whole } from '../intake/sheet.ts';
import { covers, type Day, OPEN_END, type Span } from '../kernel/day.ts';
import { notFound, refuse } from '../kernel/failure.ts';
import { type Change, recordChanges, type Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import { DEPARTMENT_TITLE, type DepartmentRow, type DepartmentTier } from './department.ts';

/** A department as it stands. */
export interface Department extends Span {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly tier: DepartmentTier;
}

export function departmentRows(db: Db): Department[] {
  return db.prepare('select id, code, name, tier, from_on, to_on from department order by code').all() as Department[];
}

/** A department by its code or name. */
export function departmentCalled(db: Db, text: string): Department {
  return departmentRows(db).find(one => one.code === text || one.name === text) ?? notFound(DEPARTMENT_TITLE, text);
}

/** A department by its code or name, which must be open on a day. */
export function departmentNamed(db: Db, text: string, day: Day): Department {
  const found = departmentCalled(db, text);
  if (!covers(found, day))
    refuse(
      { zh: `${found.name} 在 ${day} 不在册`, en: `${found.name} is not open on ${day}` },
      {
        zh: '用 tiaochu department list --all 查看起止日期',
        en: 'tiaochu department list --all shows from when to when',
      },
    );
  return found;
}

export function departmentWriter(db: Db, stamp: Stamp) {
  const insert = db.prepare(
    'insert into department (code, name, tier, from_on, to_on, import_id) values (?, ?, ?, ?, ?, ?)',
  );
  const rename = db.prepare('update department set name = ? where id = ?');
  return {
    add: (row: Whole<DepartmentRow>) => {
      insert.run(row.code, row.name, row.tier, row.from_on, row.to_on, stamp.importId ?? null);
    },
    change: (id: number, changes: readonly Change[]) => {
      for (const change of changes) rename.run(change.new, id);
      recordChanges(db, 'department', id, changes, stamp);
    },
  };
}

/** Ends a department. */
export function closeDepartment(db: Db, department: Department, on: Day, stamp: Stamp): void {
  db.prepare('update department set to_on = ? where id = ?').run(on, department.id);
  recordChanges(db, 'department', department.id, [{ field: 'to_on', old: OPEN_END, new: on }], stamp);
}

/** The petitions in which a department is still to report: what was concluded or declined waits for nobody. */
export function openTasks(db: Db, departmentId: number): string[] {
  return db
    .prepare(
      `select m.number from task t join cases m on m.id = t.case_id
       where t.department_id = ? and t.reported_on is null and m.status in ('lodged', 'accepted') order by t.id`,
    )
    .pluck()
    .all(departmentId) as string[];
}

/** How many stationings and experts still stand for a department after a day. */
export function standingAt(db: Db, departmentId: number, on: Day): number {
  return db
    .prepare(
      `select (select count(*) from stationing where department_id = ?1 and to_on > ?2)
         + (select count(*) from expert where department_id = ?1 and to_on > ?2)`,
    )
    .pluck()
    .get({ 1: departmentId, 2: on }) as number;
}
