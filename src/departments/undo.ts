import type { ImportUndo } from '../register/undo.ts';

const OWN = '(select id from department where import_id = ?1)';

export const departmentUndo: ImportUndo = {
  noun: 'department',
  table: 'department',
  blockers: [
    { what: { zh: '分派的任务', en: 'tasks' }, count: `select count(*) from task where department_id in ${OWN}` },
    { what: { zh: '进驻', en: 'stationings' }, count: `select count(*) from stationing where department_id in ${OWN}` },
    { what: { zh: '专家', en: 'experts' }, count: `select count(*) from expert where department_id in ${OWN}` },
  ],
  deletes: ['delete from department where import_id = ?1'],
};
