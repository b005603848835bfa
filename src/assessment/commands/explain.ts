import { type Command, command } from '../../cli/command.ts';
import { notFound } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';
import { column } from '../../kernel/view.ts';
import { loadTree } from '../../units/store.ts';
import { asQuarter } from '../scoring/quarter.ts';
import { type Entry, type FiguresOn, sheetOf, uncountedIn } from '../scoring/sheet.ts';
import { comprisesText } from '../scoring/subject-text.ts';
import { subjectNamed, subjectsOn } from '../scoring/subjects.ts';
import { ENTRY_COLUMNS, entryRow, frozenText } from '../views.ts';
import { quarterParam, subjectParam } from './enter.ts';

export function explainCommand(source: FiguresOn): Command {
  return command({
    name: 'explain',
    zh: '说明',
    summary: {
      zh: '逐项说明一个单位一个季度得分的计算过程',
      en: 'explain a unit’s points for a quarter, indicator by indicator',
    },
    example: 'assessment explain --quarter 2023-Q3 --unit 150722100',
    access: 'read',
    params: { unit: subjectParam, quarter: quarterParam },
    run: ({ db, today, zone }, { unit, ...input }) => {
      const quarter = asQuarter(input.quarter);
      const sheet = sheetOf(db, source(today), quarter);
      const tree = loadTree(db, quarter.to);
      const subjects = subjectsOn(db, tree);
      const known = sheet.lines.find(one => one.code === unit || one.name === unit);
      const subject = known ? subjects.find(one => one.code === known.code) : subjectNamed(subjects, unit, tree);
      const line =
        known ??
        sheet.lines.find(one => one.code === subject?.code || subject?.alias.includes(one.code)) ??
        notFound({ zh: '考核单位', en: 'assessed units', one: 'assessed unit', list: 'report scorecard' }, unit);
      return {
        view: {
          shape: 'table',
          title: { zh: `${line.name} ${quarter.name} 考核得分`, en: `Points of ${line.name} in ${quarter.name}` },
          columns: [column('indicator', '指标代码', 'Indicator'), column('name', '指标', 'Name'), ...ENTRY_COLUMNS],
          rows: line.entries.map(entry => ({
            indicator: entry.indicator.code,
            name: { zh: entry.indicator.name_zh, en: entry.indicator.name_en },
            ...entryRow(entry),
          })),
          totals: { indicator: { zh: '合计', en: 'Total' }, score: line.total },
          notes: [
            ...(subject ? [comprisesText(subject, subjects, tree)] : []),
            frozenText(sheet.frozenAt, zone),
            ...uncountedText(line.entries),
            {
              zh: '无考核基数（分母为 0）的不扣分；人工指标没有录入的为 0 分',
              en: 'An indicator with nothing to count (a denominator of 0) loses no points; a manual indicator without a value earns none.',
            },
          ],
        },
      };
    },
  });
}

/** Points that nothing was counted for are named, so that they are not taken for work that was done. */
function uncountedText(entries: readonly Entry[]): Text[] {
  const points = uncountedIn(entries);
  if (points === 0) return [];
  return [
    {
      zh: `其中 ${points} 分的指标无考核基数，只是未扣分，不代表工作成效`,
      en: `Of the points, ${points} are for indicators with nothing to count: they were not deducted, which says nothing about the work`,
    },
  ];
}
