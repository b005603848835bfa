import { type Command, type Context, command, type Outcome } from '../cli/command.ts';
import { EXIT } from '../cli/exit.ts';
import { argument, choice, flag, type Input, option } from '../cli/param.ts';
import { decoded } from '../intake/decode.ts';
import { readSheet, type SheetFile } from '../intake/sheet.ts';
import { untranslated } from '../kernel/text.ts';
import { decideAll } from './decide.ts';
import { closeImport, type ImportCounts, noCounts, openImport } from './import-record.ts';
import { importTitle, reasonsOf, rejectedFailure, summaryTable, warnUnknown } from './import-summary.ts';
import type { Decision, Register } from './register.ts';
import { complaints, type Rejection, rejectedNote, rejectedPath, writeRejected } from './rejected.ts';

export const importParams = {
  skipBad: flag('--skip-bad', {
    zh: '跳过不合格的行，另存为退回文件',
    en: 'import the valid rows, write the others to a file',
  }),
  rejected: option('--rejected <file>', { zh: '退回的行写入的文件', en: 'where rejected rows go' }),
  encoding: choice(
    '--encoding <name>',
    { zh: '文件编码（默认自动判断）', en: 'the file’s encoding (default: detected)' },
    {
      'utf-8': untranslated('UTF-8'),
      gb18030: untranslated('GB18030/GBK'),
    },
  ),
} as const;

/** `<noun> import FILE`: all or nothing, or all valid rows with `--skip-bad`. */
export function importCommand<R extends object, B>(register: Register<R, B>, example: string): Command {
  return command({
    name: 'import',
    zh: '导入',
    summary: { zh: `从 CSV 文件导入${register.title.zh}`, en: `import ${register.title.en} from a CSV file` },
    example,
    access: 'write',
    bulk: register.tables,
    params: {
      file: argument('<file>', { zh: 'CSV 文件，- 为标准输入', en: 'a CSV file, - for standard input' }),
      update: flag('--update', {
        zh: '编号已有而内容不同的行按文件修改',
        en: 'rows with a known code and other values change the record',
      }),
      ...importParams,
    },
    run: (context, input) => importFile(register, context, input),
  });
}

type ImportInput = Input<typeof importParams> & { readonly file: string; readonly update: boolean };

function importFile<R extends object, B>(register: Register<R, B>, context: Context, input: ImportInput): Outcome {
  const { db, lang, dryRun } = context;
  const source = context.source(input.file);
  const { name } = source;
  const target = input.skipBad ? rejectedPath(input.file, input.rejected) : undefined;
  const sheet = readSheet(register.sheet, decoded(source.bytes(), name, input.encoding), name);
  warnUnknown(context, name, sheet.header.unknown);
  const book = register.load(context);
  const decisions = decisionsFor(register, context, book, sheet, input.update);
  const rejections = rejectionsOf(sheet, decisions);
  const details = complaints(name, sheet.header, rejections);
  if (rejections.length > 0 && !input.skipBad) throw rejectedFailure(name, rejections.length, details);
  context.details(details);

  const id = openImport(db, context.at, context.operator, register.noun, name);
  register.save(db, book, decisions, { ...context.stamp(), importId: id });
  const counts = countsOf(sheet.entries.length, decisions, rejections.length);
  const stays = closeImport(db, id, counts);
  const summary = { file: name, import: stays && !dryRun ? id : null, ...counts };
  return {
    view: summaryTable([summary], reasonsOf(rejections, lang), importTitle(register.title, dryRun)),
    records: stays ? [String(id)] : [],
    counts: { ...counts },
    ...(rejections.length > 0 ? { exit: EXIT.rejected } : {}),
    afterCommit: () => {
      if (target === undefined || rejections.length === 0 || dryRun) return;
      writeRejected(target, sheet.header, rejections, lang);
      context.remark(rejectedNote(rejections.length, target));
    },
  };
}

/** What becomes of each readable row, in the order of the file. */
function decisionsFor<R extends object, B>(
  register: Register<R, B>,
  { db, today }: Context,
  book: B,
  sheet: SheetFile<R>,
  update: boolean,
): Decision<R>[] {
  const rows = sheet.entries.flatMap(({ row }) => (row === undefined ? [] : [row]));
  return decideAll(register, book, rows, { update, on: today }).map(decision => {
    const obstacle = decision.verdict === 'change' && register.obstacle?.(db, decision, today);
    return obstacle ? { verdict: 'reject', problems: [obstacle] } : decision;
  });
}

/** The rows with problems: those that cannot be read, and those that were decided against. */
function rejectionsOf<R extends object>(sheet: SheetFile<R>, decisions: readonly Decision<R>[]): Rejection[] {
  const decided = decisions.values();
  return sheet.entries
    .map(({ line, fields, row, problems }) => {
      const decision = row === undefined ? undefined : decided.next().value;
      return { line, fields, problems: decision?.verdict === 'reject' ? decision.problems : problems };
    })
    .filter(({ problems }) => problems.length > 0);
}

function countsOf<R>(read: number, decisions: readonly Decision<R>[], rejected: number): ImportCounts {
  const counts = { ...noCounts(), read, rejected };
  for (const { verdict } of decisions)
    if (verdict !== 'reject') counts[verdict === 'add' ? 'added' : verdict === 'change' ? 'changed' : 'already']++;
  return counts;
}
