import type { Context } from '../cli/command.ts';
import { Failure } from '../kernel/failure.ts';
import { counted, type Text } from '../kernel/text.ts';
import { column, type Table } from '../kernel/view.ts';
import { deleteFrom, insertInto, run, updateTable } from '../ledger/query.ts';
import type { Rejection } from './rejected.ts';

/** How many rows an import read and what became of them. */
export interface ImportCounts {
  read: number;
  added: number;
  changed: number;
  already: number;
  rejected: number;
}

export const noCounts = (): ImportCounts => ({ read: 0, added: 0, changed: 0, already: 0, rejected: 0 });

/** What became of one file. */
export interface ImportSummary extends ImportCounts {
  readonly file: string;
  /** The import's number, or null where nothing was added or changed. */
  readonly import: number | null;
}

/**
 * Enters an import, so that its rows are known by it and it can be undone. `close` writes its counts at the end; an import
 * that changed nothing is deleted.
 */
export function openImport({ db, at, operator, dryRun }: Context, noun: string, file: string) {
  const { id } = run(db, insertInto('import').values({ at, operator, noun, file, ...noCounts() }));
  const close = ({ read, added, changed, already, rejected }: ImportCounts): ImportSummary => {
    const counts = { read, added, changed, already, rejected };
    const stays = added + changed > 0;
    if (stays) run(db, updateTable('import').set(counts).where('id', '=', id));
    else run(db, deleteFrom('import').where('id', '=', id));
    return { file, import: stays && !dryRun ? id : null, ...counts };
  };
  return { id, close };
}

/** Columns that are not known are named, not silently dropped. */
export function warnUnknown(context: Context, file: string, unknown: readonly string[]): void {
  if (unknown.length === 0) return;
  const names = unknown.slice(0, 20).join('、') + (unknown.length > 20 ? ` … (${unknown.length})` : '');
  context.remark({
    zh: `提醒：${file} 中以下列无法识别，已忽略：${names}`,
    en: `note: ${file} has unknown columns, which were ignored: ${names.replaceAll('、', ', ')}`,
  });
}

/** What became of the rows of an import. */
export const COUNT_COLUMNS = [
  column('read', '读入', 'Read', 'integer'),
  column('added', '新增', 'Added', 'integer'),
  column('changed', '修改', 'Changed', 'integer'),
  column('already', '已有', 'Already there', 'integer'),
  column('rejected', '退回', 'Rejected', 'integer'),
] as const;

/** The table at the end of an import: read, added, changed, already there, rejected, and why. */
export function summaryTable(
  { lang, dryRun }: Pick<Context, 'lang' | 'dryRun'>,
  noun: Text,
  summaries: readonly ImportSummary[],
  rejections: readonly Rejection[] = [],
): Table {
  const reasons = new Map<string, number>();
  for (const { reason, summary = reason } of rejections.flatMap(({ problems }) => problems))
    reasons.set(summary[lang], (reasons.get(summary[lang]) ?? 0) + 1);
  return {
    shape: 'table',
    title: {
      zh: `导入${noun.zh}${dryRun ? '（试运行）' : ''}`,
      en: `Import of ${noun.en}${dryRun ? ' (dry run)' : ''}`,
    },
    columns: [column('file', '文件', 'File'), column('import', '导入号', 'Import'), ...COUNT_COLUMNS],
    rows: summaries.map(summary => ({ ...summary })),
    notes: [...reasons]
      .sort((a, b) => b[1] - a[1])
      .map(([reason, count]) => ({ zh: `退回 ${count} 处：${reason}`, en: `rejected, ${count} ×: ${reason}` })),
  };
}

/** The refusal of a whole file: nothing is written, every invalid row is named. */
export function rejectedFailure(file: string, bad: number, details: readonly Text[]): Failure {
  return new Failure(
    'rejected',
    {
      zh: `${file}：有 ${bad} 行不合格，未写入任何数据`,
      en: `${file}: ${counted(bad, 'row is', 'rows are')} invalid; nothing was imported`,
    },
    {
      zh: '请改正后重新导入；或加 --skip-bad 只导入合格的行，退回的行另存为文件',
      en: 'correct them, or import the valid rows with --skip-bad',
    },
    details,
  );
}
