import { type Command, command } from '../../cli/command.ts';
import { notFound } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';
import { column, detail, type Table } from '../../kernel/view.ts';
import { loadTree } from '../../units/store.ts';
import { asQuarter } from '../scoring/quarter.ts';
import { type Entry, type FiguresOn, type SheetLine, sheetOf } from '../scoring/sheet.ts';
import { spreadScore, spreadTotal, uncountedIn } from '../scoring/spreading.ts';
import { contentText } from '../scoring/subject-text.ts';
import { SUBJECT, subjectNamed, subjectsOn } from '../scoring/subjects.ts';
import { ENTRY_COLUMNS, entryRow, frozenText } from '../views.ts';
import { quarterParam, subjectParam } from './params.ts';

export function explainCommand(source: FiguresOn): Command {
  return command({
    name: 'explain',
    zh: '说明',
    summary: {
      zh: '逐项说明一个单位一个季度的得分依据',
      en: 'explain a unit’s points of a quarter, figure by figure',
    },
    example: 'assessment explain --quarter 2023-Q3 --unit 150722100',
    access: 'read',
    params: { unit: subjectParam, quarter: quarterParam },
    run: ({ db, today, zone }, { unit, ...input }) => {
      const quarter = asQuarter(input.quarter);
      const sheet = sheetOf(db, source(today), quarter);
      const tree = loadTree(db, quarter.to);
      const subjects = subjectsOn(db, tree);
      const named = sheet.lines.find(({ code, name }) => code === unit || name === unit);
      const subject = named ? subjects.find(({ code }) => code === named.code) : subjectNamed(subjects, unit, tree);
      const line =
        named ??
        sheet.lines.find(({ code }) => code === subject?.code || subject?.alias.includes(code)) ??
        notFound(SUBJECT, unit);
      const content = subject ? [contentText(subject, subjects, tree)] : [];
      return { view: lineTable(line, quarter.name, [...content, frozenText(sheet.frozenAt, zone)]) };
    },
  });
}

function lineTable({ name, entries, total }: SheetLine, quarter: string, notes: readonly Text[]): Table {
  return {
    shape: 'table',
    title: { zh: `${name} ${quarter} 考核得分`, en: `Points of ${name} in ${quarter}` },
    columns: [
      detail('indicator', '指标代码', 'Indicator', 'code'),
      column('name', '指标', 'Name'),
      ...ENTRY_COLUMNS,
      detail('spread', '重分得分', 'Spread', 'integer'),
    ],
    rows: entries.map(entry => ({
      indicator: entry.indicator.code,
      name: { zh: entry.indicator.name_zh, en: entry.indicator.name_en },
      ...entryRow(entry),
      spread: spreadScore(entry, entries),
    })),
    totals: { indicator: { zh: '合计', en: 'Total' }, score: total, spread: spreadTotal(entries) },
    notes: [...notes, ...uncountedText(entries), NOTHING_TO_COUNT],
  };
}

const NOTHING_TO_COUNT: Text = {
  zh: '无考核基数的（分母为 0；没有信访的，重复信访也是）不扣分；重分得分把无考核基数的分按权重分摊到其余各项（得分 × 权重合计 ÷ 有基数的权重合计），据此另排名次；人工指标未录入的为 0 分',
  en: 'Where there is nothing to count (a whole of 0; without petitions repeat ones too), no points are lost. “Spread” spreads the points of these over the others in proportion to their weights (points × all weights / weights that count), for a second rank. Manual indicators without an entry get no points.',
};

/** Points for which nothing was counted are named, so that nobody mistakes them for work that was done. */
function uncountedText(entries: readonly Entry[]): Text[] {
  const points = uncountedIn(entries);
  if (points === 0) return [];
  return [
    {
      zh: `其中 ${points} 分的指标无考核基数，只是不扣分，不说明工作成效`,
      en: `Of the points, ${points} are for indicators with nothing to count: they were not lost, which says nothing about the work`,
    },
  ];
}
