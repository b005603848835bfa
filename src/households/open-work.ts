import type { OpenWork } from '../units/open-work.ts';

/** Households keep a village's or community's unit open. */
export const householdWork: readonly OpenWork[] = [
  {
    what: { zh: '在册户', en: 'active households' },
    count: async (db, unitId, on) =>
      (await db.selectFrom('household').select('id').where('unit_id', '=', unitId).where('to_on', '>', on).execute())
        .length,
  },
];
