import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Membership } from './rules.ts';

const memberships = selectFrom('guidance_unit as u')
  .innerJoin('guidance as g', 'g.id', 'u.group_id')
  .select(['g.code as group', 'u.unit_id', 'u.from_on', 'u.to_on'])
  .orderBy('g.code')
  .orderBy('u.code');

/** The units of all groups at all times, in order of the groups' codes: a few dozen rows. */
export function allMemberships(db: Db): Membership[] {
  return rows(db, memberships);
}

const everyGroup = selectFrom('guidance').select(['code', 'name', 'from_on', 'to_on']).orderBy('code');

export function groups(db: Db) {
  return rows(db, everyGroup);
}

export type Group = ReturnType<typeof groups>[number];

export function groupNames(db: Db): Map<string, string> {
  return new Map(groups(db).map(group => [group.code, group.name]));
}

export function unitsOfGroup(db: Db, groupId: number) {
  const units = selectFrom('guidance_unit').select(['code', 'unit_id', 'from_on', 'to_on']);
  return rows(db, units.where('group_id', '=', groupId).orderBy('from_on').orderBy('code'));
}
