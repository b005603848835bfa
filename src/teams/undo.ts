import type { ImportUndo } from '../register/undo.ts';

const CADRES = '(select id from cadre where import_id = ?1)';
const PAIRS = '(select id from pair where import_id = ?1)';

/** Assignments and visits refer to cadres by way of their pairs only, so counting pairs is enough. */
export const cadreUndo: ImportUndo = {
  noun: 'cadre',
  table: 'cadre',
  blockers: [
    {
      what: { zh: '结对', en: 'pairs' },
      count: `select count(*) from pair where cadre_a in ${CADRES} or cadre_b in ${CADRES}`,
    },
  ],
  deletes: [`delete from team_member where cadre_id in ${CADRES}`, 'delete from cadre where import_id = ?1'],
};

export const pairUndo: ImportUndo = {
  noun: 'pair',
  table: 'pair',
  blockers: [
    { what: { zh: '包户', en: 'assignments' }, count: `select count(*) from assignment where pair_id in ${PAIRS}` },
    { what: { zh: '走访', en: 'visits' }, count: `select count(*) from visit where pair_id in ${PAIRS}` },
  ],
  deletes: ['delete from pair where import_id = ?1'],
};
