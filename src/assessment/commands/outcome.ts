import { command } from '../../cli/command.ts';
import { option, required } from '../../cli/param.ts';
import { asName, asYear } from '../../cli/values.ts';
import { refuse } from '../../kernel/failure.ts';
import { lines } from '../../kernel/view.ts';
import { loadTree } from '../../units/store.ts';
import { addOutcome, outcomesOf } from '../results/store.ts';
import { quartersOf } from '../scoring/quarter.ts';
import { subjectNamed, subjectsOn } from '../scoring/subjects.ts';
import { subjectParam } from './enter.ts';

/** What was made of a year's assessment, in words: the program draws no conclusion and punishes nobody (S-48). */
export const outcome = command({
  name: 'outcome',
  zh: '结果',
  summary: {
    zh: '登记年度考核结果的运用（文字，程序不自动奖惩）',
    en: 'enter the outcome of a year’s results, as text only',
  },
  example: 'assessment outcome --unit 150722100 --year 2023 --text 年度考核优秀，通报表扬',
  access: 'write',
  params: {
    unit: subjectParam,
    year: required(option('--year <year>', { zh: '年份，如 2023', en: 'a year, like 2023' }, asYear)),
    text: required(option('--text <text>', { zh: '结果运用', en: 'what was made of it' }, asName)),
  },
  run: ({ db }, { unit, year, text }) => {
    const end = quartersOf(year).at(-1)?.to ?? '';
    const tree = loadTree(db, end);
    const subject = subjectNamed(subjectsOn(db, tree), unit, tree);
    if (outcomesOf(db, year).some(one => one.subject_code === subject.code && one.text === text))
      refuse({
        zh: `${subject.name} ${year} 年的这一条已经登记`,
        en: `This outcome is already entered for ${subject.name} in ${year}`,
      });
    addOutcome(db, subject.code, year, text);
    return {
      view: lines(
        { unit: subject.code, year, text },
        {
          zh: `已登记 ${subject.name} ${year} 年度考核结果的运用`,
          en: `Outcome of ${subject.name} in ${year} entered`,
        },
      ),
      records: [`${year} ${subject.code}`],
    };
  },
});
