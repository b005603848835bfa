import type { Command } from '../../../cli/command.ts';
import { option, picks, required } from '../../../cli/param.ts';
import { asDay, asName } from '../../../cli/values.ts';
import { departmentNamed } from '../../../departments/store.ts';
import { moveCommand, reason } from './move.ts';

const department = required(
  picks(
    'department',
    option('--department <name>', { zh: '部门（代码或名称）', en: 'the department, by its code or name' }, asName),
  ),
);

/** What departments are asked, and what they answer. */
export const referringMoves: readonly Command[] = [
  moveCommand('refer', {
    summary: {
      zh: '转送有关部门并定反馈期限，仍由本单位持有',
      en: 'refer it to a department, which is to answer by a day; the holder stays',
    },
    options: '--department ZRZY --due 2023-07-01',
    params: {
      department,
      due: required(option('--due <day>', { zh: '要求反馈的日期', en: 'the day by which it is to answer' }, asDay)),
      reason,
    },
    act: (said, { context: { db }, on, explain }) => {
      const { id: departmentId, name } = departmentNamed(db, said.department, on);
      explain({ zh: `部门 ${name}`, en: `Department ${name}` });
      return { ...said, department: name, departmentId };
    },
  }),
  moveCommand('report', {
    summary: { zh: '登记部门对转送的反馈', en: 'enter what a department answered to a referral' },
    options: '--department ZRZY --answer 宗地图无争议',
    params: {
      department,
      answer: required(option('--answer <text>', { zh: '反馈内容', en: 'what it answered' }, asName)),
    },
    act: (said, { context: { db }, on, explain }) => {
      const { id: departmentId, name } = departmentNamed(db, said.department, on);
      explain({ zh: `部门 ${name}`, en: `Department ${name}` });
      return { ...said, department: name, departmentId };
    },
  }),
];
