import { command } from '../../cli/command.ts';
import { option, required } from '../../cli/param.ts';
import { refuseIf } from '../../kernel/failure.ts';
import { lines } from '../../kernel/view.ts';
import { loadTree } from '../../units/store.ts';
import { enteringProblem } from '../results/rules.ts';
import { enterValue, manualValues, resultsOf } from '../results/store.ts';
import { indicatorAmong } from '../scheme/editing.ts';
import { indicatorsOn } from '../scheme/store.ts';
import { asQuarter } from '../scoring/quarter.ts';
import { enteredFor, schemeOf } from '../scoring/sheet.ts';
import { contentText } from '../scoring/subject-text.ts';
import { subjectNamed, subjectsOn } from '../scoring/subjects.ts';
import { asPoints, quarterParam, subjectParam } from './params.ts';

export const enter = command({
  name: 'enter',
  zh: '录入',
  summary: {
    zh: '录入一个单位一个季度的人工指标',
    en: 'enter the points of a manual indicator for a unit and quarter',
  },
  example: 'assessment enter --unit 150722100 --quarter 2023-Q3 --indicator other --value 8.5 --note 宣传到位',
  access: 'write',
  duty: 'decision',
  params: {
    unit: subjectParam,
    quarter: quarterParam,
    indicator: required(option('--indicator <code>', { zh: '指标代码', en: 'the indicator’s code' })),
    value: required(option('--value <points>', { zh: '分数', en: 'the points' }, asPoints)),
    note: option('--note <text>', { zh: '说明', en: 'a note' }),
  },
  run: ({ db, stamp }, input) => {
    const quarter = asQuarter(input.quarter);
    const { value } = input;
    const tree = loadTree(db, quarter.to);
    const subjects = subjectsOn(db, tree);
    const subject = subjectNamed(subjects, input.unit, tree);
    const indicator = indicatorAmong(indicatorsOn(db, schemeOf(db, quarter).id, quarter.to), input.indicator);
    refuseIf(enteringProblem(indicator, value, quarter, resultsOf(db, quarter.name).length > 0));
    const current = enteredFor(subject, indicator.id, manualValues(db, quarter.name));
    const entered = { indicator_id: indicator.id, subject_code: subject.code, quarter: quarter.name, value };
    enterValue(db, { ...entered, note: input.note ?? '' }, current, stamp(quarter.to));
    return {
      view: lines(
        { unit: subject.code, quarter: quarter.name, indicator: indicator.code, value },
        {
          zh: `${subject.name} ${quarter.name} 的${indicator.name_zh}录为 ${value} 分`,
          en: `${subject.name}, ${quarter.name}: ${indicator.name_en} is ${value}`,
        },
        contentText(subject, subjects, tree),
      ),
      records: [`${quarter.name} ${subject.code} ${indicator.code}`],
    };
  },
});
