import { type Input, option } from '../cli/param.ts';
import { type Column, column, detail, type Row, type Table } from '../kernel/view.ts';
import { named } from '../naming/named-param.ts';
import { cadreCoded } from '../teams/cadre-store.ts';
import { pairCoded } from '../teams/pair-store.ts';
import { everyUnit } from '../units/tree.ts';
import { activeOn } from './days.ts';
import { includes, type Scope, unitCells } from './scope.ts';
import { loadVisitors, type Visitors } from './visitors.ts';

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

/** The households of a village that are listed, by hand, for speed: a county that has just begun lists a hundred thousand. */
const QUERY = (which: string) => `
  select h.id, h.code, h.head_name, h.phone, h.address, a.pair_id, a.responsible_id,
    (select max(v.visited_on) from visit v where v.household_id = h.id and v.visited_on <= @to and v.mode = 'home')
  from household h left join assignment a on a.household_id = h.id and ${activeOn('a', '@to')}
  where h.id in (${which})`;

/** A household as the query has it. */
type Found = readonly [
  id: number,
  code: string,
  head: string,
  phone: string,
  address: string,
  pair: number | null,
  responsible: number | null,
  lastVisit: string | null,
];

/** Which households of a village (`@unit`) are listed, in SQL, with what else the list shows of each. */
export interface Wanted {
  readonly which: string;
  /** More values for the query of a village, and whether there is anything to ask for. */
  readonly values?: (unit: number) => Readonly<Record<string, unknown>> | undefined;
  readonly columns?: readonly Column[];
  readonly cells?: (household: number) => Row;
}

/**
 * A list to visit by: households by village and pair, as assigned on the period's last day, with what it takes to find them.
 * A pair or a cadre that is not known is an error, not an empty list.
 */
export function visitingList(scope: Scope, { pair, cadre }: Input<typeof visitorParams>, wanted: Wanted) {
  if (pair !== undefined) pairCoded(scope.db, pair);
  if (cadre !== undefined) cadreCoded(scope.db, cadre);
  const isAsked = (visitors: Visitors | undefined) =>
    (pair === undefined || visitors?.pair_code === pair) &&
    (cadre === undefined || visitors?.cadres.includes(cadre) === true);
  return {
    columns: [...PAIR, ...HOUSEHOLD, ...(wanted.columns ?? []), LAST_VISIT],
    rows: rowsOf(scope, wanted, isAsked),
    groups: GROUPS,
  };
}

/** One village at a time, so that no more than its households are put in order at once, and rows can be read one by one. */
function* rowsOf(
  scope: Scope,
  { which, values, cells }: Wanted,
  isAsked: (visitors: Visitors | undefined) => boolean,
): Generator<Row> {
  const { cadres, pairs } = loadVisitors(scope.db);
  const query = scope.db.prepare(QUERY(which)).raw();
  for (const unit_id of unitsOf(scope)) {
    const more = values ? values(unit_id) : {};
    if (more === undefined) continue;
    const unit = unitCells(scope, unit_id);
    const found = (query.all({ ...scope.period, unit: unit_id, ...more }) as Found[])
      .map(household => ({ household, visitors: household[5] === null ? undefined : pairs.get(household[5]) }))
      .filter(({ visitors }) => isAsked(visitors));
    for (const { household, visitors } of found.sort(byPair)) {
      const [id, household_code, head_name, phone, address, , responsible, last_visit_on] = household;
      const row: Row = {
        household_code,
        head_name,
        phone,
        address,
        pair_code: visitors?.pair_code ?? null,
        name_a: visitors?.name_a ?? null,
        name_b: visitors?.name_b ?? null,
        responsible: responsible === null ? null : cadres.get(responsible)?.code,
        last_visit_on,
        unit_code: unit.unit_code,
        unit: unit.unit,
      };
      yield cells ? { ...row, ...cells(id) } : row;
    }
  }
}

/** A household, and who goes to it. */
interface Listed {
  readonly household: Found;
  readonly visitors: Visitors | undefined;
}

/** By pair, those of none last, and by household. */
function byPair(a: Listed, b: Listed): number {
  const order = (one: string, other: string) => (one < other ? -1 : Number(one > other));
  if (!a.visitors || !b.visitors) return a.visitors ? -1 : b.visitors ? 1 : order(a.household[1], b.household[1]);
  return order(a.visitors.pair_code, b.visitors.pair_code) || order(a.household[1], b.household[1]);
}

/** The units in the order of the tree; at the end those that had ended by the period's last day, whose households left with them. */
function unitsOf(scope: Scope): number[] {
  const present = everyUnit(scope.tree).map(({ unit_id }) => unit_id);
  const all = scope.db.prepare('select id from unit order by id').pluck().all() as number[];
  return [...new Set([...present, ...all])].filter(unit => includes(scope, unit));
}
