import { outcomesOf } from '../../assessment/results/store.ts';
import { ANNUAL } from '../../assessment/scheme/scheme.ts';
import { annualOf, placesOf } from '../../assessment/scoring/points.ts';
import type { AssessmentSheet } from '../../assessment/scoring/sheet.ts';
import { subjectsOn } from '../../assessment/scoring/subjects.ts';
import type { Text } from '../../kernel/text.ts';
import { column, type Table } from '../../kernel/view.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { loadTree } from '../../units/store.ts';
import { FIRST, LAST, RULE } from './quarterly.ts';

const QUARTERS = [
  column('q1', '一季度', 'Q1', 'integer'),
  column('q2', '二季度', 'Q2', 'integer'),
  column('q3', '三季度', 'Q3', 'integer'),
  column('q4', '四季度', 'Q4', 'integer'),
] as const;

/** A year's points, quarter by quarter, with the outcomes that people entered. */
export function annual(db: Db, year: string, sheets: readonly AssessmentSheet[]): Table {
  const rows = annualRows(db, year, sheets);
  const places = placesOf(rows.map(row => row.total));
  return {
    shape: 'table',
    title: { zh: `年度考核评分（${year}）`, en: `Annual scorecard (${year})` },
    columns: [...FIRST, ...QUARTERS, ...LAST, column('outcome', '结果运用', 'Outcome')],
    rows: rows.map((row, i) => ({ ...row, rank: places[i] })),
    notes: [annualText(sheets), RULE],
  };
}

function annualRows(db: Db, year: string, sheets: readonly AssessmentSheet[]) {
  const subjects = subjectsOn(db, loadTree(db, sheets.at(-1)?.quarter.to ?? `${year}-12-31`));
  // What was frozen under a group that is one township belongs to that township's year.
  const subjectOf = (code: string) => subjects.find(subject => subject.alias.includes(code));
  const codeOf = (code: string) => subjectOf(code)?.code ?? code;
  const lines = sheets.flatMap(sheet => sheet.lines);
  const names = new Map(lines.map(({ code, name }) => [codeOf(code), subjectOf(code)?.name ?? name]));
  const outcomes = outcomesOf(db, year);
  return [...names].sort().map(([code, name]) => {
    const totals = sheets.map(sheet => sheet.lines.find(line => codeOf(line.code) === code)?.total);
    const quarters = sheets.map(({ quarter }, i) => [quarter.name.slice(5).toLowerCase(), totals[i]]);
    const own = outcomes.filter(outcome => codeOf(outcome.subject_code) === code);
    return {
      unit_code: code,
      unit: name,
      ...Object.fromEntries(quarters),
      total: annualOf(totals.filter(total => total !== undefined)),
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
