import { outcomesOf } from '../../assessment/results/store.ts';
import { ANNUAL } from '../../assessment/scheme/scheme.ts';
import { schemesOn } from '../../assessment/scheme/store.ts';
import { annualOf, placesOf } from '../../assessment/scoring/points.ts';
import { asQuarter, type Quarter, quarterAround, quartersOf, quartersSince } from '../../assessment/scoring/quarter.ts';
import { type AssessmentSheet, sheetOf, uncountedIn } from '../../assessment/scoring/sheet.ts';
import { subjectsOn } from '../../assessment/scoring/subjects.ts';
import { ENTRY_COLUMNS, entryRow, frozenText } from '../../assessment/views.ts';
import { command } from '../../cli/command.ts';
import { periodParams } from '../../cli/places.ts';
import type { Day } from '../../kernel/day.ts';
import { misuse } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';
import { type Column, column, type Row, type Table } from '../../kernel/view.ts';
import type { Zone } from '../../kernel/zone.ts';
import { campaignStart } from '../../ledger/campaign.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { loadTree } from '../../units/store.ts';
import { explainParam, explanationOf } from '../explain.ts';
import { scorecardFigures } from './figures.ts';

const FIRST = [column('unit_code', '单位代码', 'Unit code'), column('unit', '单位', 'Unit')] as const;
const LAST = [column('total', '总分', 'Total', 'integer'), column('rank', '名次', 'Rank', 'integer')] as const;
const RULE: Text = {
  zh: '每个乡镇一行，没有工作的也列；指导组单独指导的社区（村）另成一行，不再算在乡镇里；没有可算的（分母为 0）不扣分，这样的分列在「无可算」；各项怎么算见 assessment list，数字由哪些记录得来见 report coverage、petitions、resolution、overdue 的 --explain 和 meeting list',
  en: 'A row for each township, also without work; communities (villages) that a guidance group has to itself stand in a row of their own and not in their township’s. Where there is nothing to count (a whole of 0), no points are lost: "Uncounted" says how many of the total those are. assessment list has the rules; --explain of report coverage, petitions, resolution and overdue, and meeting list, have the records.',
};

export const scorecard = command({
  name: 'scorecard',
  zh: '评分',
  summary: {
    zh: '季度、年度评分：各单位各项得分、总分、名次',
    en: 'points of each unit by indicator, with total and rank',
  },
  example: 'report scorecard --quarter 2023-Q3',
  access: 'read',
  params: { quarter: periodParams.quarter, year: periodParams.year, explain: explainParam },
  run: ({ db, today, zone }, { quarter, year, explain }) => {
    if (quarter !== undefined && year !== undefined)
      misuse({ zh: '--quarter 与 --year 只能写一个', en: 'Name a quarter or a year, not both' });
    const sheets =
      year === undefined
        ? [sheetOf(db, scorecardFigures, quarter === undefined ? quarterAround(today) : asQuarter(quarter))]
        : begunQuarters(db, year, today);
    if (explain !== undefined) return { view: explained(sheets, explain) };
    const table = year === undefined ? quarterly(sheets, zone) : annual(db, year, sheets);
    const asked = year === undefined ? sheets.map(sheet => sheet.quarter) : quartersOf(year);
    const view = { ...table, notes: [...(table.notes ?? []), ...earlyText(asked, campaignStart(db))] };
    return { view, counts: { shown: (view.rows as Row[]).length } };
  },
});

/** The quarters of a year that have begun and have a scheme, none from before the campaign, all for the units of the last of them. */
function begunQuarters(db: Db, year: string, today: Day): AssessmentSheet[] {
  const begun = quartersSince(quartersOf(year), campaignStart(db)).filter(
    quarter => quarter.from <= today && schemesOn(db, quarter.to).length > 0,
  );
  const tree = loadTree(db, begun.at(-1)?.to ?? today);
  return begun.map(quarter => sheetOf(db, scorecardFigures, quarter, tree));
}

/** Names the quarters that lie before the campaign: nothing was demanded in them. */
function earlyText(quarters: readonly Quarter[], start: Day | undefined): Text[] {
  const counting = quartersSince(quarters, start);
  const early = quarters.filter(one => !counting.includes(one)).map(one => one.name);
  if (early.length === 0) return [];
  return [
    {
      zh: `行动自 ${start} 启动，${early.join('、')} 在此之前，不计入年度得分`,
      en: `The campaign starts on ${start}: ${early.join(', ')} ${early.length === 1 ? 'lies' : 'lie'} before it and ${early.length === 1 ? 'does' : 'do'} not count in the year.`,
    },
  ];
}

function quarterly([sheet]: readonly AssessmentSheet[], zone: Zone): Table {
  if (!sheet) return { shape: 'table', columns: [...FIRST, ...LAST], rows: [] };
  const { quarter, scheme, indicators, lines, frozenAt } = sheet;
  const frozen = frozenText(frozenAt, zone);
  const places = placesOf(lines.map(line => line.total));
  return {
    shape: 'table',
    title: { zh: `考核评分（${quarter.name}）`, en: `Scorecard (${quarter.name})` },
    columns: [
      ...FIRST,
      ...indicators.map(
        (one): Column => ({
          key: one.code,
          title: { zh: `${one.name_zh} ${one.weight}`, en: `${capital(one.name_en)} ${one.weight}` },
          kind: 'integer',
          detail: true,
        }),
      ),
      column('uncounted', '无可算', 'Uncounted', 'integer'),
      ...LAST,
    ],
    rows: lines.map((line, i) => ({
      unit_code: line.code,
      unit: line.name,
      ...Object.fromEntries(line.entries.map(entry => [entry.indicator.code, entry.score])),
      uncounted: uncountedIn(line.entries),
      total: line.total,
      rank: places[i],
    })),
    notes: [
      {
        zh: `方案 ${scheme.code} ${scheme.name}；${frozen.zh}`,
        en: `Scheme ${scheme.code}. ${frozen.en}.`,
      },
      RULE,
    ],
  };
}

function annual(db: Db, year: string, sheets: readonly AssessmentSheet[]): Table {
  const subjects = subjectsOn(db, loadTree(db, sheets.at(-1)?.quarter.to ?? `${year}-12-31`));
  // What was frozen under a group that is one township belongs to that township's year.
  const subjectOf = (code: string) => subjects.find(one => one.alias.includes(code));
  const codeOf = (code: string) => subjectOf(code)?.code ?? code;
  const names = new Map(
    sheets.flatMap(sheet =>
      sheet.lines.map(line => [codeOf(line.code), subjectOf(line.code)?.name ?? line.name] as const),
    ),
  );
  const outcomes = outcomesOf(db, year);
  const rows = [...names].sort().map(([code, name]) => {
    const totals = sheets.map(sheet => sheet.lines.find(line => codeOf(line.code) === code)?.total);
    const quarters = sheets.map(({ quarter }, i) => [quarter.name.slice(5).toLowerCase(), totals[i]] as const);
    return {
      unit_code: code,
      unit: name,
      ...Object.fromEntries(quarters),
      total: annualOf(totals.filter(total => total !== undefined)),
      outcome: outcomes
        .filter(one => codeOf(one.subject_code) === code)
        .map(one => one.text)
        .join('；'),
    };
  });
  const places = placesOf(rows.map(row => row.total));
  const frozen = sheets.filter(sheet => sheet.frozenAt !== null).map(sheet => sheet.quarter.name);
  return {
    shape: 'table',
    title: { zh: `年度考核评分（${year}）`, en: `Annual scorecard (${year})` },
    columns: [
      ...FIRST,
      ...['q1', 'q2', 'q3', 'q4'].map((key, i) => column(key, `${SEASONS[i]}季度`, key.toUpperCase(), 'integer')),
      ...LAST,
      column('outcome', '结果运用', 'Outcome'),
    ],
    rows: rows.map((row, i) => ({ ...row, rank: places[i] })),
    notes: [
      {
        zh: `${sheets[0] ? ANNUAL[sheets[0].scheme.annual].zh : ''}（已经开始的季度，单位按最后一个季度）；已冻结：${frozen.join('、') || '无'}，其余按台账现状计算；结果运用由人登记，程序不自动奖惩`,
        en: `${sheets[0] ? ANNUAL[sheets[0].scheme.annual].en : ''} Counted are the quarters that have begun, units as in the last of them. Frozen: ${frozen.join(', ') || 'none'}; the others are computed from the ledger as it stands. Outcomes are entered by people; nothing follows by itself.`,
      },
      RULE,
    ],
  };
}

const SEASONS = ['一', '二', '三', '四'];

/** How the points of one indicator come about, unit by unit. */
function explained(sheets: readonly AssessmentSheet[], wanted: string): Table {
  const known = new Map(sheets.flatMap(sheet => sheet.indicators.map(one => [one.code, one] as const)));
  const indicator = explanationOf(Object.fromEntries(known), wanted);
  return {
    shape: 'table',
    title: { zh: `「${indicator.name_zh}」的得分怎么来的`, en: `How the points for ${indicator.name_en} come about` },
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

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
