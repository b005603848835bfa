import type { Command } from '../cli/command.ts';
import type { Day } from '../kernel/day.ts';
import type { Refusal } from '../kernel/failure.ts';
import { counted } from '../kernel/text.ts';
import { column } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import { simpleCommands } from '../register/simple-commands.ts';
import { departmentRecord } from './records.ts';

/** What departments still have to do; passed in, since petitions, stationings and experts are layers above. */
export interface DepartmentWork {
  /** The numbers of the petitions and disputes in which a department is still to report. */
  openTasks(db: Db, id: number): readonly string[];
  /** How many stationings and experts a department still has on a day. */
  posted(db: Db, id: number, on: Day): number;
}

export function departmentCommands(work: DepartmentWork): Command[] {
  return simpleCommands(departmentRecord, {
    sample: 'RSJ',
    add: '--code RSJ --name 旗人力资源和社会保障局 --tier banner',
    change: '--name 旗人社局',
    file: 'departments.csv',
    figures: {
      columns: [column('open', '未答复的任务', 'Tasks without an answer', 'integer')],
      of: (db, { id }) => ({ open: work.openTasks(db, id).length }),
    },
    openWork: (db, row, on) =>
      tasksProblem(String(row.code), work.openTasks(db, row.id)) ??
      postedProblem(String(row.code), work.posted(db, row.id, on), on),
  });
}

/** A department is closed when it has reported in all its petitions and disputes. */
function tasksProblem(code: string, [first, ...others]: readonly string[]): Refusal | undefined {
  if (first === undefined) return undefined;
  const count = others.length + 1;
  const kind = /-P\d+$/.test(first) ? 'petition' : 'dispute';
  const report = `tiaochu ${kind} report ${first} --department ${code}`;
  return {
    zh: `${code} 还有 ${count} 件未答复的任务`,
    en: `${code} has ${counted(count, 'task')} without an answer`,
    hint: { zh: `请先登记答复，如 ${report}`, en: `Enter each answer first, such as ${report}` },
  };
}

/** Its stationings and experts are closed before it. */
function postedProblem(code: string, count: number, on: Day): Refusal | undefined {
  if (count === 0) return undefined;
  return {
    zh: `${code} 在 ${on} 还有进驻窗口或专家 ${count} 条`,
    en: `${code} still has ${counted(count, 'stationing or expert', 'stationings or experts')} on ${on}`,
    hint: {
      zh: '请先停用：tiaochu stationing close、tiaochu expert close',
      en: 'Close them first: tiaochu stationing close, tiaochu expert close',
    },
  };
}
