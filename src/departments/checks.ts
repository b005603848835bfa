import type { Cached } from '../register/check.ts';

export const departmentCached: Cached = {
  noun: 'department',
  fields: {
    name: 'select name from department where id = ?',
    to_on: 'select to_on from department where id = ?',
  },
};
