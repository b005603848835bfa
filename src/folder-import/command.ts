import { backUpFirst } from '../backups/before-import.ts';
import { type Command, type Context, command, type Outcome } from '../cli/command.ts';
import { EXIT } from '../cli/exit.ts';
import { argumentList, flag, type Input, type Param } from '../cli/param.ts';
import { keyOf } from '../intake/reading.ts';
import { Failure, misuse } from '../kernel/failure.ts';
import type { FileKind } from '../register/file-kind.ts';
import { importParams } from '../register/import-command.ts';
import { askAboutInvalid, importOutcome, refuseInvalid } from '../register/import-summary.ts';
import type { CodeReference, RecordKind } from '../register/kind.ts';
import { readingChoice } from '../register/reading-params.ts';
import { filesIn } from './folder.ts';
import { importPlanned } from './import-files.ts';
import { needsOf } from './needs.ts';
import { filesTitle, leftText, planView } from './plan-view.ts';
import { type ImportPlan, importPlan, withoutCodes } from './planning.ts';

/** What the program can import, and what its areas declare of their records. */
export interface Importable {
  readonly kinds: readonly FileKind[];
  readonly records: readonly RecordKind[];
  readonly codeReferences: readonly CodeReference[];
}

const { skipBad, encoding, map, set, year, day, fillDown, lenient, backup } = importParams;
const params = {
  file: folderOrFiles(),
  update: flag('--update', {
    zh: '编号已有而内容不同的行按文件修改',
    en: 'rows with a known code and other values change the record',
  }),
  number: flag('--number', {
    zh: '没有编号的行按各登记册的规则编号',
    en: 'number rows without codes, by the rule of each register',
  }),
  skipBad,
  encoding,
  map,
  set,
  year,
  day,
  fillDown,
  lenient,
  backup,
} as const;

/** `import FOLDER`: finds out what its files hold, shows the plan, asks once and imports all of them or none. */
export function folderCommand(importable: Importable): Command {
  return command({
    name: 'all',
    zh: '成批',
    isDefault: true,
    summary: {
      zh: '导入一个文件夹或几个文件（「成批」可以省略）：自动识别内容和先后，全部成功或全不写入',
      en: 'import a folder or files (all may be left out): what they hold and their order are found out, all or none are imported',
    },
    example: 'import all demo --yes',
    access: 'write',
    takesLong: true,
    bulk: [...new Set(importable.kinds.flatMap(({ tables }) => tables))],
    confirm: 'always',
    asks: true,
    params,
    run: (context, input) => importFolder(importable, context, input),
  });
}

/** Files, and the files in folders. */
function folderOrFiles(): Param<readonly string[], true> {
  const files = argumentList('<file...>', {
    zh: '文件夹，或一个或多个 CSV、xlsx 文件',
    en: 'a folder, or CSV and xlsx files',
  });
  return { ...files, parse: filesIn };
}

async function importFolder(
  { kinds, records, codeReferences }: Importable,
  context: Context,
  input: Input<typeof params>,
): Promise<Outcome> {
  const { update, number, skipBad, backup, ...read } = input;
  demandColumns(kinds, input);
  const reading = () => ({ ...readingChoice(context, { ...read, sheet: undefined }), isForSeveral: true });
  const needs = needsOf(context.db, records, codeReferences);
  const nouns = records.map(({ noun }) => noun);
  // With numbers to come, a file is one of its kind without its codes.
  const asked = number ? kinds.map(withoutCodes) : kinds;
  const plan = await importPlan(context, [...new Set(input.file)], { kinds: asked, nouns, needs }, reading());
  if (plan.files.length === 0) throw nothingToImport(plan);
  if (context.isPreview) return { view: planView(plan) };
  for (const left of plan.left) context.remark(leftText(left));
  await backUpFirst(context, backup);
  const files = await importPlanned(context, plan.files, { update, number, skipBad, reading });
  askAboutInvalid(context, files);
  if (files.some(({ problems }) => problems.rows > 0) && !skipBad) await refuseInvalid(context, files);
  const outcome = importOutcome(context, filesTitle(files.length), files);
  return plan.left.some(({ isTable }) => isTable) ? { ...outcome, exit: EXIT.rejected } : outcome;
}

/** A column that is named for the files is one of some kind of file. */
function demandColumns(kinds: readonly FileKind[], { map, set }: Pick<Input<typeof params>, 'map' | 'set'>): void {
  for (const { column } of [...(map ?? []), ...(set ?? [])])
    if (!kinds.some(({ columns, uncoded = columns }) => keyOf(uncoded, column) !== undefined))
      misuse(
        { zh: `任何一种可导入的表都没有「${column}」这一列`, en: `No kind of file has a column "${column}"` },
        {
          zh: '各种表的列名见各自的模板命令，如 tiaochu visit template',
          en: 'The template commands print the columns, such as tiaochu visit template',
        },
      );
}

function nothingToImport({ left }: ImportPlan): Failure {
  return new Failure(
    'rejected',
    { zh: '没有可以导入的表', en: 'There is no table that can be imported' },
    {
      zh: '各种表的表头见各自的模板命令；叫法不同的列用 tiaochu column-name add 登记',
      en: 'The template commands print the headers; tiaochu column-name add registers other names of columns',
    },
    left.map(leftText),
  );
}
