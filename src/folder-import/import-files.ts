import type { Context } from '../cli/command.ts';
import { shellLine } from '../cli/shell-line.ts';
import type { Source } from '../cli/source.ts';
import type { ReadingChoice } from '../intake/reading.ts';
import { misuse, type Refusal } from '../kernel/failure.ts';
import { type Text, untranslated } from '../kernel/text.ts';
import type { ImportChoice } from '../register/import-source.ts';
import type { ImportedFile } from '../register/import-summary.ts';
import { rejectedPath } from '../register/rejected.ts';
import type { PlannedFile } from './planning.ts';

/** How all files of a plan are imported; `reading` is asked anew for each, since a file can bring names of columns. */
export interface FolderChoice {
  readonly update: boolean;
  readonly number: boolean;
  readonly skipBad: boolean;
  reading(): ReadingChoice;
}

const FILES: Text = { zh: '个文件', en: 'files' };

/**
 * Imports the files of a plan, each by the function of its own command. Where a file has invalid rows that are not to be
 * skipped, those that name its records are not looked at: they would be full of problems that are none.
 */
export async function importPlanned(
  context: Context,
  files: readonly PlannedFile[],
  choice: FolderChoice,
): Promise<ImportedFile[]> {
  const imported: ImportedFile[] = [];
  const invalid = new Set<string>();
  for (const [done, file] of files.entries()) {
    const { kind, after } = file;
    const cause = after.find(({ noun }) => invalid.has(noun));
    if (cause) {
      context.remark(notLookedAt(file, cause.title));
      continue;
    }
    context.progress({ what: untranslated(file.source.name), done, total: files.length, unit: FILES });
    const isAmongOthers = imported.some(({ id }) => id !== null);
    const result = await kind.importSource(context, sourceOf(file), { ...choiceOf(file, choice), isAmongOthers });
    imported.push({ ...result, alone: aloneOf(file) });
    if (result.problems.rows > 0 && !choice.skipBad) invalid.add(kind.noun);
  }
  return imported;
}

/** The command line that imports a file by itself. */
function aloneOf({ path, sheet, kind }: PlannedFile): string {
  return shellLine([kind.area ?? kind.noun, 'import', path, ...(sheet === undefined ? [] : ['--sheet', sheet])]);
}

/** A file as messages call it: a sheet of several by its name, too. */
function sourceOf({ source, sheet }: PlannedFile): Source {
  return sheet === undefined ? source : { ...source, name: `${source.name}「${sheet}」` };
}

function choiceOf({ path, sheet }: PlannedFile, { update, number, skipBad, reading }: FolderChoice): ImportChoice {
  const file = sheet === undefined ? path : path.replace(/\.xlsx$/i, `.${sheet.replace(/[\\/:*?"<>|]/g, '_')}.xlsx`);
  if (skipBad && file === '-') misuse(NO_PLACE);
  const rejected = skipBad ? rejectedPath(file, undefined) : undefined;
  return { reading: { ...reading(), sheet }, update, number, skipBad, rejected };
}

/** Rejected rows go beside their file, and standard input is beside nothing. */
const NO_PLACE: Refusal = {
  zh: '从标准输入成批导入时不能用 --skip-bad：退回的行没有文件可写',
  en: 'From standard input --skip-bad has no file for the rejected rows',
  hint: {
    zh: '先存成文件；或用那一种表的导入命令，如 tiaochu visit import - --skip-bad --rejected 文件',
    en: 'Save it as a file, or use the import command of its kind, such as tiaochu visit import - --skip-bad --rejected FILE',
  },
};

function notLookedAt({ source, sheet }: PlannedFile, cause: Text): Text {
  const name = `${source.name}${sheet ? `「${sheet}」` : ''}`;
  return {
    zh: `${name}：未检查，因为${cause.zh}的文件有不合格的行`,
    en: `${name}: not looked at, since the file with ${cause.en} has invalid rows`,
  };
}
