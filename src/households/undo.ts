import type { ImportUndo } from '../register/undo.ts';

const HOUSEHOLDS = '(select id from household where import_id = ?1)';

export const householdUndo: ImportUndo = {
  noun: 'household',
  table: 'household',
  blockers: [
    {
      what: { zh: '包户', en: 'assignments' },
      count: `select count(*) from assignment where household_id in ${HOUSEHOLDS}`,
    },
    { what: { zh: '走访', en: 'visits' }, count: `select count(*) from visit where household_id in ${HOUSEHOLDS}` },
    { what: { zh: '需求', en: 'needs' }, count: `select count(*) from need where household_id in ${HOUSEHOLDS}` },
    { what: { zh: '惠民', en: 'benefits' }, count: `select count(*) from benefit where household_id in ${HOUSEHOLDS}` },
    { what: { zh: '当事人', en: 'parties' }, count: `select count(*) from party where household_id in ${HOUSEHOLDS}` },
  ],
  deletes: ['delete from household where import_id = ?1'],
};

export const assignmentUndo: ImportUndo = {
  noun: 'assignment',
  table: 'assignment',
  blockers: [
    {
      what: { zh: '据此登记的走访', en: 'visits under them' },
      count: `select count(*) from assignment a join visit v on v.household_id = a.household_id and v.pair_id = a.pair_id
        and v.visited_on >= a.from_on and v.visited_on < a.to_on and v.substitute = 0 where a.import_id = ?1`,
    },
  ],
  deletes: ['delete from assignment where import_id = ?1'],
};
