import { type Command, command } from '../../cli/command.ts';
import { argument, flag } from '../../cli/param.ts';
import { asOfParam, onParam, reasonParam, unitParam } from '../../cli/places.ts';
import { endingProblem } from '../../kernel/day.ts';
import { notFound, refuse } from '../../kernel/failure.ts';
import { maskName, maskPhone } from '../../kernel/mask.ts';
import { counted } from '../../kernel/text.ts';
import { column, lines, type Table } from '../../kernel/view.ts';
import { each } from '../../ledger/query.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { addCommand } from '../../register/add-command.ts';
import { changeCommand } from '../../register/change-command.ts';
import { historyCommand, historyTable, wordsOf } from '../../register/history-command.ts';
import { importCommand } from '../../register/import-command.ts';
import { templateCommand } from '../../register/template-command.ts';
import { loadTree } from '../../units/store.ts';
import { onTier, unitsWithin } from '../../units/tree.ts';
import { HOUSEHOLD_TITLE, householdSheet } from '../household.ts';
import { endHousehold, householdRegister } from '../household-register.ts';
import { assignmentRows, householdByCode, householdList, unassignedHouseholds } from '../store.ts';
import { assignmentColumns } from '../views.ts';

const householdColumns = [
  column('code', '户编号', 'Household'),
  column('head_name', '户主', 'Head', 'name'),
  column('people', '人口', 'People', 'integer'),
  column('unit_code', '村代码', 'Unit code'),
  column('unit', '村（社区）', 'Unit'),
  column('phone', '电话', 'Phone', 'phone'),
  column('address', '地址', 'Address'),
  column('from_on', '起始日期', 'From', 'day'),
  column('to_on', '截止日期', 'Until', 'day'),
] as const;

const HOUSEHOLD_WORDS = wordsOf(householdSheet, { masks: { head_name: maskName, phone: maskPhone } });

const list = command({
  name: 'list',
  zh: '列表',
  summary: { zh: '列出户', en: 'list households' },
  example: 'household list --unit 150722100200',
  access: 'read',
  personal: true,
  params: { unit: unitParam, on: asOfParam, all: flag('--all', { zh: '含已停用的', en: 'closed ones too' }) },
  run: async ({ db, today }, input) => {
    const day = input.on ?? today;
    const tree = loadTree(db, day);
    const units = unitsWithin(tree, input.unit);
    const query = householdList({ units, day: input.all ? undefined : day });
    function* rows() {
      for (const row of each(db, query)) {
        const unit = tree.units.get(row.unit_id);
        yield { ...row, unit_code: unit?.code, unit: unit?.name };
      }
    }
    return { view: { shape: 'table', columns: householdColumns, rows: rows() } };
  },
});

/** What else a household's page shows stands in areas above and is handed in. */
export type HouseholdTables = (db: Db, household: { readonly id: number }) => Table[];

const show = (account: HouseholdTables) =>
  command({
    name: 'show',
    zh: '查看',
    summary: {
      zh: '查看一户：谁包、未办结的需求、惠民账、历史',
      en: 'show a household: who looks after it, its open needs, its benefits, what changed',
    },
    example: 'household show 150722100200010001',
    access: 'read',
    personal: true,
    params: { code: argument('<code>', { zh: '户编号（18 位）', en: 'the household’s code (18 digits)' }) },
    run: async ({ db, today, reveal }, input) => {
      const household = (await householdByCode(db, input.code)) ?? notFound(HOUSEHOLD_TITLE, input.code);
      const unit = loadTree(db, today).units.get(household.unit_id);
      return {
        view: {
          shape: 'card',
          title: { zh: `户 ${household.code}`, en: `Household ${household.code}` },
          columns: householdColumns,
          row: { ...household, unit_code: unit?.code, unit: unit?.name },
          tables: [
            {
              shape: 'table',
              key: 'assignments',
              columns: assignmentColumns.slice(1),
              rows: await assignmentRows(db, household.code),
            },
            ...account(db, household),
            await historyTable(db, 'household', household.id, HOUSEHOLD_WORDS, reveal),
          ],
        },
        records: [household.code],
      };
    },
  });

const close = command({
  name: 'close',
  zh: '停用',
  summary: {
    zh: '户从某日起不再在册（包户同时结束）',
    en: 'take a household off the books; its assignment ends with it',
  },
  example: 'household close 150722100200010001 --on 2024-01-01 --reason 迁出',
  access: 'write',
  params: { code: argument('<code>', { zh: '户编号', en: 'the household’s code' }), on: onParam, reason: reasonParam },
  run: async ({ db, today, stamp }, input) => {
    const on = input.on ?? today;
    const household = (await householdByCode(db, input.code)) ?? notFound(HOUSEHOLD_TITLE, input.code);
    const { code, id, to_on } = household;
    const wrong = endingProblem(code, household, on);
    if (wrong) refuse(wrong);
    const ended = endHousehold(db, id, to_on, on, stamp(on, input.reason));
    return {
      view: lines(
        { household: code, to_on: on, assignments_ended: ended },
        {
          zh: `${code} 自 ${on} 起停用，结束包户 ${ended} 条`,
          en: `${code} is closed from ${on} on; ${counted(ended, 'assignment')} ended`,
        },
      ),
      records: [code],
      counts: { assignments_ended: ended },
    };
  },
});

const unassigned = command({
  name: 'unassigned',
  zh: '未包',
  summary: { zh: '列出没有人包的户', en: 'list households that nobody is assigned to' },
  example: 'household unassigned',
  access: 'read',
  personal: true,
  params: { unit: unitParam, on: asOfParam },
  run: async ({ db, today }, input) => {
    const day = input.on ?? today;
    const tree = loadTree(db, day);
    const wanted = unitsWithin(tree, input.unit);
    const rows = (await unassignedHouseholds(db, day))
      .filter(row => !wanted || wanted.has(row.unit_id))
      .map(({ code, head_name, unit_id }) => {
        const unit = tree.units.get(unit_id);
        const township = unit && onTier(tree, unit, 2);
        return { household_code: code, head_name, unit_code: unit?.code, unit: unit?.name, township: township?.name };
      });
    return {
      view: {
        shape: 'table',
        columns: [
          column('household_code', '户编号', 'Household'),
          column('head_name', '户主', 'Head', 'name'),
          column('unit_code', '村代码', 'Unit code'),
          column('unit', '村（社区）', 'Unit'),
          column('township', '乡镇', 'Township'),
        ],
        rows,
        notes: [
          {
            zh: `${day} 在册而无人包的户：${rows.length}`,
            en: `Active on ${day} and assigned to nobody: ${rows.length}`,
          },
        ],
      },
      counts: { shown: rows.length },
    };
  },
});

/** The household commands; what other areas know of a household is handed in. */
export const householdCommands = (account: HouseholdTables): readonly Command[] => [
  list,
  show(account),
  addCommand(householdRegister, 'household add --code 150722100200999999 --unit-code 150722100200 --head-name 鄂晓光'),
  changeCommand(householdRegister, 'household change 150722100200010001 --people 4'),
  close,
  unassigned,
  historyCommand(
    'household',
    HOUSEHOLD_TITLE,
    '<code>',
    'household history 150722100200010001',
    async ({ db }, code) => {
      return ((await householdByCode(db, code)) ?? notFound(HOUSEHOLD_TITLE, code)).id;
    },
    () => HOUSEHOLD_WORDS,
  ),
  importCommand(householdRegister, 'household import demo/households.csv'),
  templateCommand('household', HOUSEHOLD_TITLE, householdSheet),
];
