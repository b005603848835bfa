import type { Context } from '../cli/command.ts';
import type { Source } from '../cli/source.ts';
import type { ReadingChoice } from '../intake/reading.ts';
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
    imported.push(result);
    if (result.problems.rows > 0 && !choice.skipBad) invalid.add(kind.noun);
  }
  return imported;
}

/** A file as messages call it: a sheet of several by its name, too. */
function sourceOf({ source, sheet }: PlannedFile): Source {
  return sheet === undefined ? source : { ...source, name: `${source.name}「${sheet}」` };
}

function choiceOf({ path, sheet }: PlannedFile, { update, number, skipBad, reading }: FolderChoice): ImportChoice {
  const file = sheet === undefined ? path : path.replace(/\.xlsx$/i, `.${sheet.replace(/[\\/:*?"<>|]/g, '_')}.xlsx`);
  const rejected = skipBad ? rejectedPath(file, undefined) : undefined;
  return { reading: { ...reading(), sheet }, update, number, skipBad, rejected };
}

function notLookedAt({ source, sheet }: PlannedFile, cause: Text): Text {
  const name = `${source.name}${sheet ? `「${sheet}」` : ''}`;
  return {
    zh: `${name}：未检查，因为${cause.zh}的文件有不合格的行`,
    en: `${name}: not looked at, since the file with ${cause.en} has invalid rows`,
  };
}
