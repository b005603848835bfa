import { yearBefore } from '../../cli/act-day.ts';
import { type Context, command, type Outcome } from '../../cli/command.ts';
import { argumentList, type Input } from '../../cli/param.ts';
import { realTarget } from '../../cli/targets.ts';
import type { ReadingChoice } from '../../intake/reading.ts';
import { misuse } from '../../kernel/failure.ts';
import { counted } from '../../kernel/text.ts';
import { campaignStart } from '../../ledger/campaign.ts';
import { formHints } from '../../register/form-hints.ts';
import { remarkForm } from '../../register/form-remarks.ts';
import { importParams } from '../../register/import-command.ts';
import { closeImport, openImport } from '../../register/import-record.ts';
import { type ImportedFile, importOutcome, rejectedFailure } from '../../register/import-summary.ts';
import { readingChoice } from '../../register/reading-params.ts';
import { complaints, rejectedPath } from '../../register/rejected.ts';
import { importVisitFile } from '../import.ts';
import { importedBefore } from '../store.ts';
import { VISIT_COLUMNS, VISIT_TITLE } from '../visit.ts';

export const importVisits = command({
  name: 'import',
  zh: '导入',
  summary: {
    zh: '从一个或多个 CSV 或 Excel 文件导入走访记录（全部成功或全不写入）',
    en: 'import visits from CSV or Excel files: all of them or none',
  },
  example: 'visit import demo/visits.csv',
  access: 'write',
  bulk: ['visit', 'diary'],
  params: {
    file: argumentList('<file...>', {
      zh: 'CSV 或 xlsx 文件，- 为标准输入',
      en: 'CSV or xlsx files, - for standard input',
    }),
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
  const targets = paths.map(path => (input.skipBad ? rejectedPath(path, input.rejected) : undefined));
  const choice = readingChoice(context, input);
  const files: ImportedFile[] = [];
  for (const [i, path] of paths.entries())
    files.push({ ...(await importFile(context, path, choice)), target: targets[i] });
  const details = files.flatMap(({ name, header, rejections }) => [
    ...complaints(name, header, rejections, VISIT_COLUMNS),
    ...formHints(header, rejections),
  ]);
  const outcome = importOutcome(context, VISIT_TITLE, files);
  const { rejected } = outcome.counts;
  if (rejected > 0 && !input.skipBad) {
    const names = files.map(file => file.name).join(', ');
    throw rejectedFailure(names, rejected, [...details, ...(outcome.view.notes ?? [])]);
  }
  context.details(details);
  return outcome;
}

function checkPaths(paths: readonly string[], rejected: string | undefined): void {
  if (new Set(paths.map(realTarget)).size < paths.length)
    misuse({ zh: '同一个文件写了两次', en: 'The same file is named twice' });
  if (rejected !== undefined && paths.length > 1)
    misuse({ zh: '--rejected 只能用于一个文件', en: '--rejected is for a single file' });
}

/** Visits before the campaign, or of long ago, are likely slips of the hand: a day typed wrong is a real day. */
function remarkEarly(context: Context, file: string, importId: number): void {
  const { db, today } = context;
  const start = campaignStart(db);
  const bound = start ?? yearBefore(today);
  const early = importedBefore(db, importId, bound);
  if (early === 0) return;
  context.remark(
    start === undefined
      ? {
          zh: `${file}：${early} 行的走访日期在一年以前（早于 ${bound}），请核对`,
          en: `${file}: ${counted(early, 'visit')} more than a year back (before ${bound}); check the days`,
        }
      : {
          zh: `${file}：${early} 行早于行动启动日 ${start}，请核对`,
          en: `${file}: ${counted(early, 'visit')} before the campaign, which began on ${start}; check the days`,
        },
  );
}

async function importFile(context: Context, path: string, choice: ReadingChoice) {
  const { db, at, operator } = context;
  const source = context.source(path);
  const id = openImport(db, at, operator, 'visit', source.name);
  const result = await importVisitFile(context, source, id, choice);
  remarkForm(context, result.name, result.form);
  context.details(complaints(result.name, result.header, result.remarks, VISIT_COLUMNS));
  remarkEarly(context, result.name, id);
  return { ...result, id: closeImport(db, id, result.counts) ? id : null };
}
