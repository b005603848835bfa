import type { Indicator } from '../../assessment/scheme/scheme.ts';
import { placesOf } from '../../assessment/scoring/points.ts';
import { type AssessmentSheet, uncountedIn } from '../../assessment/scoring/sheet.ts';
import { frozenText } from '../../assessment/views.ts';
import type { Text } from '../../kernel/text.ts';
import { type Column, column, type Table } from '../../kernel/view.ts';
import type { Zone } from '../../kernel/zone.ts';

export const FIRST = [column('unit_code', '单位代码', 'Unit code'), column('unit', '单位', 'Unit')] as const;
export const LAST = [column('total', '总分', 'Total', 'integer'), column('rank', '名次', 'Rank', 'integer')] as const;
export const RULE: Text = {
  zh: '每个乡镇一行，没有工作的也列；指导组单独指导的社区（村）另成一行，不再算在乡镇里；无考核基数（分母为 0）的不扣分，这样的分列在「无考核基数」；各项计分办法见 assessment list，数字由哪些记录得来见 report coverage、petitions、resolution、overdue 的 --explain 和 meeting list',
  en: 'A row for each township, also without work; communities (villages) that a guidance group has to itself have a row of their own and are not in their township’s. An indicator with nothing to count (a denominator of 0) loses no points: "Uncounted" says how many of the total those are. assessment list has the rules; --explain of report coverage, petitions, resolution and overdue, and meeting list, have the records.',
};

/** A quarter's points, indicator by indicator. */
export function quarterly([sheet]: readonly AssessmentSheet[], zone: Zone): Table {
  if (!sheet) return { shape: 'table', columns: [...FIRST, ...LAST], rows: [] };
  const { quarter, scheme, indicators, lines, frozenAt } = sheet;
  const places = placesOf(lines.map(line => line.total));
  const frozen = frozenText(frozenAt, zone);
  return {
    shape: 'table',
    title: { zh: `考核评分（${quarter.name}）`, en: `Scorecard (${quarter.name})` },
    columns: [
      ...FIRST,
      ...indicators.map(pointsColumn),
      column('uncounted', '无考核基数', 'Uncounted', 'integer'),
      ...LAST,
    ],
    rows: lines.map(({ code, name, entries, total }, i) => ({
      unit_code: code,
      unit: name,
      ...Object.fromEntries(entries.map(entry => [entry.indicator.code, entry.score])),
      uncounted: uncountedIn(entries),
      total,
      rank: places[i],
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
