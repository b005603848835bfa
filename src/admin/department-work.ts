import type { DepartmentWork } from '../departments/commands.ts';
import type { Day } from '../kernel/day.ts';
import { count, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { openTasks } from '../petitions/open-work-store.ts';

export const departmentWork: DepartmentWork = {
  openTasks,
  posted: (db, id, on) => postedIn(db, 'stationing', id, on) + postedIn(db, 'expert', id, on),
};

function postedIn(db: Db, table: 'stationing' | 'expert', id: number, on: Day): number {
  return count(db, selectFrom(table).where('department_id', '=', id).where('to_on', '>', on));
}
