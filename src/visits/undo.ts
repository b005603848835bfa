import type { ImportUndo } from '../register/undo.ts';

export const visitUndo: ImportUndo = {
  noun: 'visit',
  table: 'visit',
  blockers: [
    {
      what: { zh: '走访中发现的纠纷', en: 'disputes found in them' },
      count: 'select count(*) from dispute where visit_id in (select id from visit where import_id = ?1)',
    },
    {
      what: { zh: '走访中提出的需求', en: 'needs raised in them' },
      count: 'select count(*) from need where visit_id in (select id from visit where import_id = ?1)',
    },
  ],
  deletes: [
    `update pair set home = pair.home - made.home, phone = pair.phone - made.phone, absent = pair.absent - made.absent
     from (select pair_id, sum(mode = 'home') as home, sum(mode = 'phone') as phone, sum(mode = 'absent') as absent
       from visit where import_id = ?1 group by pair_id) made
     where made.pair_id = pair.id`,
    'delete from visit where import_id = ?1',
  ],
};
