import type { Command } from '../../cli/command.ts';
import { choice } from '../../cli/param.ts';
import type { Day } from '../../kernel/day.ts';
import { column, type Table } from '../../kernel/view.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { simpleCommands } from '../../register/simple-commands.ts';
import type { SimpleRow } from '../../register/simple-store.ts';
import { inUnits } from '../../units/views.ts';
import { ITEM_COLUMNS, itemRow } from '../item-table.ts';
import { KINDS } from '../meeting.ts';
import { meetingRecord } from '../meeting-record.ts';
import { enteredAt, groupReports, itemsAt } from '../store.ts';
import { due } from './due.ts';
import { itemCommands } from './item.ts';
import { report } from './report.ts';

const IN_UNITS = inUnits();

/** `meeting agenda` reads reports, which this folder may not import, so it is passed in. */
export function meetingCommands(agenda: Command): Command[] {
  return [
    ...simpleCommands(meetingRecord, {
      sample: '150722100-2023-05-1',
      add: '--code 150722100-2023-05-9 --kind month --unit-code 150722100 --held-on 2023-05-30 --chair 150722100-S01-P01 --linked-leader BL01',
      change: '--summary 部署夏收前的排查',
      file: 'meetings.csv',
      beside: IN_UNITS.beside,
      filters: {
        ...IN_UNITS.filters,
        kind: { param: choice('--kind <kind>', { zh: '只看一种会议', en: 'one kind only' }, KINDS) },
      },
      details: ['linked_leader', 'attendees', 'summary'],
      entries: {
        option: { zh: '连同会上登记的汇报和事项', en: 'with the reports and items entered under it' },
        count: enteredAt,
      },
      more: parts,
    }),
    report,
    due,
    agenda,
    ...itemCommands,
  ];
}

/** What groups reported at a meeting, and what it decided. */
function parts(db: Db, { id, code }: SimpleRow, today: Day): Table[] {
  return [
    {
      shape: 'table',
      key: 'reports',
      title: { zh: '各组汇报', en: 'Reports of groups' },
      columns: [column('group_code', '指导组', 'Group', 'code'), column('summary', '汇报内容', 'Report')],
      rows: groupReports(db)
        .filter(({ meeting_id }) => meeting_id === id)
        .map(({ group_code, summary }) => ({ group_code, summary })),
    },
    {
      shape: 'table',
      key: 'items',
      title: { zh: '会议事项', en: 'Action items' },
      columns: ITEM_COLUMNS.meeting,
      rows: itemsAt(db, String(code)).map(item => itemRow(item, undefined, today)),
    },
  ];
}
