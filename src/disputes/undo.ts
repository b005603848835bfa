import { caseUndo } from '../cases/undo.ts';
import type { ImportUndo } from '../register/undo.ts';

const OWN = '(select id from cases where import_id = ?1)';

export const disputeUndo: ImportUndo = caseUndo(
  'dispute',
  [
    {
      what: { zh: '并入的纠纷', en: 'disputes merged into them' },
      count: `select count(*) from move where name = 'merge' and import_id is not ?1
        and json_extract(details, '$.into') in (select number from cases where import_id = ?1)`,
    },
    {
      what: { zh: '邀请的专家', en: 'experts invited to them' },
      count: `select count(*) from invitation where case_id in ${OWN}`,
    },
    {
      what: { zh: '转来的信访', en: 'petitions linked to them' },
      count: `select count(*) from petition where dispute_id in ${OWN}`,
    },
  ],
  [
    `delete from signature where agreement_id in (select id from agreement where case_id in ${OWN})`,
    `delete from agreement where case_id in ${OWN}`,
  ],
);
