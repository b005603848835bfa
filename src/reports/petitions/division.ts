import { agentRows } from '../../agents/store.ts';
import { departmentRows } from '../../departments/store.ts';
import type { Text } from '../../kernel/text.ts';
import { type Column, column, type Row } from '../../kernel/view.ts';
import { petitionCategories } from '../../petitions/store.ts';
import { everyUnit } from '../../units/tree.ts';
import { type Scope, UNIT_COLUMNS, unitCells } from '../scope.ts';
import type { PetitionFact } from './facts.ts';

/** What the petitions can be counted by. */
export const BY = {
  unit: { zh: '机构', en: 'unit' },
  agent: { zh: '代办员', en: 'agent' },
  department: { zh: '部门', en: 'department' },
  category: { zh: '类别', en: 'category' },
  road: { zh: '是否代办', en: 'road' },
} as const satisfies Record<string, Text>;
export type By = keyof typeof BY;

export const FIRST: Readonly<Record<By, readonly Column[]>> = {
  unit: UNIT_COLUMNS,
  agent: [
    column('agent_code', '代办员编号', 'Agent', 'code'),
    column('agent', '姓名', 'Name', 'name'),
    column('unit', '单位', 'Unit', 'label'),
  ],
  department: [column('department_code', '部门代码', 'Code', 'code'), column('department', '部门', 'Department')],
  category: [column('category_code', '代码', 'Code', 'code'), column('category', '类别', 'Category')],
  road: [column('road', '是否代办', 'Road')],
};

/** A row of the table, and the petitions that it counts. */
interface PetitionRow {
  readonly labels: Row;
  readonly petitions: readonly PetitionFact[];
}

/** What a row is called, and whether it counts a petition. */
type Division = readonly [labels: Row, counts: (petition: PetitionFact) => boolean];

const NONE = { zh: '（无）', en: 'none' };

const DIVISIONS: Readonly<Record<By, (scope: Scope) => readonly Division[]>> = {
  unit: scope =>
    everyUnit(scope.tree).map(({ unit_id }) => [unitCells(scope, unit_id), ({ holder }) => holder === unit_id]),
  category: ({ db }) =>
    petitionCategories(db).map(({ code, name_zh, name_en }) => [
      { category_code: code, category: { zh: name_zh, en: name_en } },
      ({ category }) => category === code,
    ]),
  agent: scope => [
    ...agentRows(scope.db).map(
      ({ code, name, unit_id }): Division => [
        { agent_code: code, agent: name, unit: unitCells(scope, unit_id).unit },
        ({ agent }) => agent === code,
      ],
    ),
    [{ agent_code: NONE }, ({ agent }) => agent === null],
  ],
  // Carried by an agent with a letter of authority, or not: both are petitions, the first are agency cases.
  road: () => [
    [{ road: { zh: '代办', en: 'agency' } }, ({ isAgency }) => isAgency],
    [{ road: { zh: '非代办', en: 'without agency' } }, ({ isAgency }) => !isAgency],
  ],
  department: ({ db }) => [
    ...departmentRows(db).map(
      ({ code, name }): Division => [
        { department_code: code, department: name },
        ({ departments }) => departments.includes(code),
      ],
    ),
    [{ department: NONE }, ({ departments }) => departments.length === 0],
  ],
};

/** The rows of the table: those with petitions (categories always), and one for what has no agent or department. */
export function dividedBy(scope: Scope, by: By, petitions: readonly PetitionFact[]): PetitionRow[] {
  return DIVISIONS[by](scope)
    .map(([labels, counts]) => ({ labels, petitions: petitions.filter(counts) }))
    .filter(row => by === 'category' || by === 'road' || row.petitions.length > 0);
}
