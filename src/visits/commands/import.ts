import { type Context, command, type Outcome } from '../../cli/command.ts';
import { EXIT } from '../../cli/exit.ts';
import { argumentList } from '../../cli/param.ts';
import { realTarget } from '../../cli/targets.ts';
import type { Encoding } from '../../intake/decode.ts';
import { misuse } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';
import { importParams } from '../../register/import-params.ts';
import { closeImport, noCounts, openImport } from '../../register/import-record.ts';
import {
  type ImportSummary,
  importTitle,
  reasonsOf,
  rejectedFailure,
  summaryTable,
  warnUnknown,
} from '../../register/import-summary.ts';
import { complaints, rejectedNote, rejectedPath, writeRejected } from '../../register/rejected.ts';
import { importVisitFile } from '../import.ts';
import { VISIT_TITLE } from '../visit.ts';

export const importVisits = command({
  name: 'import',
  zh: '导入',
  summary: {
    zh: '从一个或多个 CSV 文件导入走访记录（全部成功或全不写入）',
    en: 'import visits from CSV files, all or nothing',
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

interface ImportOptions {
  readonly skipBad: boolean;
  readonly rejected: string | undefined;
  readonly encoding: Encoding | undefined;
}

/** All files in one transaction: either every good row of every file is in, or nothing is. */
async function importFiles(context: Context, paths: readonly string[], input: ImportOptions): Promise<Outcome> {
  const { db, at, operator, lang, dryRun } = context;
  if (new Set(paths.map(realTarget)).size < paths.length)
    misuse({ zh: '同一个文件写了两次', en: 'The same file is named twice' });
  if (input.rejected !== undefined && paths.length > 1)
    misuse({ zh: '--rejected 只能用于一个文件', en: '--rejected goes with one file' });
  const total = noCounts();
  const summaries: ImportSummary[] = [];
  const reasons = new Map<string, number>();
  const details: Text[] = [];
  const targets = input.skipBad ? paths.map(path => rejectedPath(path, input.rejected)) : [];
  const settlers: (() => void)[] = [];
  for (const [index, path] of paths.entries()) {
    const source = context.source(path);
    const id = openImport(db, at, operator, 'visit', source.name);
    const { name, header, tally, rejections } = await importVisitFile(context, source, id, input.encoding);
    warnUnknown(context, name, header.unknown);
    for (const complaint of complaints(name, header, rejections)) details.push(complaint);
    for (const [reason, count] of reasonsOf(rejections, lang)) reasons.set(reason, (reasons.get(reason) ?? 0) + count);
    const kept = closeImport(db, id, tally);
    summaries.push({ file: name, import: kept && !dryRun ? id : null, ...tally });
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += tally[key];
    const target = targets[index];
    if (rejections.length > 0 && target !== undefined && !dryRun)
      settlers.push(() => {
        writeRejected(target, header, rejections, lang);
        context.remark(rejectedNote(rejections.length, target));
      });
  }
  const view = summaryTable(summaries, reasons, importTitle(VISIT_TITLE, dryRun));
  if (total.rejected > 0 && !input.skipBad)
    throw rejectedFailure(summaries.map(s => s.file).join(', '), total.rejected, [...details, ...(view.notes ?? [])]);
  context.details(details);
  return {
    view,
    records: summaries.flatMap(s => (s.import === null ? [] : [String(s.import)])),
    counts: { ...total },
    ...(total.rejected > 0 ? { exit: EXIT.rejected } : {}),
    afterCommit: () => {
      for (const settle of settlers) settle();
    },
  };
}
