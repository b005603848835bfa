import { dueParam } from '../../cases/passing-params.ts';
import type { Command } from '../../cli/command.ts';
import { option, required } from '../../cli/param.ts';
import { asCount, asName } from '../../cli/values.ts';
import { departmentNamed } from '../../departments/store.ts';
import { checkExtension, MOST_DAYS_MORE } from '../extension-conditions.ts';
import { accept } from './handling.ts';
import { departmentParam, moveCommand, namedDepartment, needed, reason } from './move-params.ts';
import { object } from './passing.ts';

const ofDepartment = { department: required(departmentParam) } as const;

const taskAccept = moveCommand('task-accept', {
  summary: { zh: '登记部门受理', en: 'enter a department’s acceptance' },
  params: ofDepartment,
  act: ({ department }, { context, on }) => {
    const { id, name, tier } = departmentNamed(context.db, department, on);
    return { department: name, departmentId: id, tier };
  },
});

const taskObject = moveCommand('task-object', {
  summary: { zh: '登记部门异议', en: 'enter a department’s objection' },
  params: { ...ofDepartment, ...needed },
  act: ({ department, reason: why }, loaded) => ({ reason: why, ...namedDepartment(loaded, department) }),
});

/** One command for what a unit does and for what a department does, which the holder enters: `--department` says which. */
function alsoOfDepartment(own: Command, ofTask: Command): Command {
  return {
    ...own,
    params: { ...own.params, department: departmentParam },
    run: (context, input) => (input.department === undefined ? own : ofTask).run(context, input),
  };
}

export const acceptCommand = alsoOfDepartment(accept, taskAccept);
export const objectCommand = alsoOfDepartment(object, taskObject);

/** What departments have to do: the holder routes them the petition and enters what they answer. */
export const tasks: readonly Command[] = [
  moveCommand('route', {
    summary: {
      zh: '分流指派：给部门一项任务，部门 15 日内告知、5 个工作日内可提异议；仍由本单位负责',
      en: 'give a department a task: 15 days for its notice, 5 working days to object; the holder stays responsible',
    },
    options: '--department RSJ --due 2023-12-20',
    params: { department: required(departmentParam), due: dueParam, reason },
    act: ({ department, due, reason: why }, loaded) => ({ reason: why, ...namedDepartment(loaded, department), due }),
  }),
  moveCommand('report', {
    summary: { zh: '登记部门的反馈（办结后也可补登）', en: 'enter a department’s answer, late ones too' },
    options: '--department RSJ --answer 已补录缴费记录',
    params: {
      department: required(departmentParam),
      answer: required(option('--answer <text>', { zh: '答复', en: 'what it says' }, asName)),
    },
    act: ({ department, answer }, loaded) => ({ ...namedDepartment(loaded, department), answer }),
  }),
  moveCommand('extend', {
    summary: {
      zh: '延期一次，最多 30 日，须负责人批准；部门延期的写 --department',
      en: 'extend once, by at most 30 days, approved by the head; --department for a department’s time',
    },
    options: '--days 30 --approver 孟志强 --reason 情况复杂',
    params: {
      days: option('--days <count>', { zh: '延长的天数（默认 30）', en: 'how many days (default 30)' }, asCount),
      department: departmentParam,
      approver: required(option('--approver <name>', { zh: '批准人', en: 'who approved it' }, asName)),
      ...needed,
    },
    act: ({ days = MOST_DAYS_MORE, department, ...said }, loaded) => {
      checkExtension(days);
      return { days, ...said, ...(department === undefined ? {} : namedDepartment(loaded, department)) };
    },
  }),
];
