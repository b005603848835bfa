import { backUpFirst, backupParam } from '../backups/before-import.ts';
import { type Context, command, type Outcome } from '../cli/command.ts';
import { argument, flag, type Input, option } from '../cli/param.ts';
import { fieldsOf } from '../intake/sheet.ts';
import type { Text } from '../kernel/text.ts';
import type { FileCommand, FileKind } from './file-kind.ts';
import { type ImportChoice, importSource } from './import-source.ts';
import { askAboutInvalid, importOutcome, refuseInvalid } from './import-summary.ts';
import { readingChoice, readingParams } from './reading-params.ts';
import type { Register } from './register.ts';
import { fileSheet } from './register-rows.ts';
import { rejectedPath } from './rejected.ts';
import { rememberColumns } from './remembered-columns.ts';

export const importParams = {
  skipBad: flag('--skip-bad', {
    zh: '跳过不合格的行，另存为退回文件',
    en: 'import the valid rows, write the others to a file',
  }),
  rejected: option('--rejected <file>', { zh: '退回的行写入的文件', en: 'where rejected rows go' }),
  ...readingParams,
  remember: flag('--remember', {
    zh: '记住 --map 的列名，以后的文件不用再写',
    en: 'remember the names of --map for later files',
  }),
  backup: backupParam,
} as const;

/** `<noun> import FILE`: all or nothing, or all valid rows with `--skip-bad`. */
export function importCommand(register: Register, example: string): FileCommand {
  const kind = fileKind(register);
  const declared = command({
    name: 'import',
    zh: '导入',
    summary: {
      zh: `从 CSV 或 Excel 文件导入${register.title.zh}`,
      en: `import ${register.title.en} from a CSV or Excel file`,
    },
    example,
    access: 'write',
    bulk: register.tables,
    asks: true,
    params: {
      file: argument('<file>', {
        zh: 'CSV 或 xlsx 文件，- 为标准输入',
        en: 'a CSV or xlsx file, - for standard input',
      }),
      update: flag('--update', {
        zh: '编号已有而内容不同的行按文件修改',
        en: 'rows with a known code and other values change the record',
      }),
      ...(register.numbering ? { number: numberParam(register.numbering.rule) } : {}),
      ...importParams,
    },
    run: (context, input) => importFile(kind, context, input),
  });
  return { ...declared, kind };
}

/** The files of a register. */
function fileKind(register: Register): FileKind {
  const { noun, title, tables } = register;
  return {
    noun,
    title,
    columns: fieldsOf(fileSheet(register)),
    ...(register.numbering ? { uncoded: fieldsOf(fileSheet(register, true)) } : {}),
    tables,
    importSource: (context, source, choice) => importSource(context, register, source, choice),
  };
}

/** `--number`: what a register does with rows that have no codes. */
function numberParam({ zh, en }: Text) {
  return flag('--number', { zh: `没有编号的行按规则编号：${zh}`, en: `number rows without codes: ${en}` });
}

type ImportInput = Input<typeof importParams> & {
  readonly file: string;
  readonly update: boolean;
  readonly number?: boolean;
};

async function importFile(kind: FileKind, context: Context, input: ImportInput): Promise<Outcome> {
  await backUpFirst(context, input.backup);
  const source = context.source(input.file);
  const file = await kind.importSource(context, source, importChoice(context, input.file, input));
  askAboutInvalid(context, [file]);
  if (file.problems.rows > 0 && !input.skipBad) await refuseInvalid(context, [file]);
  const columns = input.number ? (kind.uncoded ?? kind.columns) : kind.columns;
  if (input.remember) rememberColumns(context, columns, input.map ?? []);
  return importOutcome(context, kind.title, [file]);
}

/** How a file is imported, by the options of its import. */
export function importChoice(
  context: Context,
  file: string,
  input: Input<typeof importParams> & { readonly update?: boolean; readonly number?: boolean },
): ImportChoice {
  const { skipBad, rejected, update = false, number = false } = input;
  const path = skipBad ? rejectedPath(file, rejected) : rejected;
  return { reading: readingChoice(context, input), update, number, skipBad, rejected: path };
}
