import { column, detail, type Row, type Table } from '../kernel/view.ts';
import { eventsOf } from '../ledger/events.ts';
import { rows } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { historyTable } from '../register/history-command.ts';
import { diariesBeside, diaryRows } from './diary-store.ts';
import { entriesOf } from './entries.ts';
import { lastReadings, readingsOf } from './reading-store.ts';
import { allDomains, visitRows } from './store.ts';
import { diaryColumns, visitWords } from './views.ts';

/** What a visit's page has of its diaries besides the text of one: their fields, further diaries, who read them. */
export function diaryTables(db: Db, id: number, table: 'visit' | 'withdrawn_visit'): Table[] {
  const beside = rows(db, diariesBeside().where('d.visit_id', '=', id));
  const visits = rows(db, visitRows(table).where('v.id', '=', id));
  const entries = [...entriesOf(visits, beside, lastReadings(db))];
  return [
    {
      shape: 'table',
      key: 'diaries',
      title: { zh: '民情日记', en: 'Diaries' },
      columns: [...diaryColumns].sort(byEntry),
      rows: beside.length === 0 ? [] : entries.map(({ entry }) => entry),
    },
    readingTable(db, id),
  ];
}

const byEntry = (a: { readonly key: string }, b: { readonly key: string }) =>
  Number(b.key === 'entry') - Number(a.key === 'entry');

function readingTable(db: Db, id: number): Table {
  return {
    shape: 'table',
    key: 'readings',
    title: { zh: '阅示', en: 'Readings' },
    columns: [
      column('code', '阅示编号', 'Reading', 'code'),
      detail('entry', '第几篇', 'Entry', 'integer'),
      column('read_by', '阅示人', 'Read by', 'name'),
      detail('post', '职务', 'Post'),
      column('read_on', '阅示日期', 'Read on', 'day'),
      column('remark', '批语', 'Remark'),
    ],
    rows: readingsOf(db, id),
  };
}

/** What changed of a visit and of its diaries, in the order in which it was entered. */
export function visitHistory(db: Db, id: number, reveal: boolean, about: readonly string[]): Table {
  const words = visitWords(allDomains(db));
  const own = historyTable(db, 'visit', id, words, reveal, about);
  const diaries = diaryRows(db, id).filter(row => eventsOf(db, 'diary', row.id).length > 0);
  const more = diaries.flatMap(({ id: diary, number }) =>
    [...historyTable(db, 'diary', diary, words, reveal).rows].map(row => ofEntry(row, number)),
  );
  const all = [...own.rows, ...more].sort((a, b) => (String(a.at) < String(b.at) ? -1 : 1));
  return { ...own, rows: all };
}

/** A change of a diary says of which. */
function ofEntry(row: Row, number: number): Row {
  const { field } = row;
  if (field === null || typeof field !== 'object') return row;
  return { ...row, field: { zh: `${field.zh}（第 ${number} 篇）`, en: `${field.en} (entry ${number})` } };
}
