import type { Period } from '../../kernel/period.ts';
import { type Column, column, type Row, type Table } from '../../kernel/view.ts';
import type { Db } from '../../ledger/sqlite.ts';
import type { UnitTree } from '../../units/tree.ts';
import { explainer } from '../explain.ts';

const VISITED = `exists (select 1 from visit v where v.household_id = h.id and v.visited_on >= @from
  and v.visited_on <= @to and v.mode = 'home')`;

const HOUSEHOLDS = (condition: string) => `
  select h.code as household_code, h.head_name, h.unit_id, p.code as pair_code, c.code as responsible, ${VISITED} as visited
  from household h
  left join assignment a on a.household_id = h.id and a.from_on <= @to and a.to_on > @to
  left join pair p on p.id = a.pair_id left join cadre c on c.id = a.responsible_id
  where ${condition} order by h.code`;
const ACTIVE = 'h.from_on <= @to and h.to_on > @from';

/** A visit counts where the household is; with a stand-in's, the pair that went is shown. */
const VISITS = (mode: string) => `
  select v.id as visit, v.visited_on, h.code as household_code, h.head_name, h.unit_id, p.code as pair_code, v.substitute
  from visit v join household h on h.id = v.household_id join pair p on p.id = v.pair_id
  where v.visited_on >= @from and v.visited_on <= @to and v.mode = '${mode}' order by v.visited_on, v.id`;

const FIRST: readonly Column[] = [column('unit_code', '机构代码', 'Unit code'), column('unit', '村（社区）', 'Unit')];
const HOUSEHOLD_COLUMNS: readonly Column[] = [
  ...FIRST,
  column('household_code', '户编号', 'Household'),
  column('head_name', '户主', 'Head', 'name'),
  column('pair_code', '结对编号', 'Pair'),
  column('responsible', '包户干部', 'Responsible'),
  column('visited', '已访', 'Visited', 'flag'),
];
const VISIT_COLUMNS: readonly Column[] = [
  ...FIRST,
  column('visit', '走访号', 'Visit'),
  column('visited_on', '走访日期', 'Day', 'day'),
  column('household_code', '户编号', 'Household'),
  column('head_name', '户主', 'Head', 'name'),
  column('pair_code', '结对编号', 'Pair'),
  column('substitute', '代访', 'Stand-in', 'flag'),
];

/** The query that lists what a column of the coverage table counts. */
const EXPLAINED: Readonly<Record<string, { readonly sql: string; readonly columns: readonly Column[] }>> = {
  households: { sql: HOUSEHOLDS(ACTIVE), columns: HOUSEHOLD_COLUMNS },
  assigned: { sql: HOUSEHOLDS('a.id is not null'), columns: HOUSEHOLD_COLUMNS },
  visited: { sql: HOUSEHOLDS(`${ACTIVE} and ${VISITED}`), columns: HOUSEHOLD_COLUMNS },
  coverage: { sql: HOUSEHOLDS(`${ACTIVE} and ${VISITED}`), columns: HOUSEHOLD_COLUMNS },
  missed: { sql: HOUSEHOLDS(`${ACTIVE} and not ${VISITED}`), columns: HOUSEHOLD_COLUMNS },
  visits: { sql: VISITS('home'), columns: VISIT_COLUMNS },
  phone: { sql: VISITS('phone'), columns: VISIT_COLUMNS },
  absent: { sql: VISITS('absent'), columns: VISIT_COLUMNS },
};

/** The households or visits behind a column of the coverage table, row by row from the database. */
export function explainedCoverage(
  db: Db,
  tree: UnitTree,
  period: Period,
  within: ReadonlySet<number> | undefined,
  wanted: string,
): Table {
  const { sql, columns } = explainer(EXPLAINED, wanted);
  function* rows(): Generator<Row> {
    for (const row of db.prepare(sql).iterate(period) as IterableIterator<Row & { readonly unit_id: number }>) {
      if (within && !within.has(row.unit_id)) continue;
      const unit = tree.units.get(row.unit_id);
      yield { ...row, unit_code: unit?.code, unit: unit?.name };
    }
  }
  return { shape: 'table', columns, rows: rows() };
}
