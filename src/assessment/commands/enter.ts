import { command } from '../../cli/command.ts';
import { option, required } from '../../cli/param.ts';
import { refuse } from '../../kernel/failure.ts';
import { lines } from '../../kernel/view.ts';
import { loadTree } from '../../units/store.ts';
import { enterValue, manualValues, resultsOf } from '../results/store.ts';
import { indicatorAmong } from '../scheme/editing.ts';
import { indicatorsOn } from '../scheme/store.ts';
import { enteredProblem } from '../scoring/points.ts';
import { asQuarter } from '../scoring/quarter.ts';
import { enteredFor, schemeOf } from '../scoring/sheet.ts';
import { comprisesText } from '../scoring/subject-text.ts';
import { subjectNamed, subjectsOn } from '../scoring/subjects.ts';
import { asPoints } from './values.ts';

export const quarterParam = required(
  option('--quarter <quarter>', { zh: '季度，如 2023-Q2', en: 'a quarter, like 2023-Q2' }),
);
export const subjectParam = required(
  option('--unit <code>', {
    zh: '乡镇或社区指导组（代码或名称）',
    en: 'a township, or the guidance group of communities',
  }),
);

export const enter = command({
  name: 'enter',
  zh: '录入',
  summary: { zh: '录入一个单位一个季度的人工指标', en: 'enter an indicator that people judge, for a unit and quarter' },
  example: 'assessment enter --unit 150722100 --quarter 2023-Q3 --indicator other --value 8.5 --note 宣传到位',
  access: 'write',
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
    if (indicator.source !== 'manual')
      refuse({
        zh: `${indicator.code} 由台账计算，不能录入`,
        en: `${indicator.code} is computed from the ledger and cannot be entered`,
      });
    const wrong = enteredProblem(value, indicator.weight);
    if (wrong) refuse(wrong);
    if (resultsOf(db, quarter.name).length > 0)
      refuse({ zh: `${quarter.name} 已冻结，不能再录入`, en: `${quarter.name} is frozen: nothing can be entered` });
    const standing = enteredFor(subject, indicator.id, manualValues(db, quarter.name));
    const wanted = { indicator_id: indicator.id, subject_code: subject.code, quarter: quarter.name, value };
    enterValue(db, { ...wanted, note: input.note ?? '' }, standing, stamp(quarter.to));
    return {
      view: lines(
        { unit: subject.code, quarter: quarter.name, indicator: indicator.code, value },
        {
          zh: `${subject.name} ${quarter.name} 的${indicator.name_zh}录为 ${value} 分`,
          en: `${subject.name}, ${quarter.name}: ${indicator.name_en} is ${value}`,
        },
        comprisesText(subject, subjects, tree),
      ),
      records: [`${quarter.name} ${subject.code} ${indicator.code}`],
    };
  },
});
