import type { Selectable } from 'kysely';
import { covers, type Day } from '../kernel/day.ts';
import { notFound, refuse } from '../kernel/failure.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import type { DepartmentTable } from '../ledger/schema/departments.ts';
import type { Db } from '../ledger/sqlite.ts';
import { departmentRecord } from './records.ts';

export type Department = Selectable<DepartmentTable>;

export function departmentRows(db: Db): Department[] {
  return rows(db, selectFrom('department').selectAll().orderBy('code'));
}

/** A department by its code or name, which must be open on a day. */
export function departmentNamed(db: Db, text: string, day: Day): Department {
  const found = departmentRows(db).find(({ code, name }) => code === text || name === text);
  if (!found) notFound(departmentRecord.title, text);
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
