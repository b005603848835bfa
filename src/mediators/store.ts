import type { Selectable } from 'kysely';
import type { Day } from '../kernel/day.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import type { MediatorTable } from '../ledger/schema/mediators.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { UnitTree } from '../units/tree.ts';
import type { Roster } from './roster-rules.ts';

type Mediator = Selectable<MediatorTable>;

const inOffice = (day: Day) =>
  selectFrom('mediator').selectAll().where('from_on', '<=', day).where('to_on', '>', day).orderBy('code');

/** The mediators of all committees who are in office on a day. */
export function mediatorsOn(db: Db, day: Day): Mediator[] {
  return rows(db, inOffice(day));
}

/** The roster of one unit's committee on a day; without mediators where the unit keeps none. */
export function rosterIn(db: Db, unitId: number, { units }: UnitTree, day: Day): Roster {
  const { name = '', code = '' } = units.get(unitId) ?? {};
  return { unit: name, unitCode: code, mediators: rows(db, inOffice(day).where('unit_id', '=', unitId)) };
}
