import { selectFrom, values } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { IN_STOCK } from './transitions.ts';

/** The petitions in which a department is still to report: what was concluded or declined waits for nobody. */
export function openTasks(db: Db, departmentId: number): string[] {
  return values(
    db,
    selectFrom('task')
      .innerJoin('cases', 'cases.id', 'task.case_id')
      .select('cases.number')
      .where('task.department_id', '=', departmentId)
      .where('task.reported_on', 'is', null)
      .where('cases.status', 'in', [...IN_STOCK])
      .orderBy('task.id'),
  );
}
