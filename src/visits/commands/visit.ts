import type { Command } from '../../cli/command.ts';
import { argument } from '../../cli/param.ts';
import { asCount } from '../../cli/values.ts';
import type { Table } from '../../kernel/view.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { historyCommand } from '../../register/history-command.ts';
import { templateCommand } from '../../register/register-commands.ts';
import { showing } from '../../register/showing.ts';
import { loadTree } from '../../units/store.ts';
import { allDomains, anyVisit } from '../store.ts';
import { diaryColumns, visitCells, visitColumns, visitWords, withdrawnColumn } from '../views.ts';
import { VISIT_TITLE, visitSheet } from '../visit.ts';
import { importVisits } from './import.ts';
import { add } from './visit-add.ts';
import { correct } from './visit-correct.ts';
import { list } from './visit-list.ts';
import { type VisitUses, withdraw } from './visit-withdraw.ts';

/** Tables of a visit’s page that belong to areas above. */
export type VisitTables = (db: Db, visitId: number) => Table[];

const show = (findings: VisitTables) =>
  showing({
    noun: 'visit',
    summary: { zh: '查看一次走访和它的更正', en: 'show one visit with its corrections' },
    example: 'visit show 1',
    key: argument('<visit>', { zh: '走访号', en: 'the visit’s number' }, asCount),
    page: ({ db, today }, id) => {
      const visit = anyVisit(db, id);
      const domains = allDomains(db);
      return {
        id,
        words: visitWords(domains),
        title: { zh: `走访 ${id}`, en: `Visit ${id}` },
        columns: [...visitColumns, ...diaryColumns, ...(visit.withdrawn_on === null ? [] : [withdrawnColumn])],
        row: visitCells(visit, loadTree(db, today), domains),
        tables: findings(db, id),
      };
    },
  });

/** The visit commands; `findings` shows what other areas have on record about a visit, `uses` what came from it. */
export const visitCommands = (findings: VisitTables, uses: VisitUses): readonly Command[] => [
  add,
  importVisits,
  list,
  show(findings),
  correct,
  withdraw(uses),
  historyCommand(
    'visit',
    VISIT_TITLE,
    '1',
    (db, key) => anyVisit(db, asCount(key)).id,
    db => visitWords(allDomains(db)),
    { keyTerm: '<visit>', about: (db, key) => [anyVisit(db, asCount(key)).household_code] },
  ),
  templateCommand('visit', VISIT_TITLE, visitSheet),
];
