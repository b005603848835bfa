import { type Command, type Context, command } from '../../cli/command.ts';
import { argument, flag, option, required } from '../../cli/param.ts';
import { asOfParam, onParam, reasonParam, unitParam } from '../../cli/places.ts';
import { covers, type Day } from '../../kernel/day.ts';
import { notFound, refuse } from '../../kernel/failure.ts';
import { lines } from '../../kernel/view.ts';
import { each } from '../../ledger/query.ts';
import { addCommand } from '../../register/add-command.ts';
import { historyCommand, wordsOf } from '../../register/history-command.ts';
import { importCommand } from '../../register/import-command.ts';
import { templateCommand } from '../../register/template-command.ts';
import { CADRE_TITLE } from '../../teams/cadre.ts';
import { PAIR_TITLE } from '../../teams/pair.ts';
import { cadreByCode, pairRows } from '../../teams/store.ts';
import { loadTree } from '../../units/store.ts';
import { unitsWithin } from '../../units/tree.ts';
import { ASSIGNMENT_TITLE, assignmentSheet } from '../assignment.ts';
import { assignmentRegister } from '../assignment-register.ts';
import { HOUSEHOLD_TITLE } from '../household.ts';
import { assignmentProblems } from '../rules.ts';
import { assignmentList, assignmentRows, endAssignment, householdByCode, reassign } from '../store.ts';
import { assignmentColumns } from '../views.ts';

const householdArgument = argument('<household>', { zh: '户编号', en: 'the household’s code' });

const list = command({
  name: 'list',
  zh: '列表',
  summary: { zh: '列出包户', en: 'list household assignments' },
  example: 'assignment list --pair 150722100200-P01',
  access: 'read',
  params: {
    unit: unitParam,
    pair: option('--pair <code>', { zh: '只看一个结对', en: 'one pair only' }),
    cadre: option('--cadre <code>', { zh: '只看一名包户干部', en: 'one responsible cadre only' }),
    on: asOfParam,
    all: flag('--all', { zh: '含已结束的', en: 'ended ones too' }),
  },
  run: async ({ db, today }, input) => {
    const day = input.on ?? today;
    const tree = loadTree(db, day);
    const units = unitsWithin(tree, input.unit);
    const { pair, cadre } = input;
    const query = assignmentList({ units, pair, cadre, day: input.all ? undefined : day });
    return { view: { shape: 'table', columns: assignmentColumns, rows: each(db, query) } };
  },
});

const show = command({
  name: 'show',
  zh: '查看',
  summary: { zh: '查看一户由谁包、先后由谁包过', en: 'show who looks after a household, now and before' },
  example: 'assignment show 150722100200010001',
  access: 'read',
  params: { household: householdArgument },
  run: async ({ db }, input) => {
    if (!(await householdByCode(db, input.household))) notFound(HOUSEHOLD_TITLE, input.household);
    const rows = await assignmentRows(db, input.household);
    return { view: { shape: 'table', columns: assignmentColumns, rows }, records: [input.household] };
  },
});

const change = command({
  name: 'change',
  zh: '修改',
  summary: {
    zh: '从某日起改由另一个结对或另一名干部包',
    en: 'let another pair or cadre look after a household from a day on',
  },
  example: 'assignment change 150722100200010001 --pair 150722100200-P02 --responsible 150722100200-C03',
  access: 'write',
  params: {
    household: householdArgument,
    pair: option('--pair <code>', { zh: '新的结对（默认不变）', en: 'the new pair (default the same)' }),
    responsible: required(option('--responsible <code>', { zh: '包户干部', en: 'the responsible cadre' })),
    on: onParam,
    reason: reasonParam,
  },
  run: async (context, input) => {
    const { db, today } = context;
    const on = input.on ?? today;
    const standing = await assignmentOn(context, input.household, on);
    const code = input.pair ?? standing.pair_code;
    const pair = pairRows(db).find(p => p.code === code) ?? notFound(PAIR_TITLE, code);
    const cadre = (await cadreByCode(db, input.responsible)) ?? notFound(CADRE_TITLE, input.responsible);
    const row = { ...standing, pair_code: code, responsible_cadre: cadre.code, from_on: on };
    const household = await householdByCode(db, input.household);
    const [wrong] = assignmentProblems(row, household, { ...pair, cadre_a: pair.code_a, cadre_b: pair.code_b });
    if (wrong) refuse({ zh: `「${wrong.value}」${wrong.reason.zh}`, en: `"${wrong.value}" ${wrong.reason.en}` });
    if (code === standing.pair_code && cadre.code === standing.responsible_cadre)
      refuse({
        zh: `${input.household} 在 ${on} 本来就由 ${code} 的 ${cadre.code} 包`,
        en: `${input.household} is with ${cadre.code} of ${code} on ${on} already`,
      });
    reassign(db, standing, pair.id, cadre.id, on, context.stamp(on, input.reason));
    return {
      view: lines(
        { household: input.household, pair: code, responsible: cadre.code, from_on: on },
        {
          zh: `${input.household} 自 ${on} 起由 ${code} 的 ${cadre.code} 包`,
          en: `${input.household} is with ${cadre.code} of ${code} from ${on} on`,
        },
      ),
      records: [input.household],
    };
  },
});

const close = command({
  name: 'close',
  zh: '停用',
  summary: { zh: '结束包户', en: 'end a household’s assignment' },
  example: 'assignment close 150722100200010001',
  access: 'write',
  params: { household: householdArgument, on: onParam, reason: reasonParam },
  run: async (context, input) => {
    const on = input.on ?? context.today;
    const standing = await assignmentOn(context, input.household, on);
    endAssignment(context.db, standing, on, context.stamp(on, input.reason));
    return {
      view: lines(
        { household: input.household, to_on: on },
        {
          zh: `${input.household} 的包户自 ${on} 起结束`,
          en: `${input.household} is assigned to nobody from ${on} on`,
        },
      ),
      records: [input.household],
    };
  },
});

/** The assignment that a household has on a day; refuses where there is none. */
async function assignmentOn({ db }: Context, household: string, on: Day) {
  if (!(await householdByCode(db, household))) notFound(HOUSEHOLD_TITLE, household);
  const standing = (await assignmentRows(db, household)).find(row => covers(row, on));
  if (standing) return standing;
  refuse(
    { zh: `${household} 在 ${on} 没有人包`, en: `${household} is assigned to nobody on ${on}` },
    { zh: '新的包户用 assignment add', en: 'assignment add begins one' },
  );
}

export const assignmentCommands: readonly Command[] = [
  list,
  show,
  addCommand(
    assignmentRegister,
    'assignment add --household-code 150722100200010001 --pair-code 150722100200-P01 --responsible-cadre 150722100200-C01',
  ),
  change,
  close,
  historyCommand(
    'assignment',
    ASSIGNMENT_TITLE,
    '<household>',
    'assignment history 150722100200010001',
    async ({ db }, household) => {
      if (!(await householdByCode(db, household))) notFound(HOUSEHOLD_TITLE, household);
      return (await assignmentRows(db, household)).map(assignment => assignment.id);
    },
    () => wordsOf(assignmentSheet),
  ),
  importCommand(assignmentRegister, 'assignment import demo/assignments.csv'),
  templateCommand('assignment', ASSIGNMENT_TITLE, assignmentSheet),
];
