import { command } from '../cli/command.ts';
import { periodParams, unitParam } from '../cli/places.ts';
import { type Period, periodOf, periodText } from '../kernel/period.ts';
import { column, type Row } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import { loadTree } from '../units/store.ts';
import { type UnitTree, unitsWithin } from '../units/tree.ts';
import { explainParam, explainsItself } from './explain.ts';

const COLUMNS = [
  column('household_code', '户编号', 'Household'),
  column('head_name', '户主', 'Head', 'name'),
  column('unit_code', '村代码', 'Unit code'),
  column('unit', '村（社区）', 'Unit'),
  column('pair_code', '结对编号', 'Pair'),
  column('responsible', '包户干部', 'Responsible'),
  column('last_visit_on', '最近入户', 'Last home visit', 'day'),
] as const;

export const missed = command({
  name: 'missed',
  zh: '未访',
  summary: { zh: '列出统计期内没有入户走访过的户', en: 'list the households without a home visit in the period' },
  example: 'report missed --quarter 2023-Q3 --unit 150722100',
  access: 'read',
  personal: true,
  params: { ...periodParams, unit: unitParam, explain: explainParam },
  run: ({ db, today }, input) => {
    explainsItself(COLUMNS, input.explain);
    const period = periodOf(input, today);
    const tree = loadTree(db, period.to);
    const within = unitsWithin(tree, input.unit);
    return {
      view: {
        shape: 'table',
        title: { zh: `未走访的户（${periodText(period).zh}）`, en: `Households missed (${periodText(period).en})` },
        columns: COLUMNS,
        rows: missedRows(db, tree, period, within),
        notes: [
          {
            zh: '统计期内任何一天在册、而期内没有一次入户走访的户；结对和包户干部按期末；最近入户截至期末',
            en: 'Active on any day of the period, without a home visit in it. Pair and responsible cadre as on its last day; last home visit up to that day.',
          },
        ],
      },
    };
  },
});

/** Row by row from the database: a county that has just begun has a hundred thousand of them. */
function* missedRows(db: Db, tree: UnitTree, period: Period, within: ReadonlySet<number> | undefined): Generator<Row> {
  const query = db.prepare(
    `select h.code as household_code, h.head_name, h.unit_id, p.code as pair_code, c.code as responsible,
       (select max(visited_on) from visit v where v.household_id = h.id and v.visited_on <= @to and v.mode = 'home') as last_visit_on
     from household h
     left join assignment a on a.household_id = h.id and a.from_on <= @to and a.to_on > @to
     left join pair p on p.id = a.pair_id
     left join cadre c on c.id = a.responsible_id
     where h.from_on <= @to and h.to_on > @from and not exists (
       select 1 from visit v where v.household_id = h.id and v.visited_on >= @from and v.visited_on <= @to and v.mode = 'home')
     order by h.code`,
  );
  for (const row of query.iterate(period) as IterableIterator<Row & { readonly unit_id: number }>) {
    if (within && !within.has(row.unit_id)) continue;
    const unit = tree.units.get(row.unit_id);
    yield { ...row, unit_code: unit?.code, unit: unit?.name };
  }
}
