import { type Input, option } from '../cli/param.ts';
import { type Column, column, detail, type Row, type Table } from '../kernel/view.ts';
import { named } from '../naming/named-param.ts';
import { cadreCoded } from '../teams/cadre-store.ts';
import { pairCoded } from '../teams/pair-store.ts';
import { everyUnit } from '../units/tree.ts';
import { activeOn } from './days.ts';
import { includes, type Scope, unitCells } from './scope.ts';

/** The options that narrow a visiting list to those who go. */
export const visitorParams = {
  pair: named(option('--pair <code>', { zh: '只列一个结对的户', en: 'only the households of this pair' }), 'pair'),
  cadre: named(
    option('--cadre <code>', {
      zh: '只列一名干部所在结对的户',
      en: 'only the households of this cadre’s pairs',
    }),
    'cadre',
  ),
} as const;

type Visitors = Input<typeof visitorParams>;

const PAIR: readonly Column[] = [
  column('unit_code', '村代码', 'Unit code', 'code'),
  column('unit', '村（社区）', 'Unit', 'label'),
  column('pair_code', '结对编号', 'Pair', 'code'),
  column('name_a', '干部一', 'First cadre', 'name'),
  column('name_b', '干部二', 'Second cadre', 'name'),
];

const HOUSEHOLD: readonly Column[] = [
  column('household_code', '户编号', 'Household', 'code'),
  column('head_name', '户主', 'Head', 'name'),
  column('phone', '电话', 'Phone', 'phone'),
  column('address', '地址', 'Address', 'address'),
  detail('responsible', '包户干部', 'Responsible', 'code'),
];

const LAST_VISIT = column('last_visit_on', '最近入户', 'Last home visit', 'day');

/** Drawn, the households of a pair are under its village, its code and its two cadres; those of no pair are under words that say so. */
const GROUPS: NonNullable<Table['groups']> = {
  columns: PAIR.map(({ key }) => key),
  heading: ({ unit_code, unit, pair_code, name_a, name_b }) =>
    pair_code
      ? { zh: `${unit}  ${pair_code}  ${name_a}、${name_b}`, en: `${unit}  ${pair_code}  ${name_a}, ${name_b}` }
      : { zh: `${unit}（${unit_code}）  未落实包户`, en: `${unit} (${unit_code})  unassigned` },
};

/** One village at a time, so that no more than its households are put in order at once, and rows can be read one by one. */
const QUERY = (which: string, filters: string) => `
  select h.id, h.code as household_code, h.head_name, h.phone, h.address, p.code as pair_code,
    first.name as name_a, second.name as name_b, c.code as responsible,
    (select max(v.visited_on) from visit v where v.household_id = h.id and v.visited_on <= @to and v.mode = 'home')
      as last_visit_on
  from household h
  left join assignment a on a.household_id = h.id and ${activeOn('a', '@to')} left join cadre c on c.id = a.responsible_id
  left join pair p on p.id = a.pair_id
  left join cadre first on first.id = p.cadre_a left join cadre second on second.id = p.cadre_b
  where h.id in (${which}) ${filters}
  order by p.code is null, p.code, h.code`;

/** Which households of a village (`@unit`) are listed, in SQL, with what else the list shows of each. */
export interface Wanted {
  readonly which: string;
  /** More values for the query of a village, and whether there is anything to ask for. */
  readonly values?: (unit: number) => Row | undefined;
  readonly columns?: readonly Column[];
  readonly cells?: (household: number) => Row;
}

/**
 * A list to visit by: households by village and pair, as assigned on the period's last day, with what it takes to find them.
 * A pair or a cadre that is not known is an error, not an empty list.
 */
export function visitingList(scope: Scope, { pair, cadre }: Visitors, wanted: Wanted) {
  if (pair !== undefined) pairCoded(scope.db, pair);
  if (cadre !== undefined) cadreCoded(scope.db, cadre);
  const filters = [
    ...(pair === undefined ? [] : ['and p.code = @pair']),
    ...(cadre === undefined ? [] : ['and @cadre in (first.code, second.code)']),
  ];
  return {
    columns: [...PAIR, ...HOUSEHOLD, ...(wanted.columns ?? []), LAST_VISIT],
    rows: rowsOf(scope, QUERY(wanted.which, filters.join(' ')), { pair, cadre }, wanted),
    groups: GROUPS,
  };
}

function* rowsOf(scope: Scope, sql: string, visitors: Visitors, { values, cells }: Wanted): Generator<Row> {
  const query = scope.db.prepare(sql);
  for (const unit_id of unitsOf(scope)) {
    const more = values ? values(unit_id) : {};
    if (more === undefined) continue;
    const unit = unitCells(scope, unit_id);
    const found = query.iterate({ ...scope.period, ...visitors, unit: unit_id, ...more });
    for (const row of found as IterableIterator<Row & { id: number }>) yield { ...row, ...unit, ...cells?.(row.id) };
  }
}

/** The units in the order of the tree; at the end those that had ended by the period's last day, whose households left with them. */
function unitsOf(scope: Scope): number[] {
  const present = everyUnit(scope.tree).map(({ unit_id }) => unit_id);
  const all = scope.db.prepare('select id from unit order by id').pluck().all() as number[];
  return [...new Set([...present, ...all])].filter(unit => includes(scope, unit));
}
