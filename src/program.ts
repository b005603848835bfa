import type { Area, Program } from './cli/command.ts';
import type { Text } from './kernel/text.ts';
import type { AreaTree } from './program/area-tree.ts';
import { BEGIN } from './program/begin.ts';
import { CASES } from './program/cases.ts';
import { CENTRE } from './program/centre.ts';
import { datasetsOf } from './program/datasets.ts';
import { COLUMN_NAMES, IMPORTS } from './program/imports.ts';
import { LEDGER } from './program/ledger.ts';
import { PEOPLE } from './program/people.ts';
import { VILLAGES } from './program/villages.ts';

/** The command tree, in the order and under the headings of the help. */
const TREE: readonly (readonly [group: Text, areas: AreaTree])[] = [
  [
    { zh: '开始', en: 'Begin' },
    { ...BEGIN, ...IMPORTS },
  ],
  [{ zh: '村、户、干部、走访', en: 'Villages, households, cadres, visits' }, PEOPLE],
  [{ zh: '纠纷、信访', en: 'Disputes and petitions' }, CASES],
  [{ zh: '中心和队伍', en: 'The centre and its people' }, CENTRE],
  [{ zh: '为群众办事、村规、报表收报', en: 'What villages need, their rules and returns' }, VILLAGES],
  [
    { zh: '待办、时限、报表、台账', en: 'To do, deadlines, reports, the ledger' },
    { ...LEDGER, ...COLUMN_NAMES, ...datasetsOf(() => AREAS) },
  ],
];

export const AREAS: readonly Area[] = TREE.flatMap(([group, areas]) =>
  Object.entries(areas).map(([name, area]) => ({ name, group, ...area })),
);

export const PROGRAM: Program = {
  areas: AREAS,
  peopleOf: async () => (await import('./households/people-store.ts')).peopleBehind,
  contradiction: async () => (await import('./admin/contradiction.ts')).contradictsItself,
  gate: async () => (await import('./exchange/gate.ts')).gate,
  paperAfter: async () => (await import('./paper/due-paper.ts')).paperAfter,
  missing: async () => (await import('./desk/setup/steps.ts')).missingSteps,
  picking: async () => (await import('./picking/picking.ts')).PICKING,
};
