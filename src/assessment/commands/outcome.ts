import { command } from '../../cli/command.ts';
import { option, required } from '../../cli/param.ts';
import { asName, asReason, asYear } from '../../cli/values.ts';
import { notFound, refuseIf } from '../../kernel/failure.ts';
import { periodOf } from '../../kernel/period.ts';
import { lines } from '../../kernel/view.ts';
import type { Stamp } from '../../ledger/events.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { loadTree } from '../../units/store.ts';
import { repeatedOutcomeProblem } from '../results/rules.ts';
import { addOutcome, outcomesOf, withdrawOutcome } from '../results/store.ts';
import { type Subject, subjectNamed, subjectsOn } from '../scoring/subjects.ts';
import { subjectParam } from './params.ts';

/** The outcome of a year's assessment, in words: the program draws no conclusion and punishes nobody (S-48). */
export const outcome = command({
  name: 'outcome',
  zh: '结果',
  summary: {
    zh: '登记年度考核结果的运用（文字，程序不自动奖惩）',
    en: 'enter the outcome of a year’s results, in words only',
  },
  example: 'assessment outcome --unit 150722100 --year 2023 --text 年度考核优秀，通报表扬',
  access: 'write',
  duty: 'decision',
  params: {
    unit: subjectParam,
    year: required(option('--year <year>', { zh: '年份，如 2023', en: 'a year, like 2023' }, asYear)),
    text: required(option('--text <text>', { zh: '结果运用', en: 'the outcome' }, asName)),
    withdraw: option(
      '--withdraw <reason>',
      {
        zh: '撤销登记有误的这一条，写明原因',
        en: 'withdraw the outcome with these words, which was entered by mistake; say why',
      },
      asReason,
    ),
  },
  run: ({ db, stamp }, { unit, year, text, withdraw }) => {
    const tree = loadTree(db, periodOf({ year }, '').to);
    const subject = subjectNamed(subjectsOn(db, tree), unit, tree);
    if (withdraw !== undefined) return withdrawn(db, subject, { year, text }, stamp(undefined, withdraw));
    refuseIf(repeatedOutcomeProblem(subject, year, text, outcomesOf(db, year)));
    addOutcome(db, { subject_code: subject.code, year, text });
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

/** Withdraws the outcome of a unit and a year that has exactly these words. */
function withdrawn(
  db: Db,
  subject: Subject,
  { year, text }: { readonly year: string; readonly text: string },
  stamp: Stamp,
) {
  const own = outcomesOf(db, year).filter(({ subject_code }) => subject_code === subject.code);
  const found = own.find(outcome => outcome.text === text) ?? notFound(OUTCOME, text);
  withdrawOutcome(db, found.id, stamp);
  return {
    view: lines(
      { unit: subject.code, year, text, withdrawn_on: stamp.on },
      {
        zh: `已撤销 ${subject.name} ${year} 年度的这一条：${text}`,
        en: `Withdrew the outcome of ${subject.name} in ${year}: ${text}`,
      },
    ),
    records: [`${year} ${subject.code}`],
  };
}

const OUTCOME = { zh: '结果运用', en: 'outcomes', one: 'outcome', list: 'report scorecard' };
