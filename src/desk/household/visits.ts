import type { Day } from '../../kernel/day.ts';
import type { Period } from '../../kernel/period.ts';
import { type Column, column, type Row, type Table } from '../../kernel/view.ts';
import { count, rows, selectFrom } from '../../ledger/query.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { partsOfHousehold } from '../../reports/standards/facts.ts';
import { nextText, standardText } from '../../standards/text.ts';
import { dutiesFrom, nextVisit } from '../../standards/visit-rules.ts';
import { MODES } from '../../visits/visit.ts';

/** As many of the last visits as a page shows. */
const SHOWN = 5;

export const VISIT_COLUMNS: readonly Column[] = [
  column('standard', '走访标准', 'Standard'),
  column('visits_this_year', '今年入户', 'Home visits this year', 'integer'),
  column('next_visit', '下次入户', 'Next visit'),
  column('next_visit_by', '最迟', 'Due by', 'day'),
];

/** How often a household is visited, by which standard, and when the next visit is due. */
export function visitCells(db: Db, household: number, today: Day): Row {
  const visitsIn = ({ from, to }: Period) =>
    count(
      db,
      selectFrom('visit')
        .where('household_id', '=', household)
        .where('visited_on', '>=', from)
        .where('visited_on', '<=', to)
        .where('mode', '=', 'home'),
    );
  const parts = partsOfHousehold(db, household);
  const standard = parts.find(({ from_on, to_on }) => from_on <= today && today < to_on)?.standard;
  const next = nextVisit(dutiesFrom(parts, today), visitsIn, today);
  return {
    standard: standard && standardText(standard),
    visits_this_year: visitsIn({ from: `${today.slice(0, 4)}-01-01`, to: today }),
    next_visit: next && nextText(next, today),
    next_visit_by: next?.by,
  };
}

/** The last visits to a household, calls and visits to nobody included. */
export function visitsTable(db: Db, household: number): Table {
  const last = selectFrom('visit as v')
    .innerJoin('pair as p', 'p.id', 'v.pair_id')
    .select(['v.id as visit', 'v.visited_on', 'v.mode', 'p.code as pair_code', 'v.substitute'])
    .where('v.household_id', '=', household)
    .orderBy('v.visited_on', 'desc')
    .orderBy('v.id', 'desc')
    .limit(SHOWN);
  return {
    shape: 'table',
    key: 'visits',
    title: { zh: `最近 ${SHOWN} 次走访`, en: `The last ${SHOWN} visits` },
    columns: [
      column('visit', '走访号', 'Visit'),
      column('visited_on', '走访日期', 'Day', 'day'),
      column('mode', '方式', 'Mode', 'word'),
      column('pair_code', '结对编号', 'Pair', 'code'),
      column('substitute', '代访', 'Stand-in', 'flag'),
    ],
    rows: rows(db, last).map(({ mode, ...visit }) => ({ ...visit, mode: MODES[mode] })),
  };
}
