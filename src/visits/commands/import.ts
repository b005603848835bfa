import { type Context, command, type Outcome } from '../../cli/command.ts';
import { EXIT } from '../../cli/exit.ts';
import { argumentList } from '../../cli/param.ts';
import type { Encoding } from '../../intake/decode.ts';
import { misuse } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';
import { importParams, importTitle, reasonsOf, warnUnknown } from '../../register/import-command.ts';
import {
  closeImport,
  emptyTally,
  openImport,
  rejectedFailure,
  type Summary,
  summaryTable,
} from '../../register/import-record.ts';
import { complaints, writeRejected } from '../../register/rejected.ts';
import { rejectedPath, sourceName } from '../../register/source.ts';
import { takeFile } from '../import.ts';
import { VISIT_TITLE } from '../visit.ts';

export const importVisits = command({
  name: 'import',
  zh: '导入',
  summary: {
    zh: '从一个或多个 CSV 文件导入走访记录(全部成功或全不写入)',
    en: 'take in visits from CSV files, all or nothing',
  },
  example: 'visit import demo/visits.csv',
  access: 'write',
  bulk: ['visit'],
  params: {
    file: argumentList('<file...>', { zh: 'CSV 文件,- 为标准输入', en: 'CSV files, - for standard input' }),
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
  const { handle, at, operator, lang, dryRun } = context;
  if (input.rejected !== undefined && paths.length > 1)
    misuse({ zh: '--rejected 只能用于一个文件', en: '--rejected goes with one file' });
  const total = emptyTally();
  const summaries: Summary[] = [];
  const reasons = new Map<string, number>();
  const details: Text[] = [];
  const bad: (() => () => void)[] = [];
  for (const path of paths) {
    const id = openImport(handle, at, operator, 'visit', sourceName(path));
    const { name, header, tally, rejections } = await takeFile(context, path, id, input.encoding);
    warnUnknown(context, name, header.unknown);
    for (const complaint of complaints(name, header, rejections)) details.push(complaint);
    for (const [reason, count] of reasonsOf(rejections, lang)) reasons.set(reason, (reasons.get(reason) ?? 0) + count);
    const kept = closeImport(handle, id, tally);
    summaries.push({ file: name, import: kept ? id : null, ...tally });
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += tally[key];
    if (rejections.length > 0 && input.skipBad && !dryRun)
      bad.push(() => writeRejected(rejectedPath(path, input.rejected), header, rejections, lang));
  }
  const view = summaryTable(summaries, reasons, importTitle(VISIT_TITLE, dryRun));
  if (total.rejected > 0 && !input.skipBad)
    throw rejectedFailure(summaries.map(s => s.file).join(', '), total.rejected, [...details, ...(view.notes ?? [])]);
  context.details(details);
  const settlers = bad.map(write => write());
  return {
    view,
    records: summaries.flatMap(s => (s.import === null ? [] : [String(s.import)])),
    counts: { ...total },
    ...(total.rejected > 0 ? { exit: EXIT.rejected } : {}),
    settle: () => {
      for (const settle of settlers) settle();
    },
  };
}
