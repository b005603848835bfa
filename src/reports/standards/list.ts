import { mapped } from '../../kernel/mapped.ts';
import { remembered } from '../../kernel/remembered.ts';
import { type Column, column, type Row } from '../../kernel/view.ts';
import { standardText } from '../../standards/text.ts';
import { activeOn } from '../days.ts';
import { type Scope, unitCells } from '../scope.ts';
import type { Wanted } from '../visiting-list.ts';
import { type JudgedHousehold, judgedHouseholds } from './figures.ts';

/** What a household's standard asked for, and what was made of it. */
const STANDARD = [
  column('standard', '走访标准', 'Standard'),
  column('due', '应入户', 'Due', 'integer'),
  column('made', '已入户', 'Made', 'integer'),
] as const;

export const HOUSEHOLD_COLUMNS: readonly Column[] = [
  column('household_code', '户编号', 'Household', 'code'),
  column('head_name', '户主', 'Head', 'name'),
  column('unit_code', '村代码', 'Unit code', 'code'),
  column('unit', '村（社区）', 'Unit', 'label'),
  column('pair_code', '结对编号', 'Pair', 'code'),
  column('responsible', '包户干部', 'Responsible', 'code'),
  ...STANDARD,
  column('last_visit_on', '最近入户', 'Last home visit', 'day'),
];

/** Whether a household fell behind its standard. */
export const isBelow = ({ due, made }: JudgedHousehold) => made < due;

/** Households with those who look after them, in order of their codes; they are read one by one, since few are listed of many. */
export function* householdRows(
  { db, period, today, ...scope }: Scope,
  wanted: (household: JudgedHousehold) => boolean,
): Generator<Row> {
  const look = db.prepare(
    `select h.code as household_code, h.head_name, p.code as pair_code, c.code as responsible,
       (select max(v.visited_on) from visit v where v.household_id = h.id and v.visited_on <= @to and v.mode = 'home')
         as last_visit_on
     from household h left join assignment a on a.household_id = h.id and ${activeOn('a', '@to')}
     left join pair p on p.id = a.pair_id left join cadre c on c.id = a.responsible_id where h.id = @id`,
  );
  const found = [...judgedHouseholds(db, period, today, scope.within)].filter(wanted);
  const cells = standardCells();
  for (const household of found) {
    const row = look.get({ id: household.id, to: period.to }) as Row;
    yield { ...row, ...unitCells(scope, household.unit_id), ...cells(household) };
  }
}

/** The cells of `STANDARD`; each standard is put into words once. */
function standardCells(): (household: JudgedHousehold) => Row {
  const textOf = remembered(standardText);
  return ({ standard, due, made }) => ({ standard: standard && textOf(standard), due, made });
}

/** The households that fell behind their standard, as a list to visit by. */
export function belowStandard(scope: Scope): Wanted {
  const { db, period, today, within } = scope;
  const below = new Map<number, JudgedHousehold>();
  const byUnit = new Map<number, number[]>();
  for (const household of judgedHouseholds(db, period, today, within)) {
    if (!isBelow(household)) continue;
    below.set(household.id, household);
    byUnit.set(household.unit_id, [...(byUnit.get(household.unit_id) ?? []), household.id]);
  }
  const cells = standardCells();
  return {
    which: 'select value from json_each(@households)',
    values: unit => (byUnit.has(unit) ? { households: JSON.stringify(byUnit.get(unit)) } : undefined),
    columns: STANDARD,
    cells: id => cells(mapped(below, id)),
  };
}
