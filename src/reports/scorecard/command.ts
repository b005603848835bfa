import { schemesOn } from '../../assessment/scheme/store.ts';
import { asQuarter, type Quarter, quarterAround, quartersOf, quartersSince } from '../../assessment/scoring/quarter.ts';
import { type AssessmentSheet, sheetOf } from '../../assessment/scoring/sheet.ts';
import { ENTRY_COLUMNS, entryRow } from '../../assessment/views.ts';
import { type Context, unnamed } from '../../cli/command.ts';
import { periodParams } from '../../cli/places.ts';
import type { Day } from '../../kernel/day.ts';
import { misuse } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';
import { column, type Row, type Table } from '../../kernel/view.ts';
import { campaignStart } from '../../ledger/campaign.ts';
import { loadTree } from '../../units/store.ts';
import { explainParam, explanationOf } from '../explain.ts';
import { scorecardFigures } from './figures.ts';
import { annual, FIRST, quarterly, RULE } from './tables.ts';

export const scorecard = unnamed({
  summary: {
    zh: '季度、年度评分：各单位各项得分、总分、名次',
    en: 'points of each unit by indicator, with total and rank',
  },
  example: 'report scorecard --quarter 2023-Q3',
  access: 'read',
  params: { quarter: periodParams.quarter, year: periodParams.year, explain: explainParam },
  run: (context, { quarter, year, explain }) => {
    if (quarter !== undefined && year !== undefined)
      misuse({ zh: '--quarter 与 --year 只能写一个', en: 'Name a quarter or a year, not both' });
    const sheets = year === undefined ? [quarterSheet(context, quarter)] : quarterSheets(context, year);
    if (explain !== undefined) return { view: explained(sheets, explain) };
    const table = year === undefined ? quarterly(sheets, context.zone) : annual(context.db, year, sheets);
    const quarters = year === undefined ? sheets.map(sheet => sheet.quarter) : quartersOf(year);
    const notes = [...(table.notes ?? []), ...earlyText(quarters, campaignStart(context.db))];
    return { view: { ...table, notes }, counts: { shown: (table.rows as Row[]).length } };
  },
});

/** A quarter's sheet, by default that of today. */
export function quarterSheet(
  { db, today }: Pick<Context, 'db' | 'today'>,
  quarter: string | undefined,
): AssessmentSheet {
  return sheetOf(db, scorecardFigures(today), quarter === undefined ? quarterAround(today) : asQuarter(quarter));
}

/** The quarters of a year that have begun and have a scheme, none from before the campaign, all for the units of the last of them. */
export function quarterSheets({ db, today }: Pick<Context, 'db' | 'today'>, year: string): AssessmentSheet[] {
  const begun = quartersSince(quartersOf(year), campaignStart(db)).filter(
    quarter => quarter.from <= today && schemesOn(db, quarter.to).length > 0,
  );
  const tree = loadTree(db, begun.at(-1)?.to ?? today);
  return begun.map(quarter => sheetOf(db, scorecardFigures(today), quarter, tree));
}

/** Names the quarters that lie before the campaign: nothing was demanded in them. */
function earlyText(quarters: readonly Quarter[], start: Day | undefined): Text[] {
  const counting = quartersSince(quarters, start);
  const early = quarters.filter(quarter => !counting.includes(quarter)).map(({ name }) => name);
  const zh = `行动自 ${start} 启动，${early.join('、')} 在此之前，不计入年度得分`;
  const en = `The campaign starts on ${start}: earlier quarters (${early.join(', ')}) do not count in the year.`;
  return early.length === 0 ? [] : [{ zh, en }];
}

/** What the points of one indicator were given for, unit by unit. */
function explained(sheets: readonly AssessmentSheet[], wanted: string): Table {
  const indicators = sheets.flatMap(sheet => sheet.indicators).map(indicator => [indicator.code, indicator] as const);
  const indicator = explanationOf(Object.fromEntries(indicators), wanted);
  return {
    shape: 'table',
    title: { zh: `「${indicator.name_zh}」的得分依据`, en: `Points for ${indicator.name_en}, unit by unit` },
    columns: [...FIRST, column('quarter', '季度', 'Quarter'), ...ENTRY_COLUMNS],
    rows: sheets.flatMap(({ quarter, lines }) =>
      lines.flatMap(line =>
        line.entries
          .filter(entry => entry.indicator.code === wanted)
          .map(entry => ({ unit_code: line.code, unit: line.name, quarter: quarter.name, ...entryRow(entry) })),
      ),
    ),
    notes: [RULE],
  };
}
