import { backUpFirst } from '../../backups/before-import.ts';
import { yearBefore } from '../../cli/act-day.ts';
import { type Context, command, type Outcome } from '../../cli/command.ts';
import { argumentList, type Input } from '../../cli/param.ts';
import type { Source } from '../../cli/source.ts';
import { realTarget } from '../../cli/targets.ts';
import { misuse } from '../../kernel/failure.ts';
import { counted } from '../../kernel/text.ts';
import { campaignStart } from '../../ledger/campaign.ts';
import type { FileCommand, FileKind } from '../../register/file-kind.ts';
import { remarkForm } from '../../register/form-remarks.ts';
import { importChoice, importParams } from '../../register/import-command.ts';
import { closeImport, openImport } from '../../register/import-record.ts';
import type { ImportChoice } from '../../register/import-source.ts';
import { askAboutInvalid, type ImportedFile, importOutcome, refuseInvalid } from '../../register/import-summary.ts';
import { rememberColumns } from '../../register/remembered-columns.ts';
import { type FileResult, importVisitFile } from '../import.ts';
import { withLateIndexes } from '../late-indexes-store.ts';
import { VISIT_COLUMNS, VISIT_TITLE } from '../visit.ts';

const VISIT_FILES: FileKind = {
  noun: 'visit',
  title: VISIT_TITLE,
  columns: VISIT_COLUMNS,
  tables: ['visit', 'diary'],
  importSource: (context, source, choice) =>
    withLateIndexes(context.db, [source], () => importVisitSource(context, source, choice)),
};

const declared = command({
  name: 'import',
  zh: '导入',
  summary: {
    zh: '从一个或多个 CSV 或 Excel 文件导入走访记录（全部成功或全不写入）',
    en: 'import visits from CSV or Excel files: all of them or none',
  },
  example: 'visit import demo/visits.csv',
  access: 'write',
  bulk: VISIT_FILES.tables,
  asks: true,
  params: {
    file: argumentList('<file...>', {
      zh: 'CSV 或 xlsx 文件，- 为标准输入',
      en: 'CSV or xlsx files, - for standard input',
    }),
    ...importParams,
  },
  run: (context, input) => importFiles(context, input.file, input),
});

export const importVisits: FileCommand = { ...declared, kind: VISIT_FILES };

/** All files in one transaction: either every good row of every file is in, or nothing is. */
async function importFiles(
  context: Context,
  paths: readonly string[],
  input: Input<typeof importParams>,
): Promise<Outcome> {
  checkPaths(paths, input.rejected);
  const choices = paths.map(path => importChoice(context, path, input));
  await backUpFirst(context, input.backup);
  const sources = paths.map(path => context.source(path));
  const files: ImportedFile[] = [];
  await withLateIndexes(context.db, sources, async () => {
    for (const [i, source] of sources.entries())
      files.push(await importVisitSource(context, source, choices[i] as ImportChoice));
  });
  askAboutInvalid(context, files);
  if (files.some(({ problems }) => problems.rows > 0) && !input.skipBad) await refuseInvalid(context, files);
  if (input.remember) rememberColumns(context, VISIT_COLUMNS, input.map ?? []);
  return importOutcome(context, VISIT_TITLE, files);
}

function checkPaths(paths: readonly string[], rejected: string | undefined): void {
  if (new Set(paths.map(realTarget)).size < paths.length)
    misuse({ zh: '同一个文件写了两次', en: 'The same file is named twice' });
  if (rejected !== undefined && paths.length > 1)
    misuse({ zh: '--rejected 只能用于一个文件', en: '--rejected is for a single file' });
}

/** Visits before the campaign, or of long ago, are likely slips of the hand: a day typed wrong is a real day. */
function remarkEarly(context: Context, { name: file, before }: Pick<FileResult, 'name' | 'before'>): void {
  const { db, today } = context;
  const start = campaignStart(db);
  const bound = start ?? yearBefore(today);
  const early = before(bound);
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

async function importVisitSource(context: Context, source: Source, choice: ImportChoice): Promise<ImportedFile> {
  const { db, at, operator } = context;
  const id = openImport(db, at, operator, 'visit', source.name);
  const result = await importVisitFile(context, source, id, choice);
  const { name, form, remarks, counts, problems } = result;
  remarkForm(context, name, form);
  context.details(remarks.details());
  if (choice.skipBad) context.details(problems.details());
  remarkEarly(context, result);
  return { name, id: closeImport(db, id, counts) ? id : null, counts, problems };
}
