import type { Day } from '../kernel/day.ts';
import { counted, type Text } from '../kernel/text.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { ServiceKind } from './service-record.ts';

/** What the windows, or the departments, are called, by their codes. */
export function namesIn(table: 'window' | 'department') {
  return (db: Db): Map<string, string> =>
    new Map(db.prepare(`select code, name from ${table}`).raw().all() as [string, string][]);
}

/** What goes on at a window beyond a day, so that it cannot be closed then. */
export function openAtWindow(db: Db, windowId: number, on: Day): (Text & { hint: Text }) | undefined {
  const [stationings, services] = db
    .prepare(
      `select (select count(*) from stationing where window_id = @windowId and to_on > @on),
         (select count(*) from service where window_id = @windowId and served_on >= @on and withdrawn_on is null)`,
    )
    .raw()
    .get({ windowId, on }) as [number, number];
  if (stationings > 0)
    return {
      zh: `这个窗口在 ${on} 以后还有 ${stationings} 个部门进驻`,
      en: `The window has ${counted(stationings, 'stationing')} after ${on}`,
      hint: { zh: '先停用进驻：tiaochu stationing close', en: 'Close them first: tiaochu stationing close' },
    };
  if (services > 0)
    return {
      zh: `这个窗口在 ${on} 及以后还有 ${services} 条服务记录`,
      en: `The window has ${counted(services, 'service')} on or after ${on}`,
      hint: { zh: '请改用更晚的日期', en: 'Close it from a later day on' },
    };
  return undefined;
}

/** The departments at a window, with their times. */
export function stationedAt(db: Db, windowId: number) {
  return db
    .prepare(
      `select s.code, d.code as department_code, d.name as department, s.from_on, s.to_on from stationing s
       join department d on d.id = s.department_id where s.window_id = ? order by s.from_on, s.code`,
    )
    .all(windowId) as {
    code: string;
    department_code: string;
    department: string;
    from_on: Day;
    to_on: Day;
  }[];
}

/** What a window has served in all, by kind. */
export function servedAt(db: Db, windowId: number) {
  return db
    .prepare(
      `select kind, count(*) as services, sum(people) as people, max(served_on) as last_on from service
       where window_id = ? and withdrawn_on is null group by kind order by kind`,
    )
    .all(windowId) as { kind: ServiceKind; services: number; people: number; last_on: Day }[];
}
