import { type Command, command } from '../cli/command.ts';
import { argument, flag } from '../cli/param.ts';
import { asOfParam, onParam, reasonParam } from '../cli/places.ts';
import { covers, endingProblem } from '../kernel/day.ts';
import { notFound, refuse } from '../kernel/failure.ts';
import { counted } from '../kernel/text.ts';
import { column, lines } from '../kernel/view.ts';
import { importCommand, templateCommand } from '../register/import-command.ts';
import { addCommand, changeCommand } from '../register/single-commands.ts';
import { DEPARTMENT_TIERS, DEPARTMENT_TITLE, departmentSheet } from './department.ts';
import { departmentRegister } from './department-register.ts';
import { closeDepartment, departmentRows, openTasks } from './store.ts';

const list = command({
  name: 'list',
  zh: '列表',
  summary: { zh: '列出部门', en: 'list departments' },
  example: 'department list',
  access: 'read',
  plain: true,
  params: { on: asOfParam, all: flag('--all', { zh: '含已停用的', en: 'closed ones too' }) },
  run: ({ handle, today }, input) => ({
    view: {
      shape: 'table',
      columns: [
        column('code', '部门代码', 'Code'),
        column('name', '名称', 'Name'),
        column('tier', '层级', 'Tier'),
        column('from_on', '起始日期', 'From', 'day'),
        column('to_on', '截止日期', 'Until', 'day'),
      ],
      rows: departmentRows(handle)
        .filter(one => input.all || covers(one, input.on ?? today))
        .map(one => ({ ...one, tier: DEPARTMENT_TIERS[one.tier] })),
    },
  }),
});

const close = command({
  name: 'close',
  zh: '停用',
  summary: { zh: '从某日起停用一个部门', en: 'close a department from a day on' },
  example: 'department close RSJ --on 2024-01-01 --reason 机构改革',
  access: 'write',
  plain: true,
  params: {
    code: argument('<code>', { zh: '部门代码', en: 'the department’s code' }),
    on: onParam,
    reason: reasonParam,
  },
  run: ({ handle, act, today }, input) => {
    const on = input.on ?? today;
    const department =
      departmentRows(handle).find(one => one.code === input.code) ?? notFound(DEPARTMENT_TITLE, input.code);
    const wrong = endingProblem(department.name, department, on);
    if (wrong) refuse(wrong);
    const open = openTasks(handle, department.id);
    if (open > 0)
      refuse(
        {
          zh: `${department.name} 还有 ${open} 件未答复的任务`,
          en: `${department.name} has ${counted(open, 'task')} without an answer`,
        },
        { zh: '先登记答复：tiaochu petition report', en: 'Enter the answers first: tiaochu petition report' },
      );
    closeDepartment(handle, department, on, act(on, input.reason));
    return {
      view: lines(
        { department: department.code, to_on: on },
        { zh: `${department.name} 自 ${on} 起停用`, en: `${department.name} is closed from ${on} on` },
      ),
      records: [department.code],
    };
  },
});

export const departmentCommands: readonly Command[] = [
  list,
  addCommand(departmentRegister, 'department add --code RSJ --name 旗人力资源和社会保障局 --tier banner'),
  changeCommand(departmentRegister, 'department change RSJ --name 旗人社局'),
  close,
  importCommand(departmentRegister, 'department import demo/departments.csv'),
  templateCommand('department', DEPARTMENT_TITLE, departmentSheet),
];
