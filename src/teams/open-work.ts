import type { OpenWork } from '../units/open-work.ts';

/** Cadres and pairs keep a village's or community's unit open. */
export const teamWork: readonly OpenWork[] = [
  {
    what: { zh: '在队干部', en: 'cadres in its team' },
    count: async (db, unitId, on) =>
      (await db.selectFrom('team_member').select('id').where('unit_id', '=', unitId).where('to_on', '>', on).execute())
        .length,
  },
  {
    what: { zh: '结对', en: 'pairs' },
    count: async (db, unitId, on) =>
      (await db.selectFrom('pair').select('id').where('unit_id', '=', unitId).where('to_on', '>', on).execute()).length,
  },
];
