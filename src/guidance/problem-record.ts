import { codeField, dayField, digitsField, optionalField, optionalText, textField } from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import { LONGEST } from '../kernel/length.ts';
import type { Noun } from '../kernel/text.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import { codedTable, UNITS } from '../register/simple-record.ts';
import { dayProblems, ownerProblems, resultProblems, visitProblems } from './problem-rules.ts';
import { GUIDANCE_VISITS, visitMade } from './problem-store.ts';

export const PROBLEM_TITLE: Noun = {
  zh: '指导问题',
  en: 'problems found by guidance groups',
  one: 'guidance problem',
  list: 'guidance-problem list',
};

const problemSheet = {
  code: codeField(['code', '问题编号', 'problem code'], 'ZD01-V1-W1'),
  visit_code: codeField(['visit_code', '走访编号', 'visit code'], 'ZD01-V1'),
  unit_code: digitsField(['unit_code', '机构代码', 'unit code'], [6, 9, 12], '150722100200'),
  found_on: dayField(['found_on', '发现日期', 'found on'], '2023-06-13'),
  content: textField(['content', '问题', 'problem'], '日记只记了话题，没有写怎么答复', LONGEST.text),
  owner_unit: optionalField(digitsField(['owner_unit', '责任机构', 'owning unit'], [6, 9, 12], '150722100'), ''),
  owner_department: optionalField(codeField(['owner_department', '责任部门', 'owning department'], ''), ''),
  owner_post: optionalField(codeField(['owner_post', '责任职务', 'owning post'], ''), ''),
  due_on: dayField(['due_on', '整改期限', 'due on'], '2023-07-13'),
  result: optionalText(['result', '整改结果', 'result'], ''),
  done_on: optionalField(dayField(['done_on', '完成日期', 'done on'], ''), null),
};

/** A problem that a guidance group found: where, who answers for it, by when, and what became of it (S-22). */
export type GuidanceProblemRow = RowOf<typeof problemSheet>;

export const guidanceProblemRecord: SimpleRecord<GuidanceProblemRow> = {
  noun: 'guidance-problem',
  table: 'guidance_problem',
  title: PROBLEM_TITLE,
  sheet: problemSheet,
  numbering: { start: ({ visit_code }) => `${visit_code}-W`, digits: 1, by: ['content', 'unit_code'] },
  immutable: ['visit_code', 'found_on'],
  eventDay: 'found_on',
  references: {
    visit_code: { column: 'visit_id', referent: GUIDANCE_VISITS },
    unit_code: { column: 'unit_id', referent: UNITS },
    owner_unit: { column: 'owner_unit_id', referent: UNITS, optional: true },
    owner_department: { column: 'owner_department_id', referent: codedTable('department'), optional: true },
    owner_post: { column: 'owner_post_id', referent: codedTable('post'), optional: true },
  },
  rules: ({ row, references: { visit_code: visit }, db }) => [
    ...ownerProblems(row),
    ...dayProblems(row),
    ...resultProblems(row),
    ...visitProblems(row, visit && visitMade(db, visit.id)),
  ],
};
