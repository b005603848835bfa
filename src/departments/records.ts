import type { AreaRecords } from '../register/kind.ts';
import { DEPARTMENT_TITLE } from './department.ts';

export const departmentRecords: AreaRecords = {
  kinds: [
    { noun: 'department', title: DEPARTMENT_TITLE, table: 'department', current: { name: 't.name', to_on: 't.to_on' } },
  ],
  checks: [],
};
