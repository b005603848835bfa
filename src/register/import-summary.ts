import type { Context, Outcome } from '../cli/command.ts';
import { EXIT } from '../cli/exit.ts';
import { Unanswered } from '../intake/unanswered.ts';
import { Failure } from '../kernel/failure.ts';
import { keysOf } from '../kernel/keys.ts';
import { counted, type Text } from '../kernel/text.ts';
import { column, type Table } from '../kernel/view.ts';
import type { FileProblems } from './file-problems.ts';
import { type ImportCounts, noCounts } from './import-record.ts';
import { ReasonCounts } from './reason-counts.ts';
import { rejectedBeside, rejectedNote } from './rejected.ts';

interface ImportSummary extends ImportCounts {
  readonly file: string;
  readonly import: number | null;
}

/** A file that was imported. */
export interface ImportedFile {
  readonly name: string;
  /** The import's number, or null where nothing was added or changed. */
  readonly id: number | null;
  readonly counts: ImportCounts;
  readonly problems: FileProblems;
  /** The command line that imports it by itself, where it was imported among others. */
  readonly alone?: string;
  /** How many of its new rows may be wrong; each was said with its line. */
  readonly doubted?: number;
}

/** What an import of files shows; the rejected rows are written once the others are in. */
export function importOutcome(context: Context, noun: Text, files: readonly ImportedFile[]) {
  const { dryRun, lang } = context;
  const summaries = files.map(({ name, id, counts }) => ({ file: name, import: dryRun ? null : id, ...counts }));
  const counts = noCounts();
  for (const file of files) for (const key of keysOf(counts)) counts[key] += file.counts[key];
  return {
    view: withDoubts(summaryTable(summaries, reasonsOf(files).lines(lang), importTitle(noun, dryRun)), files),
    records: files.flatMap(({ id }) => (id === null ? [] : [String(id)])),
    counts: { ...counts },
    ...(counts.rejected > 0 ? { exit: EXIT.rejected } : {}),
    afterCommit: async () => {
      for (const { problems } of files)
        if (problems.rejected && problems.rows > 0) {
          await problems.rejected.write(true);
          context.remark(rejectedNote(problems.rows, problems.rejected.path));
        }
    },
  } satisfies Outcome;
}

function reasonsOf(files: readonly ImportedFile[]): ReasonCounts {
  const reasons = new ReasonCounts();
  for (const { problems } of files) reasons.addAll(problems.reasons);
  return reasons;
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
export function summaryTable(summaries: readonly ImportSummary[], reasons: readonly Text[], title: Text): Table {
  return {
    shape: 'table',
    title,
    columns: [column('file', '文件', 'File', 'code'), column('import', '导入号', 'Import', 'code'), ...COUNT_COLUMNS],
    rows: summaries.map(summary => ({ ...summary })),
    notes: reasons,
  };
}

export function importTitle(noun: Text, dryRun: boolean): Text {
  return dryRun
    ? { zh: `导入${noun.zh}（试运行）`, en: `Import of ${noun.en} (dry run)` }
    : { zh: `导入${noun.zh}`, en: `Import of ${noun.en}` };
}

/**
 * Refuses files with invalid rows: nothing is imported, the first problems are named and all are counted. The rows are
 * written only to a file that was asked for.
 */
export async function refuseInvalid({ lang }: Context, files: readonly ImportedFile[]): Promise<never> {
  const invalid = files.filter(({ problems }) => problems.rows > 0);
  const details: Text[] = [];
  for (const { problems, alone } of invalid) {
    details.push(...problems.details(whereRest(problems, alone)));
    if (!problems.rejected) continue;
    await problems.rejected.write(false);
    details.push(rejectedNote(problems.rows, problems.rejected.path));
  }
  if (invalid.some(({ problems }) => problems.isCut)) details.push(...reasonsOf(invalid).lines(lang));
  const rows = invalid.reduce((sum, { problems }) => sum + problems.rows, 0);
  throw rejectedFailure(invalid, rows, details);
}

/** How the problems that are not shown can be seen. */
function whereRest({ rejected, path }: FileProblems, alone: string | undefined): Text {
  if (rejected) return { zh: '', en: '' };
  const file = rejectedBeside(path);
  return {
    zh: `：${alone === undefined ? '加' : `用 ${alone}`} --rejected ${file} 可将退回的行和原因全部写入文件`,
    en: `: ${alone === undefined ? 'add' : alone} --rejected ${file} to write all rejected rows to a file with their reasons`,
  };
}

/** On a terminal asks for what would make valid rows of invalid ones, such as the year of days without one. */
export function askAboutInvalid({ asks }: Context, files: readonly ImportedFile[]): void {
  const open = asks ? files.map(({ problems }) => problems.openPoint).find(point => point !== undefined) : undefined;
  if (open) throw new Unanswered(rejectedFailure(files, 0, []), open);
}

function rejectedFailure(files: readonly ImportedFile[], bad: number, details: readonly Text[]): Failure {
  const file = files.map(({ name }) => name).join(', ');
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
