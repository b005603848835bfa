import type { Context, Outcome } from '../cli/command.ts';
import { EXIT } from '../cli/exit.ts';
import type { Header } from '../intake/header.ts';
import { Failure } from '../kernel/failure.ts';
import { keysOf } from '../kernel/keys.ts';
import { counted, type Lang, type Text } from '../kernel/text.ts';
import { column, type Table } from '../kernel/view.ts';
import { type ImportCounts, noCounts } from './import-record.ts';
import { type Rejection, rejectedNote, writeRejected } from './rejected.ts';

interface ImportSummary extends ImportCounts {
  readonly file: string;
  readonly import: number | null;
}

/** A file that was imported. */
export interface ImportedFile {
  readonly name: string;
  readonly header: Header;
  /** The import's number, or null where nothing was added or changed. */
  readonly id: number | null;
  readonly counts: ImportCounts;
  readonly rejections: readonly Rejection[];
  /** Where its rejected rows are written. */
  readonly target: string | undefined;
  /** How many of its new rows may be wrong; each was said with its line. */
  readonly doubted?: number;
}

/** What an import of files shows; the rejected rows are written once the others are in. */
export function importOutcome(context: Context, noun: Text, files: readonly ImportedFile[]) {
  const { lang, dryRun } = context;
  const rejections = files.flatMap(file => file.rejections);
  const summaries = files.map(({ name, id, counts }) => ({ file: name, import: dryRun ? null : id, ...counts }));
  const counts = noCounts();
  for (const file of files) for (const key of keysOf(counts)) counts[key] += file.counts[key];
  return {
    view: withDoubts(summaryTable(summaries, reasonsOf(rejections, lang), importTitle(noun, dryRun)), files),
    records: files.flatMap(({ id }) => (id === null ? [] : [String(id)])),
    counts: { ...counts },
    ...(rejections.length > 0 ? { exit: EXIT.rejected } : {}),
    afterCommit: async () => {
      for (const { target, header, rejections } of files) {
        if (target === undefined || rejections.length === 0 || dryRun) continue;
        await writeRejected(target, header, rejections, lang);
        context.remark(rejectedNote(rejections.length, target));
      }
    },
  } satisfies Outcome;
}

/** How many rows were imported that somebody should look at. */
function withDoubts(table: Table, files: readonly ImportedFile[]): Table {
  const count = files.reduce((sum, { doubted = 0 }) => sum + doubted, 0);
  if (count === 0) return table;
  const note = {
    zh: `有疑问 ${count} 处，已按行列出；请逐行核对`,
    en: `${counted(count, 'doubt')}, listed by line: look at these rows`,
  };
  return { ...table, notes: [...(table.notes ?? []), note] };
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
    columns: [column('file', '文件', 'File', 'code'), column('import', '导入号', 'Import', 'code'), ...COUNT_COLUMNS],
    rows: summaries.map(summary => ({ ...summary })),
    notes,
  };
}

export function importTitle(noun: Text, dryRun: boolean): Text {
  return dryRun
    ? { zh: `导入${noun.zh}（试运行）`, en: `Import of ${noun.en} (dry run)` }
    : { zh: `导入${noun.zh}`, en: `Import of ${noun.en}` };
}

function reasonsOf(rejections: readonly Rejection[], lang: Lang): Map<string, number> {
  const reasons = new Map<string, number>();
  for (const { problems } of rejections)
    for (const { reason, summary = reason } of problems)
      reasons.set(summary[lang], (reasons.get(summary[lang]) ?? 0) + 1);
  return reasons;
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
