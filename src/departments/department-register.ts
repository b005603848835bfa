import type { Whole } from '../intake/sheet.ts';
import { BEGINNING, OPEN_END } from '../kernel/day.ts';
import { type Existing, JUST_ADDED, type Register } from '../register/register.ts';
import { spanProblems } from '../register/span.ts';
import { DEPARTMENT_TITLE, type DepartmentRow, departmentSheet } from './department.ts';
import { departmentRows, departmentWriter } from './store.ts';

type FullDepartment = Whole<DepartmentRow>;

export const departmentRegister: Register<DepartmentRow, Map<string, Existing<FullDepartment>>> = {
  noun: 'department',
  title: DEPARTMENT_TITLE,
  sheet: departmentSheet,
  key: ['code'],
  immutable: ['tier', 'from_on', 'to_on'],
  undated: ['name'],
  tables: ['department'],
  load: async ({ db }) => new Map(departmentRows(db).map(({ id, ...row }) => [row.code, { id, row }])),
  find: (book, row) => book.get(row.code),
  check: (_, row) => spanProblems(whole(row)),
  accept: (book, decision) => {
    const id = decision.verdict === 'change' ? decision.id : JUST_ADDED;
    book.set(decision.row.code, { id, row: whole(decision.row) });
  },
  save: (db, _, decisions, stamp) => {
    const write = departmentWriter(db, stamp);
    for (const one of decisions)
      if (one.verdict === 'add') write.add(whole(one.row));
      else if (one.verdict === 'change') write.change(one.id, one.changes);
  },
};

function whole(row: DepartmentRow): FullDepartment {
  return { ...row, from_on: row.from_on ?? BEGINNING, to_on: row.to_on ?? OPEN_END };
}
