import type { Selectable } from 'kysely';
import { withTermOn } from '../households/term-store.ts';
import type { Day } from '../kernel/day.ts';
import { notFound } from '../kernel/failure.ts';
import type { Noun } from '../kernel/text.ts';
import { changeRow, changesBetween, type Stamp } from '../ledger/events.ts';
import { row, rows, selectFrom, value } from '../ledger/query.ts';
import type { NeedTable } from '../ledger/schema/needs.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Referent } from '../register/simple-record.ts';
import { loadTree } from '../units/store.ts';

type Need = Selectable<NeedTable>;

/** Visits, by the numbers that the ledger gave them. */
export const VISITS: Referent = {
  all: `select id, id as code, '0001-01-01' as from_on, '9999-12-31' as to_on from visit`,
  code: 'cast(% as text)',
};

/** Departments by their codes, or by their names, which are as short to write. */
export const DEPARTMENTS: Referent = {
  all: `select id, code, '0001-01-01' as from_on, '9999-12-31' as to_on from department
    union all select id, name, '0001-01-01', '9999-12-31' from department where name not in (select code from department)`,
  code: '(select code from department where id = %)',
};

/** To which household a visit was, and when. */
export function visitMade(db: Db, id: number): { readonly household: number; readonly visited_on: Day } | undefined {
  return row(db, selectFrom('visit').select(['household_id as household', 'visited_on']).where('id', '=', id));
}

/** The code of the village in which a household is on a day. */
export function villageOf(db: Db, householdCode: string, day: Day): string | undefined {
  const unit = value(db, withTermOn(day).select('t.unit_id').where('h.code', '=', householdCode));
  return unit === undefined ? undefined : loadTree(db, day).units.get(unit)?.code;
}

const OWNER: Noun = { zh: '承办单位（人）', en: 'owners', one: 'owner', list: 'department list' };

/** The code of a department, a cadre or an agent, by its code or, for a department, by its name. */
export function ownerCoded(db: Db, text: string): string {
  const found =
    value(
      db,
      selectFrom('department')
        .select('code')
        .where(eb => eb.or([eb('code', '=', text), eb('name', '=', text)])),
    ) ??
    value(db, selectFrom('cadre').select('code').where('code', '=', text)) ??
    value(db, selectFrom('agent').select('code').where('code', '=', text));
  return found ?? notFound(OWNER, text);
}

/** The names of departments by their codes. */
export function departmentNames(db: Db): Map<string, string> {
  return new Map(rows(db, selectFrom('department').select(['code', 'name'])).map(({ code, name }) => [code, name]));
}

export function needCoded(db: Db, code: string): Need | undefined {
  return row(db, selectFrom('need').selectAll().where('code', '=', code));
}

/** How a need was closed: with its result, and with what the household said when it was informed. */
type Closing = Pick<Need, 'result' | 'feedback_on' | 'satisfaction'>;

export function closeNeed(db: Db, need: Need, closing: Closing, stamp: Stamp): void {
  changeRow(db, { table: 'need', noun: 'need' }, need.id, changesBetween(need, closing), stamp);
}
