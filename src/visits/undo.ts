import { fillTallies } from '../ledger/visit-tallies.ts';
import type { ImportUndo } from '../register/undo.ts';

/** What is kept of the years of an import's visits is forgotten, and counted anew once they are gone. */
const YEARS = '(select distinct substr(visited_on, 1, 4) from visit where import_id = ?1)';

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
    `delete from visited_tally where substr(calendar, 1, 4) in ${YEARS}`,
    `delete from made_tally where substr(calendar, 1, 4) in ${YEARS}`,
    'delete from visit where import_id = ?1',
  ],
  recount: fillTallies,
};
