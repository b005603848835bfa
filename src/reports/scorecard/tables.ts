import { outcomesOf } from '../../assessment/results/store.ts';
import { ANNUAL, type Indicator } from '../../assessment/scheme/scheme.ts';
import { annualOf, placesOf } from '../../assessment/scoring/points.ts';
import type { AssessmentSheet } from '../../assessment/scoring/sheet.ts';
import { spreadTotal, uncountedIn } from '../../assessment/scoring/spreading.ts';
import { subjectsOn } from '../../assessment/scoring/subjects.ts';
import { frozenText } from '../../assessment/views.ts';
import type { Text } from '../../kernel/text.ts';
import { type Column, column, type Table } from '../../kernel/view.ts';
import type { Zone } from '../../kernel/zone.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { loadTree } from '../../units/store.ts';

export const FIRST = [
  column('unit_code', '单位代码', 'Unit code', 'code'),
  column('unit', '单位', 'Unit', 'label'),
] as const;
export const LAST = [
  column('total', '总分', 'Total', 'integer'),
  column('rank', '名次', 'Rank', 'integer'),
  column('spread_total', '重分总分', 'Spread total', 'integer'),
  column('spread_rank', '重分名次', 'Spread rank', 'integer'),
] as const;
export const RULE: Text = {
  zh: '每个乡镇一行，没有工作的也列；指导组单独指导的社区（村）另成一行，不再算在乡镇里；无考核基数（分母为 0；没有信访的，重复信访也是）的不扣分，这样的分列在「无考核基数」；重分总分把这些分按权重分摊到该单位有基数的各项，没有工作不会因此排在前面，两种名次并列；各项计分办法见 tiaochu assessment list，数字由哪些记录得来见 tiaochu report coverage、tiaochu report petitions、tiaochu report resolution、tiaochu report overdue 的 --explain 和 tiaochu meeting list',
  en: 'A row for each township, also without work; communities (villages) that a guidance group has to itself have a row of their own and are not in their township’s. An indicator with nothing to count (a denominator of 0; without petitions repeat ones too) loses no points: "Uncounted" says how many of the total those are. The spread total spreads them over what can be counted of the unit, in proportion to the weights, so that nobody is first for having no work; both ranks stand side by side. assessment list has the rules; --explain of report coverage, petitions, resolution and overdue, and meeting list, have the records.',
};

export const UNCOUNTED = column('uncounted', '无考核基数', 'Uncounted', 'integer');

/** A quarter's points, indicator by indicator. */
export function quarterly([sheet]: readonly AssessmentSheet[], zone: Zone): Table {
  if (!sheet) return { shape: 'table', columns: [...FIRST, ...LAST], rows: [] };
  const { quarter, scheme, indicators, lines, frozenAt } = sheet;
  const places = placesOf(lines.map(line => line.total));
  const spread = lines.map(line => spreadTotal(line.entries));
  const spreadPlaces = placesOf(spread);
  const frozen = frozenText(frozenAt, zone);
  return {
    shape: 'table',
    title: { zh: `考核评分（${quarter.name}）`, en: `Scorecard (${quarter.name})` },
    columns: [...FIRST, ...indicators.map(pointsColumn), UNCOUNTED, ...LAST],
    rows: lines.map(({ code, name, entries, total }, i) => ({
      unit_code: code,
      unit: name,
      ...Object.fromEntries(entries.map(entry => [entry.indicator.code, entry.score])),
      uncounted: uncountedIn(entries),
      total,
      rank: places[i],
      spread_total: spread[i],
      spread_rank: spreadPlaces[i],
    })),
    notes: [
      { zh: `方案 ${scheme.code} ${scheme.name}；${frozen.zh}`, en: `Scheme ${scheme.code}. ${frozen.en}.` },
      RULE,
    ],
  };
}

function pointsColumn({ code, name_zh, name_en, weight }: Indicator): Column {
  const en = name_en.charAt(0).toUpperCase() + name_en.slice(1);
  return { key: code, title: { zh: `${name_zh} ${weight}`, en: `${en} ${weight}` }, kind: 'integer', detail: true };
}

export const QUARTERS = [
  column('q1', '一季度', 'Q1', 'integer'),
  column('q2', '二季度', 'Q2', 'integer'),
  column('q3', '三季度', 'Q3', 'integer'),
  column('q4', '四季度', 'Q4', 'integer'),
] as const;

/** A year's points, quarter by quarter, with the outcomes that people entered. */
export function annual(db: Db, year: string, sheets: readonly AssessmentSheet[]): Table {
  const rows = annualRows(db, year, sheets);
  const places = placesOf(rows.map(row => row.total));
  const spreadPlaces = placesOf(rows.map(row => row.spread_total));
  return {
    shape: 'table',
    title: { zh: `年度考核评分（${year}）`, en: `Annual scorecard (${year})` },
    columns: [...FIRST, ...QUARTERS, ...LAST, column('outcome', '结果运用', 'Outcome')],
    rows: rows.map((row, i) => ({ ...row, rank: places[i], spread_rank: spreadPlaces[i] })),
    notes: [annualText(sheets), RULE],
  };
}

/** A year's points of each unit: the mean of its quarters'. */
export function annualRows(db: Db, year: string, sheets: readonly AssessmentSheet[]) {
  const subjects = subjectsOn(db, loadTree(db, sheets.at(-1)?.quarter.to ?? `${year}-12-31`));
  // What was frozen under a group that is one township belongs to that township's year.
  const subjectOf = (code: string) => subjects.find(subject => subject.alias.includes(code));
  const codeOf = (code: string) => subjectOf(code)?.code ?? code;
  const lines = sheets.flatMap(sheet => sheet.lines);
  const names = new Map(lines.map(({ code, name }) => [codeOf(code), subjectOf(code)?.name ?? name]));
  const outcomes = outcomesOf(db, year);
  return [...names].sort().map(([code, name]) => {
    const ofUnit = sheets.map(sheet => sheet.lines.find(line => codeOf(line.code) === code));
    const totals = ofUnit.map(line => line?.total);
    const spread = ofUnit.flatMap(line => (line ? (spreadTotal(line.entries) ?? []) : []));
    const quarters = sheets.map(({ quarter }, i) => [quarter.name.slice(5).toLowerCase(), totals[i]]);
    const own = outcomes.filter(outcome => codeOf(outcome.subject_code) === code);
    return {
      unit_code: code,
      unit: name,
      ...Object.fromEntries(quarters),
      total: annualOf(totals.filter(total => total !== undefined)),
      spread_total: annualOf(spread),
      outcome: own.map(({ text }) => text).join('；'),
    };
  });
}

function annualText(sheets: readonly AssessmentSheet[]): Text {
  const frozen = sheets.filter(sheet => sheet.frozenAt !== null).map(sheet => sheet.quarter.name);
  const rule = sheets[0] ? ANNUAL[sheets[0].scheme.annual] : { zh: '', en: '' };
  return {
    zh: `${rule.zh}（已经开始的季度，单位按最后一个季度）；已冻结：${frozen.join('、') || '无'}，其余按台账现状计算；结果运用由人登记，程序不自动奖惩`,
    en: `${rule.en} Counted are the quarters that have begun, units as in the last of them. Frozen: ${frozen.join(', ') || 'none'}; the others are computed from the ledger as it is now. Outcomes are entered by people; nothing follows by itself.`,
  };
}
