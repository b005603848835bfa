import type { Command } from '../../cli/command.ts';
import { argument } from '../../cli/param.ts';
import type { Day } from '../../kernel/day.ts';
import { type Text, untranslated } from '../../kernel/text.ts';
import { type Column, column, type Layout, type Row, type Table } from '../../kernel/view.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { named } from '../../naming/named-param.ts';
import { showing } from '../../register/showing.ts';
import { loadTree } from '../../units/store.ts';
import { placeCells } from '../../units/views.ts';
import { assignmentRows } from '../assignment-store.ts';
import { householdCoded } from '../household-store.ts';
import { kindCell, kindTable } from '../kind-view.ts';
import { termsOf } from '../term-store.ts';
import { ASSIGNMENTS, assignmentColumns, HOUSEHOLD_WORDS, householdColumns, TERMS, termColumns } from '../views.ts';

/** What belongs to areas above of a household’s page: more of its card, and tables. */
export interface HouseholdAccount {
  readonly columns: readonly Column[];
  readonly row: Row;
  readonly tables: readonly Table[];
}

export type AccountOf = (db: Db, household: { readonly id: number }, today: Day) => HouseholdAccount;

export const show = (account: AccountOf): Command =>
  showing({
    noun: 'household',
    summary: {
      zh: '查看一户的全部情况：走访和下次入户、包户干部、需求、惠民账、纠纷、信访、在册时间、历史',
      en: 'show everything about a household: visits and the next one due, who looks after it, needs, benefits, disputes, petitions, villages, history',
    },
    example: 'household show 150722100200010001',
    key: named(argument('<code>', { zh: '户编号（18 位）', en: 'the household’s code (18 digits)' }), 'household'),
    page: ({ db, today }, code) => {
      const household = householdCoded(db, code);
      const { columns, row, tables } = account(db, household, today);
      return {
        id: household.id,
        words: HOUSEHOLD_WORDS,
        title: { zh: `户 ${code}`, en: `Household ${code}` },
        columns: [...householdColumns, ...columns],
        row: {
          ...household,
          ...placeCells(loadTree(db, today), household.unit_id),
          kind: kindCell(db, household.id, today),
          ...row,
        },
        tables: [...tables, ...timeTables(db, household, today)],
        layout: layoutOf(code),
      };
    },
  });

/** On a terminal: where it is, when it is visited next and by whom, what can be done; then its visits, needs and cases. */
function layoutOf(code: string): Layout {
  return {
    title: 'head_name',
    lead: ['unit', 'kind', 'people', 'phone', 'address'],
    parts: [
      { as: 'facts', title: { zh: '走访', en: 'Visits' } },
      { as: 'list', table: 'visitors', columns: VISITORS },
      { as: 'lines', title: { zh: '可做', en: 'What can be done' }, lines: DOINGS.map(doing => withCode(doing, code)) },
      { as: 'tables' },
    ],
  };
}

const VISITORS: readonly Column[] = [
  column('name', '姓名', 'Name', 'name'),
  column('phone', '电话', 'Phone', 'phone'),
  column('code', '干部编号', 'Cadre', 'code'),
  { ...column('responsible', '包户', 'Responsible', 'flag'), reads: flag => (flag ? RESPONSIBLE : untranslated('')) },
];

const RESPONSIBLE: Text = { zh: '包户', en: 'responsible' };

const DOINGS: readonly Text[] = [
  { zh: '记走访  tiaochu visit add --household-code #', en: 'enter a visit  tiaochu visit add --household-code #' },
  { zh: '记需求  tiaochu need add --household-code #', en: 'enter a need  tiaochu need add --household-code #' },
  { zh: '改资料  tiaochu household change #', en: 'change it  tiaochu household change #' },
];

const withCode = ({ zh, en }: Text, code: string): Text => ({ zh: zh.replace('#', code), en: en.replace('#', code) });

/** Where a household was, of what kind it was and who looked after it, and when. */
function timeTables(db: Db, { id, code }: { readonly id: number; readonly code: string }, today: Day): Table[] {
  const tree = loadTree(db, today);
  const terms = termsOf(db, id).map(term => ({ ...term, ...placeCells(tree, term.unit_id) }));
  const columns = assignmentColumns.slice(1);
  return [
    { shape: 'table', key: 'terms', title: TERMS, columns: termColumns, rows: terms },
    ...kindTable(db, id),
    { shape: 'table', key: 'assignments', title: ASSIGNMENTS, columns, rows: assignmentRows(db, code) },
  ];
}
