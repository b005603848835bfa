import { caseUndo } from '../cases/undo.ts';
import type { ImportUndo } from '../register/undo.ts';

const OWN = '(select id from cases where import_id = ?1)';

export const petitionUndo: ImportUndo = caseUndo(
  'petition',
  [
    {
      what: { zh: '重复于它们的信访', en: 'petitions that repeat them' },
      count: `select count(*) from petition p join cases m on m.id = p.id where p.repeat_of in ${OWN} and m.import_id is not ?1`,
    },
  ],
  [`delete from task where case_id in ${OWN}`, `update petition set repeat_of = null where id in ${OWN}`],
);
