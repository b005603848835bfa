import type { Day, Span } from '../kernel/day.ts';
import { counted, type Text } from '../kernel/text.ts';
import type { Row } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Membership } from './rules.ts';

/** Everything in any group's care, in order of the groups' codes: a few dozen rows. */
export function memberships(db: Db): Membership[] {
  return db
    .prepare(
      `select g.code as "group", u.unit_id, u.from_on, u.to_on from guidance_unit u join guidance g on g.id = u.group_id
       order by g.code, u.code`,
    )
    .all() as Membership[];
}

export interface Group extends Span {
  readonly code: string;
  readonly name: string;
}

export function groups(db: Db): Group[] {
  return db.prepare('select code, name, from_on, to_on from guidance order by code').all() as Group[];
}

/** The names of the groups, by code. */
export function groupNames(db: Db): Map<string, string> {
  return new Map(groups(db).map(group => [group.code, group.name]));
}

/** The units that a group has and had, under its page. */
export function unitsOfGroup(db: Db, groupId: number): (Row & { readonly unit_id: number })[] {
  return db
    .prepare('select code, unit_id, from_on, to_on from guidance_unit where group_id = ? order by from_on, code')
    .all(groupId) as (Row & { readonly unit_id: number })[];
}

/** Units keep a group open. */
export function unitsStillIn(db: Db, groupId: number, on: Day): (Text & { hint: Text }) | undefined {
  const open = db
    .prepare('select count(*) from guidance_unit where group_id = ? and to_on > ?')
    .pluck()
    .get(groupId, on) as number;
  if (open === 0) return undefined;
  return {
    zh: `这个指导组那时还有 ${open} 个机构`,
    en: `The group still has ${counted(open, 'unit')} then`,
    hint: { zh: '先停用：tiaochu guidance-unit close', en: 'Close them first: tiaochu guidance-unit close' },
  };
}
