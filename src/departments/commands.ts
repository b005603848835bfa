import { type Command, command } from '../cli/command.ts';
import { argument, flag } from '../cli/param.ts';
import { asOfParam, onParam, reasonParam } from '../cli/places.ts';
import { covers, endingProblem } from '../kernel/day.ts';
import { refuse } from '../kernel/failure.ts';
import { counted } from '../kernel/text.ts';
import { column, lines } from '../kernel/view.ts';
import { addCommand } from '../register/add-command.ts';
import { changeCommand } from '../register/change-command.ts';
import { historyCommand, historyTable, wordsOf } from '../register/history-command.ts';
import { importCommand } from '../register/import-command.ts';
import { templateCommand } from '../register/template-command.ts';
import { DEPARTMENT_TIERS, DEPARTMENT_TITLE, departmentSheet } from './department.ts';
import { departmentRegister } from './department-register.ts';
import { closeDepartment, departmentCalled, departmentRows, openTasks, standingAt } from './store.ts';

const WORDS = wordsOf(departmentSheet);
const CODE = argument('<code>', { zh: '部门代码或名称', en: 'the department’s code or name' });

const COLUMNS = [
  column('code', '部门代码', 'Code'),
  column('name', '名称', 'Name'),
  column('tier', '层级', 'Tier'),
  column('from_on', '起始日期', 'From', 'day'),
  column('to_on', '截止日期', 'Until', 'day'),
] as const;

const list = command({
  name: 'list',
  zh: '列表',
  summary: { zh: '列出部门', en: 'list departments' },
  example: 'department list',
  access: 'read',
  params: { on: asOfParam, all: flag('--all', { zh: '含已停用的', en: 'closed ones too' }) },
  run: ({ db, today }, input) => ({
    view: {
      shape: 'table',
      columns: COLUMNS,
      rows: departmentRows(db)
        .filter(one => input.all || covers(one, input.on ?? today))
        .map(one => ({ ...one, tier: DEPARTMENT_TIERS[one.tier] })),
    },
  }),
});

const show = command({
  name: 'show',
  zh: '查看',
  summary: { zh: '查看一个部门', en: 'show a department' },
  example: 'department show RSJ',
  access: 'read',
  params: { code: CODE },
  run: async ({ db }, input) => {
    const department = departmentCalled(db, input.code);
    return {
      view: {
        shape: 'card',
        title: { zh: `部门 ${department.name}`, en: `Department ${department.name}` },
        columns: [...COLUMNS, column('open', '未答复的任务', 'Tasks without an answer', 'integer')],
        row: {
          ...department,
          tier: DEPARTMENT_TIERS[department.tier],
          open: openTasks(db, department.id).length,
        },
        tables: [await historyTable(db, 'department', department.id, WORDS, false)],
      },
      records: [department.code],
    };
  },
});

const close = command({
  name: 'close',
  zh: '停用',
  summary: { zh: '从某日起停用一个部门', en: 'close a department from a day on' },
  example: 'department close RSJ --on 2024-01-01 --reason 机构改革',
  access: 'write',
  params: {
    code: CODE,
    on: onParam,
    reason: reasonParam,
  },
  run: ({ db, stamp, today }, input) => {
    const on = input.on ?? today;
    const department = departmentCalled(db, input.code);
    const wrong = endingProblem(department.name, department, on);
    if (wrong) refuse(wrong);
    const open = openTasks(db, department.id);
    const report = `tiaochu petition report ${open[0]} --department ${department.code}`;
    if (open.length > 0)
      refuse(
        {
          zh: `${department.name} 还有 ${open.length} 件未答复的任务`,
          en: `${department.name} has ${counted(open.length, 'task')} without an answer`,
        },
        { zh: `先登记答复，如 ${report}`, en: `Enter each answer first, such as ${report}` },
      );
    const standing = standingAt(db, department.id, on);
    if (standing > 0)
      refuse(
        {
          zh: `${department.name} 在 ${on} 还有进驻窗口或专家 ${standing} 条`,
          en: `${department.name} still has ${counted(standing, 'stationing or expert', 'stationings or experts')} on ${on}`,
        },
        {
          zh: '先停用：tiaochu stationing close、tiaochu expert close',
          en: 'Close them first: tiaochu stationing close, tiaochu expert close',
        },
      );
    closeDepartment(db, department, on, stamp(on, input.reason));
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
  show,
  addCommand(departmentRegister, 'department add --code RSJ --name 旗人力资源和社会保障局 --tier banner'),
  changeCommand(departmentRegister, 'department change RSJ --name 旗人社局'),
  close,
  historyCommand(
    'department',
    DEPARTMENT_TITLE,
    '<code>',
    'department history RSJ',
    async ({ db }, code) => departmentCalled(db, code).id,
    () => WORDS,
  ),
  importCommand(departmentRegister, 'department import demo/departments.csv'),
  templateCommand('department', DEPARTMENT_TITLE, departmentSheet),
];
