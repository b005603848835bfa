import type { Day } from '../../kernel/day.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { loadTree } from '../../units/store.ts';
import { assignmentSpans, householdSpans, visitDays } from './coverage.ts';
import { categoryNames, ratings, stayStates } from './disputes.ts';
import { happeningDays, rosterSpans } from './headline.ts';
import { petitionStates } from './petitions.ts';
import { sheetEntries, sheetTotals } from './scorecard.ts';
import type { FactRow, FactTable } from './tables.ts';

/** The facts of a county: table by table, row by row as they are read. */
export interface CountyFacts {
  /** Its code. */
  readonly county: string;
  rows<T extends FactTable>(table: T): Iterable<FactRow<T>>;
}

type Sources = { readonly [T in FactTable]: (db: Db, today: Day) => Iterable<FactRow<T>> };

const SOURCES: Sources = {
  county_name: (db, today) => [{ name: bannerOf(db, today).name }],
  household_span: householdSpans,
  assignment_span: assignmentSpans,
  visit_day: visitDays,
  category_name: categoryNames,
  stay_state: stayStates,
  rating: ratings,
  petition_state: petitionStates,
  roster_span: rosterSpans,
  happening_day: happeningDays,
  sheet_entry: sheetEntries,
  sheet_total: sheetTotals,
};

/** The facts of an open county ledger. `today` decides which quarters have begun and what the county is called now. */
export function factsOf(db: Db, today: Day): CountyFacts {
  return { county: bannerOf(db, today).code, rows: table => SOURCES[table](db, today) };
}

/** The county itself, by its present code and name. */
function bannerOf(db: Db, today: Day) {
  const [banner] = loadTree(db, today).children.get(null) ?? [];
  if (!banner) throw new Error('the ledger has no banner');
  return banner;
}
