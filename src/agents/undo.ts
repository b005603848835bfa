import type { ImportUndo } from '../register/undo.ts';

const OWN = '(select id from agent where import_id = ?1)';

export const agentUndo: ImportUndo = {
  noun: 'agent',
  table: 'agent',
  blockers: [
    { what: { zh: '代办的信访', en: 'petitions' }, count: `select count(*) from petition where agent_id in ${OWN}` },
    {
      what: { zh: '代办记录', en: 'acts that name them' },
      count: `select count(*) from move where json_extract(details, '$.agent') in (select code from agent where import_id = ?1)`,
    },
  ],
  deletes: ['delete from agent where import_id = ?1'],
};
