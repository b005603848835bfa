import type { Whole } from '../intake/sheet.ts';
import { covers, type Day, OPEN_END, type Span } from '../kernel/day.ts';
import { notFound, refuse } from '../kernel/failure.ts';
import { type Act, type Change, recordChanges } from '../ledger/events.ts';
import type { Sqlite } from '../ledger/sqlite.ts';
import { DEPARTMENT_TITLE, type DepartmentRow, type DepartmentTier } from './department.ts';

/** A department as it stands. */
export interface Department extends Span {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly tier: DepartmentTier;
}

export function departmentRows(handle: Sqlite): Department[] {
  return handle
    .prepare('select id, code, name, tier, from_on, to_on from department order by code')
    .all() as Department[];
}

/** A department by its code or name. */
export function departmentCalled(handle: Sqlite, text: string): Department {
  return departmentRows(handle).find(one => one.code === text || one.name === text) ?? notFound(DEPARTMENT_TITLE, text);
}

/** A department by its code or name, which must be open on a day. */
export function departmentNamed(handle: Sqlite, text: string, day: Day): Department {
  const found = departmentCalled(handle, text);
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

export function departmentWriter(handle: Sqlite, act: Act) {
  const insert = handle.prepare(
    'insert into department (code, name, tier, from_on, to_on, import_id) values (?, ?, ?, ?, ?, ?)',
  );
  const rename = handle.prepare('update department set name = ? where id = ?');
  return {
    add: (row: Whole<DepartmentRow>) => {
      insert.run(row.code, row.name, row.tier, row.from_on, row.to_on, act.importId ?? null);
    },
    change: (id: number, changes: readonly Change[]) => {
      for (const change of changes) rename.run(change.new, id);
      recordChanges(handle, 'department', id, changes, act);
    },
  };
}

/** Ends a department. */
export function closeDepartment(handle: Sqlite, department: Department, on: Day, act: Act): void {
  handle.prepare('update department set to_on = ? where id = ?').run(on, department.id);
  recordChanges(handle, 'department', department.id, [{ field: 'to_on', old: OPEN_END, new: on }], act);
}

/** The petitions in which a department is still to report: what was concluded or declined waits for nobody. */
export function openTasks(handle: Sqlite, departmentId: number): string[] {
  return handle
    .prepare(
      `select m.number from task t join matter m on m.id = t.matter_id
       where t.department_id = ? and t.reported_on is null and m.status in ('lodged', 'accepted') order by t.id`,
    )
    .pluck()
    .all(departmentId) as string[];
}

/** How many stationings and experts still stand for a department after a day. */
export function standingAt(handle: Sqlite, departmentId: number, on: Day): number {
  return handle
    .prepare(
      `select (select count(*) from stationing where department_id = ?1 and to_on > ?2)
         + (select count(*) from expert where department_id = ?1 and to_on > ?2)`,
    )
    .pluck()
    .get({ 1: departmentId, 2: on }) as number;
}
