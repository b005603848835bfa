import { quarterAround, quartersOf } from '../../assessment/scoring/quarter.ts';
import type { AssessmentSheet } from '../../assessment/scoring/sheet.ts';
import { spreadTotal, uncountedIn } from '../../assessment/scoring/spreading.ts';
import type { Day } from '../../kernel/day.ts';
import { Failure } from '../../kernel/failure.ts';
import { campaignStart } from '../../ledger/campaign.ts';
import { selectFrom, value } from '../../ledger/query.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { quarterSheet, quarterSheets } from '../../reports/scorecard/command.ts';
import { annualRows } from '../../reports/scorecard/tables.ts';
import type { FactRow } from './tables.ts';

/** The entries of every sheet that the county's own scorecard has, summed over its assessed units. */
export function sheetEntries({ sheets: all }: SheetsOfCounty): FactRow<'sheet_entry'>[] {
  return all.flatMap(({ name, sheets }) => sheets.flatMap(sheet => entriesOf(name, sheet)));
}

/** The totals of every sheet, and those of the years. */
export function* sheetTotals({ db, sheets: all }: SheetsOfCounty): Generator<FactRow<'sheet_total'>> {
  for (const { name, sheets, isYear } of all) {
    for (const sheet of sheets) yield totalsOf(name, sheet);
    if (!isYear) continue;
    const rows = annualRows(db, name, sheets);
    const totals = rows.flatMap(({ total }) => total ?? []);
    const spread = rows.flatMap(({ spread_total }) => spread_total ?? []);
    const points = { points: hundredths(totals), spread_points: hundredths(spread) };
    yield {
      sheet: name,
      quarter: '',
      subjects: totals.length,
      uncounted: 0,
      spread_subjects: spread.length,
      ...points,
    };
  }
}

interface Sheets {
  readonly name: string;
  readonly sheets: readonly AssessmentSheet[];
  readonly isYear: boolean;
}

/** The sheets of a county's ledger. */
interface SheetsOfCounty {
  readonly db: Db;
  readonly sheets: readonly Sheets[];
}

/** The sheets of each quarter and of each year that has begun; none where the county's own report refuses. */
export function sheetsOf(db: Db, today: Day): Sheets[] {
  const context = { db, today };
  return yearsOf(db, today)
    .flatMap(year => {
      const quarters = quartersOf(year).filter(({ from }) => from <= today);
      const single = quarters.map(({ name }) => ({
        name,
        isYear: false,
        sheets: unlessRefused(() => [quarterSheet(context, name)]),
      }));
      return [...single, { name: year, isYear: true, sheets: unlessRefused(() => quarterSheets(context, year)) }];
    })
    .filter(({ sheets }) => sheets.length > 0);
}

/** The years since the campaign began, without one since the first record. */
function yearsOf(db: Db, today: Day): string[] {
  const first =
    [
      campaignStart(db),
      value(
        db,
        selectFrom('visit').select(({ fn }) => fn.min('visited_on').as('day')),
      ),
      value(
        db,
        selectFrom('cases').select(({ fn }) => fn.min('registered_on').as('day')),
      ),
      quarterAround(today).from,
    ]
      .flatMap(day => day ?? [])
      .sort()[0] ?? today;
  const [from, to] = [first, today].map(day => Number(day.slice(0, 4))) as [number, number];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => String(from + i));
}

function unlessRefused(sheets: () => AssessmentSheet[]): AssessmentSheet[] {
  try {
    return sheets();
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}

function entriesOf(sheet: string, { quarter, indicators, lines }: AssessmentSheet): FactRow<'sheet_entry'>[] {
  return indicators.map(({ code, name_zh, name_en, source }, place) => {
    const own = lines.flatMap(({ entries }) => entries.filter(({ indicator }) => indicator.code === code));
    const isRate = own.some(({ figure }) => figure.whole !== null);
    const sum = (of: (entry: (typeof own)[number]) => number | null) =>
      own.reduce((all, entry) => all + (of(entry) ?? 0), 0);
    return {
      ...{ sheet, quarter: quarter.name, place, indicator: code, name_zh, name_en, source, subjects: own.length },
      points: hundredths(own.map(({ score }) => score)),
      part: source === 'manual' ? 0 : sum(({ figure }) => (isRate ? figure.part : figure.value)),
      whole: sum(({ figure }) => figure.whole),
    };
  });
}

function totalsOf(sheet: string, { quarter, lines }: AssessmentSheet): FactRow<'sheet_total'> {
  const spread = lines.flatMap(({ entries }) => spreadTotal(entries) ?? []);
  return {
    ...{ sheet, quarter: quarter.name, subjects: lines.length },
    points: hundredths(lines.map(({ total }) => total)),
    uncounted: hundredths(lines.map(({ entries }) => uncountedIn(entries))),
    spread_subjects: spread.length,
    spread_points: hundredths(spread),
  };
}

/** Points have two places. */
function hundredths(points: readonly number[]): number {
  return points.reduce((sum, each) => sum + Math.round(each * 100), 0);
}
