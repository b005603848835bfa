import type { Command, Context } from '../cli/command.ts';
import type { Source } from '../cli/source.ts';
import type { Field } from '../intake/field.ts';
import type { Text } from '../kernel/text.ts';
import type { ImportChoice } from './import-source.ts';
import type { ImportedFile } from './import-summary.ts';

/** A kind of file that can be imported: by a command of its own, or with others of a folder. */
export interface FileKind {
  /** The word of its records in the list of imports: `household`. */
  readonly noun: string;
  /** The area with the command that imports such a file, where it is not called like its records. */
  readonly area?: string;
  readonly title: Text;
  readonly columns: readonly Field<unknown>[];
  /** The same where rows may have no codes, since they are numbered. */
  readonly uncoded?: readonly Field<unknown>[];
  /** Tables whose foreign keys are checked before the commit. */
  readonly tables: readonly string[];
  /** Imports one file inside the runner's transaction; nothing is said of it if rows are invalid and not to be skipped. */
  importSource(context: Context, source: Source, choice: ImportChoice): Promise<ImportedFile>;
}

/** A command that imports files of one kind. */
export interface FileCommand extends Command {
  readonly kind: FileKind;
}

export function isFileCommand(command: Command): command is FileCommand {
  return 'kind' in command;
}
