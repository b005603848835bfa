import { type Column, column, type Row } from '../../kernel/view.ts';
import { activeOn, countedTerm, IN_PERIOD } from '../days.ts';
import { explanationOf, type Records, titleOf } from '../explain.ts';
import { includes, type Scope, unitCells } from '../scope.ts';
import { COVERAGE_COLUMNS } from './figures.ts';

const VISITED = `exists (select 1 from visit v where v.household_id = h.id and v.visited_on ${IN_PERIOD} and v.mode = 'home')`;
const NOT_VISITED = `not ${VISITED}`;
const COUNTED = countedTerm('t');

/** Households with those who look after them on the period's last day; a hundred thousand in a county, read row by row. */
const householdsWhere = (condition: string) => `
  select h.code as household_code, h.head_name, t.unit_id, p.code as pair_code, c.code as responsible, ${VISITED} as visited
  from household h join household_term t on t.household_id = h.id and ${COUNTED} left join assignment a on a.household_id = h.id and ${activeOn('a', '@to')}
  left join pair p on p.id = a.pair_id left join cadre c on c.id = a.responsible_id
  where ${condition} order by h.code`;

/** A visit counts where the period counts the household; for a substitute visit, the pair that went is shown. */
const visitsBy = (mode: string) => `
  select v.id as visit, v.visited_on, h.code as household_code, h.head_name, t.unit_id, p.code as pair_code, v.substitute
  from visit v join household h on h.id = v.household_id
  join household_term t on t.household_id = v.household_id and ${COUNTED} join pair p on p.id = v.pair_id
  where v.visited_on ${IN_PERIOD} and v.mode = '${mode}' order by v.visited_on, v.id`;

const FIRST = [
  column('unit_code', '机构代码', 'Unit code', 'code'),
  column('unit', '村（社区）', 'Unit', 'label'),
] as const;
const HOUSEHOLD = [
  column('household_code', '户编号', 'Household', 'code'),
  column('head_name', '户主', 'Head', 'name'),
] as const;
const PAIR = column('pair_code', '结对编号', 'Pair', 'code');
const RESPONSIBLE = column('responsible', '包户干部', 'Responsible', 'code');
const HOUSEHOLDS = [...FIRST, ...HOUSEHOLD, PAIR, RESPONSIBLE, column('visited', '已访', 'Visited', 'flag')];
const VISITS = [
  ...FIRST,
  column('visit', '走访号', 'Visit'),
  column('visited_on', '走访日期', 'Day', 'day'),
  ...HOUSEHOLD,
  PAIR,
  column('substitute', '代访', 'Stand-in', 'flag'),
];

/** The query that lists what a column of the coverage table counts. */
const EXPLAINED: Readonly<Record<string, readonly [sql: string, columns: readonly Column[]]>> = {
  households: [householdsWhere('true'), HOUSEHOLDS],
  assigned: [householdsWhere('a.id is not null'), HOUSEHOLDS],
  visited: [householdsWhere(VISITED), HOUSEHOLDS],
  coverage: [householdsWhere(VISITED), HOUSEHOLDS],
  missed: [householdsWhere(NOT_VISITED), HOUSEHOLDS],
  visits: [visitsBy('home'), VISITS],
  phone: [visitsBy('phone'), VISITS],
  absent: [visitsBy('absent'), VISITS],
};

/** The households or visits behind a column of the coverage table. */
export function explainedCoverage(scope: Scope, wanted: string): Records {
  return { ...listed(scope, ...explanationOf(EXPLAINED, wanted)), title: titleOf(COVERAGE_COLUMNS, wanted) };
}

/** Row by row from the database: a county that has just begun has a hundred thousand of them. */
function listed(scope: Scope, sql: string, columns: readonly Column[]) {
  function* rows(): Generator<Row> {
    for (const row of scope.db.prepare(sql).iterate(scope.period) as IterableIterator<Row & { unit_id: number }>)
      if (includes(scope, row.unit_id)) yield { ...row, ...unitCells(scope, row.unit_id) };
  }
  return { columns, rows: rows() };
}
