import { type Command, command } from '../../cli/command.ts';
import { argument } from '../../cli/param.ts';
import { asCount } from '../../cli/values.ts';
import { SHOW } from '../../cli/verbs.ts';
import type { Table } from '../../kernel/view.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { loadTree } from '../../units/store.ts';
import { allDomains, anyVisit } from '../store.ts';
import { diaryTables, visitHistory } from '../tables.ts';
import { firstDiaryColumns, visitCells, visitColumns, withdrawnColumn } from '../views.ts';

/** Tables of a visit’s page that belong to areas above. */
export type VisitTables = (db: Db, visitId: number) => Table[];

const visitArgument = argument('<visit>', { zh: '走访号', en: 'the visit’s number' }, asCount);

export const show = (findings: VisitTables): Command =>
  command({
    ...SHOW,
    summary: {
      zh: '查看一次走访：全部日记、阅示、所发现的问题和更正',
      en: 'show one visit: its diaries, who read them, what was found in it, its corrections',
    },
    example: 'visit show 1',
    personal: true,
    params: { key: visitArgument },
    run: ({ db, today, reveal }, { key: id }) => {
      const visit = anyVisit(db, id);
      const isWithdrawn = visit.withdrawn_on !== null;
      return {
        view: {
          shape: 'card',
          title: { zh: `走访 ${id}`, en: `Visit ${id}` },
          columns: [...visitColumns, ...firstDiaryColumns, ...(isWithdrawn ? [withdrawnColumn] : [])],
          row: visitCells(loadTree(db, today), allDomains(db))(visit),
          tables: [
            ...diaryTables(db, id, isWithdrawn ? 'withdrawn_visit' : 'visit'),
            ...findings(db, id),
            visitHistory(db, id, reveal, []),
          ],
        },
        records: [String(id)],
      };
    },
  });

export const history = command({
  name: 'history',
  zh: '历史',
  summary: {
    zh: '走访和日记的修改历史，含原值',
    en: 'what changed about a visit and its diaries, with the old values',
  },
  example: 'visit history 1',
  access: 'read',
  personal: true,
  params: { key: visitArgument },
  run: ({ db, reveal }, { key: id }) => {
    const { household_code } = anyVisit(db, id);
    return { view: visitHistory(db, id, reveal, [household_code]), records: [String(id)] };
  },
});
