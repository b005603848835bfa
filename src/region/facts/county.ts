import type { Day } from '../../kernel/day.ts';
import { once } from '../../kernel/once.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { loadTree } from '../../units/store.ts';
import { assignmentSpans, householdSpans, visitDays } from './coverage.ts';
import { categoryNames, ratings, stayStates } from './disputes.ts';
import { happeningDays, rosterSpans } from './headline.ts';
import { petitionStates } from './petitions.ts';
import { sheetEntries, sheetsOf, sheetTotals } from './scorecard.ts';
import type { FactRow, FactTable } from './tables.ts';

/** The facts of a county: table by table, row by row as they are read. */
export interface CountyFacts {
  /** Its code. */
  readonly county: string;
  rows<T extends FactTable>(table: T): Iterable<FactRow<T>>;
}

type Source<T extends FactTable> = () => Iterable<FactRow<T>>;

/** The facts of an open county ledger. `today` decides which quarters have begun and what the county is called now. */
export function factsOf(db: Db, today: Day): CountyFacts {
  const sources: { readonly [T in FactTable]: Source<T> } = {
    county_name: () => [{ name: bannerOf(db, today).name }],
    household_span: () => householdSpans(db),
    assignment_span: () => assignmentSpans(db),
    visit_day: () => visitDays(db),
    category_name: () => categoryNames(db),
    stay_state: () => stayStates(db),
    rating: () => ratings(db),
    petition_state: () => petitionStates(db),
    roster_span: () => rosterSpans(db),
    happening_day: () => happeningDays(db),
    sheet_entry: () => sheetEntries({ db, sheets: sheets() }),
    sheet_total: () => sheetTotals({ db, sheets: sheets() }),
  };
  // Both tables are made of the same sheets, which take the longest.
  const sheets = once(() => sheetsOf(db, today));
  const rows = <T extends FactTable>(table: T) => (sources[table] as Source<T>)();
  return { county: bannerOf(db, today).code, rows };
}

/** The county itself, by its present code and name. */
function bannerOf(db: Db, today: Day) {
  const [banner] = loadTree(db, today).children.get(null) ?? [];
  if (!banner) throw new Error('the ledger has no banner');
  return banner;
}
