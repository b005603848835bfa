import type { Command } from '../../cli/command.ts';
import { option } from '../../cli/param.ts';
import type { Day } from '../../kernel/day.ts';
import { counted } from '../../kernel/text.ts';
import { column, type Table } from '../../kernel/view.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { named } from '../../naming/named-param.ts';
import { simpleCommands } from '../../register/simple-commands.ts';
import type { SimpleRow } from '../../register/simple-store.ts';
import { loadTree } from '../../units/store.ts';
import { inUnits } from '../../units/views.ts';
import { problemsOfGroup, problemsUnder, visitsOfGroup } from '../problem-store.ts';
import { PROBLEM_COLUMNS, problemRow } from '../problem-view.ts';
import { groupNames } from '../store.ts';
import { guidanceVisitRecord } from '../visit-record.ts';

const IN_UNITS = inUnits();

export const guidanceVisitCommands: readonly Command[] = simpleCommands(guidanceVisitRecord, {
  sample: 'ZD01-V1',
  add: '--code ZD01-V9 --group-code ZD01 --unit-code 150722100 --visited-on 2023-06-30 --visitors 敖玉兰 --looked-at 走访台账和民情日记',
  change: '--looked-at 走访台账、民情日记和信访代办 --reason 补记',
  file: 'guidance-visits.csv',
  beside: { ...IN_UNITS.beside, group_code: { column: column('group', '指导组', 'Group'), of: groupNames } },
  filters: {
    ...IN_UNITS.filters,
    group: {
      param: named(option('--group <code>', { zh: '只看一个指导组', en: 'one guidance group only' }), 'guidance'),
      passes: (_: Db, wanted: string) => (row: SimpleRow) => row.group_code === wanted,
    },
  },
  entries: {
    option: { zh: '连同走访中发现的问题', en: 'with the problems that were found in it' },
    count: (db, id) => {
      const found = problemsUnder(db, id);
      return found === 0 ? undefined : { zh: `${found} 个问题`, en: counted(found, 'problem') };
    },
  },
});

/** What a group visited, on its page. */
export function visitTable(db: Db, groupId: number, day: Day): Table {
  const { units } = loadTree(db, day);
  return {
    shape: 'table',
    key: 'visits',
    title: { zh: '指导走访', en: 'Visits' },
    columns: [
      column('code', '走访编号', 'Visit', 'code'),
      column('visited_on', '走访日期', 'Visited on', 'day'),
      column('unit', '机构', 'Unit', 'label'),
      column('visitors', '走访人员', 'Visitors', 'name'),
      column('looked_at', '了解内容', 'Looked at'),
    ],
    rows: visitsOfGroup(db, groupId).map(({ unit_id, ...visit }) => ({ ...visit, unit: units.get(unit_id)?.name })),
  };
}

/** What a group found, on its page: the first due first. */
export function problemTable(db: Db, groupId: number, day: Day): Table {
  const tree = loadTree(db, day);
  return {
    shape: 'table',
    key: 'problems',
    title: { zh: '问题清单', en: 'Problems' },
    columns: PROBLEM_COLUMNS,
    rows: problemsOfGroup(db, groupId).map(found => problemRow(found, tree, day)),
  };
}
