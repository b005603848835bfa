import { type Context, command, type Outcome } from '../../cli/command.ts';
import { EXIT } from '../../cli/exit.ts';
import { argumentList, type Input } from '../../cli/param.ts';
import { realTarget } from '../../cli/targets.ts';
import type { Encoding } from '../../intake/decode.ts';
import { misuse } from '../../kernel/failure.ts';
import { importParams } from '../../register/import-command.ts';
import {
  type ImportCounts,
  type ImportSummary,
  noCounts,
  openImport,
  rejectedFailure,
  summaryTable,
  warnUnknown,
} from '../../register/import-record.ts';
import { complaints, rejectedPath, writeRejected } from '../../register/rejected.ts';
import { type FileResult, importVisitFile } from '../import.ts';
import { VISIT_TITLE } from '../visit.ts';

export const importVisits = command({
  name: 'import',
  zh: '导入',
  summary: {
    zh: '从一个或多个 CSV 文件导入走访记录（全部成功或全不写入）',
    en: 'import visits from CSV files: all of them or none',
  },
  example: 'visit import demo/visits.csv',
  access: 'write',
  bulk: ['visit'],
  params: {
    file: argumentList('<file...>', { zh: 'CSV 文件，- 为标准输入', en: 'CSV files, - for standard input' }),
    ...importParams,
  },
  run: (context, input) => importFiles(context, input.file, input),
});

/** All files in one transaction: either every good row of every file is in, or nothing is. */
async function importFiles(
  context: Context,
  paths: readonly string[],
  input: Input<typeof importParams>,
): Promise<Outcome> {
  checkPaths(paths, input.rejected);
  const targets = input.skipBad ? paths.map(path => rejectedPath(path, input.rejected)) : [];
  const files: ImportedFile[] = [];
  for (const path of paths) files.push(await importFile(context, path, input.encoding));
  const summaries = files.map(file => file.summary);
  const rejections = files.flatMap(file => file.rejections);
  const details = files.flatMap(file => complaints(file.name, file.header, file.rejections));
  const view = summaryTable(context, VISIT_TITLE, summaries, rejections);
  if (rejections.length > 0 && !input.skipBad)
    throw rejectedFailure(files.map(file => file.name).join(', '), rejections.length, [
      ...details,
      ...(view.notes ?? []),
    ]);
  context.details(details);
  return {
    view,
    records: summaries.flatMap(summary => (summary.import === null ? [] : [String(summary.import)])),
    counts: { ...totalOf(summaries) },
    ...(rejections.length > 0 ? { exit: EXIT.rejected } : {}),
    afterCommit: () => {
      for (const [i, { header, rejections }] of files.entries()) writeRejected(context, targets[i], header, rejections);
    },
  };
}

function checkPaths(paths: readonly string[], rejected: string | undefined): void {
  if (new Set(paths.map(realTarget)).size < paths.length)
    misuse({ zh: '同一个文件写了两次', en: 'The same file is named twice' });
  if (rejected !== undefined && paths.length > 1)
    misuse({ zh: '--rejected 只能用于一个文件', en: '--rejected is for a single file' });
}

interface ImportedFile extends FileResult {
  readonly summary: ImportSummary;
}

async function importFile(context: Context, path: string, encoding: Encoding | undefined): Promise<ImportedFile> {
  const source = context.source(path);
  const { id, close } = openImport(context, 'visit', source.name);
  const result = await importVisitFile(context, source, id, encoding);
  warnUnknown(context, result.name, result.header.unknown);
  return { ...result, summary: close(result.counts) };
}

function totalOf(summaries: readonly ImportSummary[]): ImportCounts {
  const total = noCounts();
  for (const key of Object.keys(total) as (keyof ImportCounts)[])
    for (const summary of summaries) total[key] += summary[key];
  return total;
}
