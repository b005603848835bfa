import { Failure } from '../kernel/failure.ts';
import { counted, type Text } from '../kernel/text.ts';
import { column, type Table } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';

/** How many rows an import read and what became of them. */
export interface ImportCounts {
  read: number;
  added: number;
  changed: number;
  already: number;
  rejected: number;
}

export const noCounts = (): ImportCounts => ({ read: 0, added: 0, changed: 0, already: 0, rejected: 0 });

/** Enters an import, so that its rows can be told apart and taken back; the figures follow at the end. */
export function openImport(db: Db, at: string, operator: string, noun: string, file: string): number {
  const { lastInsertRowid } = db
    .prepare(
      'insert into import (at, operator, noun, file, read, added, changed, already, rejected) values (?, ?, ?, ?, 0, 0, 0, 0, 0)',
    )
    .run(at, operator, noun, file);
  return Number(lastInsertRowid);
}

/** Writes the figures of a finished import; one that changed nothing leaves no entry. */
export function closeImport(db: Db, id: number, tally: ImportCounts): boolean {
  if (tally.added + tally.changed === 0) {
    db.prepare('delete from import where id = ?').run(id);
    return false;
  }
  db.prepare('update import set read = ?, added = ?, changed = ?, already = ?, rejected = ? where id = ?').run(
    tally.read,
    tally.added,
    tally.changed,
    tally.already,
    tally.rejected,
    id,
  );
  return true;
}

export interface ImportSummary extends ImportCounts {
  readonly file: string;
  /** The import's number, or null where nothing was added or changed. */
  readonly import: number | null;
}

/** The table at the end of an import: read, added, changed, already there, rejected, and why. */
export function summaryTable(
  summaries: readonly ImportSummary[],
  reasons: ReadonlyMap<string, number>,
  title: Text,
): Table {
  const notes = [...reasons]
    .sort((a, b) => b[1] - a[1])
    .map(([reason, count]) => ({ zh: `退回 ${count} 处：${reason}`, en: `rejected, ${count} ×: ${reason}` }));
  return {
    shape: 'table',
    title,
    columns: [
      column('file', '文件', 'File'),
      column('import', '导入号', 'Import'),
      column('read', '读入', 'Read', 'integer'),
      column('added', '新增', 'Added', 'integer'),
      column('changed', '修改', 'Changed', 'integer'),
      column('already', '已有', 'Already there', 'integer'),
      column('rejected', '退回', 'Rejected', 'integer'),
    ],
    rows: summaries.map(summary => ({ ...summary })),
    notes,
  };
}

/** The refusal of a whole file: nothing is written, every bad row is named. */
export function rejectedFailure(file: string, bad: number, details: readonly Text[]): Failure {
  return new Failure(
    'rejected',
    {
      zh: `${file}：有 ${bad} 行不能导入，什么也没有写入`,
      en: `${file}: ${counted(bad, 'row')} cannot be taken; nothing was written`,
    },
    {
      zh: '请改好后再导入；或加 --skip-bad 先导入其余各行，退回的行会另存成文件',
      en: 'Mend them and import again; or add --skip-bad to take the others and write these to a file',
    },
    details,
  );
}
