import type { ImportUndo } from '../register/undo.ts';

const OWN = '(select id from unit where import_id = ?1)';

export const unitUndo: ImportUndo = {
  noun: 'unit',
  table: 'unit',
  blockers: [
    {
      what: { zh: '下级机构', en: 'units below' },
      count: `select count(*) from unit_term where parent_id in ${OWN} and unit_id not in ${OWN}`,
    },
    { what: { zh: '干部', en: 'cadres' }, count: `select count(*) from team_member where unit_id in ${OWN}` },
    { what: { zh: '场所', en: 'sites' }, count: `select count(*) from site where unit_id in ${OWN}` },
    { what: { zh: '代办员', en: 'petition agents' }, count: `select count(*) from agent where unit_id in ${OWN}` },
    { what: { zh: '户', en: 'households' }, count: `select count(*) from household where unit_id in ${OWN}` },
    {
      what: { zh: '纠纷', en: 'disputes' },
      count: `select count(*) from move where unit_id in ${OWN} or holder_id in ${OWN}`,
    },
    {
      what: { zh: '指导范围', en: 'entries of guidance groups' },
      count: `select count(*) from guidance_unit where unit_id in ${OWN}`,
    },
    {
      what: { zh: '村规', en: 'village rules' },
      count: `select count(*) from village_rule where unit_id in ${OWN}`,
    },
    {
      what: { zh: '宣传', en: 'publicity events' },
      count: `select count(*) from outreach where unit_id in ${OWN}`,
    },
    { what: { zh: '调度会', en: 'meetings' }, count: `select count(*) from meeting where unit_id in ${OWN}` },
  ],
  deletes: [`delete from unit_term where unit_id in ${OWN}`, 'delete from unit where import_id = ?1'],
};
