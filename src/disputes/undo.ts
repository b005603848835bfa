import type { ImportUndo } from '../register/undo.ts';

const OWN = '(select id from matter where import_id = ?1)';

export const disputeUndo: ImportUndo = {
  noun: 'dispute',
  table: 'matter',
  blockers: [
    {
      what: { zh: '后来的办理', en: 'later acts' },
      count: `select count(*) from move where matter_id in ${OWN} and import_id is not ?1`,
    },
    {
      what: { zh: '后来登记的编号', en: 'numbers given later' },
      count: `select count(*) from matter m where m.import_id is not ?1 and exists (select 1 from matter o
        where o.import_id = ?1 and o.kind = m.kind and o.unit_id = m.unit_id and o.year = m.year and o.serial < m.serial)`,
    },
    {
      what: { zh: '当事人的修改', en: 'changes of parties' },
      count: `select count(*) from event where noun = 'party' and record_id in (select id from party where matter_id in ${OWN})`,
    },
    {
      what: { zh: '并入的纠纷', en: 'disputes merged into them' },
      count: `select count(*) from move where name = 'merge' and import_id is not ?1
        and json_extract(details, '$.into') in (select number from matter where import_id = ?1)`,
    },
  ],
  deletes: [
    `delete from signature where agreement_id in (select id from agreement where matter_id in ${OWN})`,
    ...['agreement', 'due', 'stay', 'offer', 'move', 'party'].map(
      table => `delete from ${table} where matter_id in ${OWN}`,
    ),
    `delete from dispute where id in ${OWN}`,
    'delete from matter where import_id = ?1',
  ],
};
