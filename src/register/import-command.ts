import { type Command, type Context, command, type Outcome } from '../cli/command.ts';
import { EXIT } from '../cli/exit.ts';
import { argument, choice, flag, option } from '../cli/param.ts';
import { decoded, ENCODINGS } from '../intake/decode.ts';
import { readSheet, templateOf } from '../intake/sheet.ts';
import { type Lang, untranslated } from '../kernel/text.ts';
import { decideAll } from './decide.ts';
import { closeImport, noCounts, openImport, rejectedFailure, summaryTable } from './import-record.ts';
import type { Register } from './register.ts';
import { complaints, type Rejection, rejectedNote, rejectedPath, writeRejected } from './rejected.ts';

/** Options that every import takes. */
export const importParams = {
  skipBad: flag('--skip-bad', {
    zh: '跳过有问题的行，另存为退回文件',
    en: 'take the good rows, write the others to a file',
  }),
  rejected: option('--rejected <file>', { zh: '退回的行写到哪个文件', en: 'where rejected rows go' }),
  encoding: choice(
    '--encoding <name>',
    { zh: '文件编码（默认自动判断）', en: 'the file’s encoding (default: found out)' },
    ENCODINGS,
    {
      'utf-8': untranslated('UTF-8'),
      gb18030: untranslated('GB18030/GBK'),
    },
  ),
} as const;

/** `<noun> import FILE`: all or nothing, or all good rows with `--skip-bad`. */
export function importCommand<R extends object, B>(register: Register<R, B>, example: string): Command {
  return command({
    name: 'import',
    zh: '导入',
    summary: { zh: `从 CSV 文件导入${register.title.zh}`, en: `take in ${register.title.en} from a CSV file` },
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

interface ImportInput {
  readonly file: string;
  readonly update: boolean;
  readonly skipBad: boolean;
  readonly rejected: string | undefined;
  readonly encoding: (typeof ENCODINGS)[number] | undefined;
}

async function importFile<R extends object, B>(
  register: Register<R, B>,
  context: Context,
  input: ImportInput,
): Promise<Outcome> {
  const { db, at, operator, lang } = context;
  const source = context.source(input.file);
  const { name } = source;
  const target = input.skipBad ? rejectedPath(input.file, input.rejected) : undefined;
  const sheet = readSheet(register.sheet, decoded(source.bytes(), name, input.encoding), name);
  warnUnknown(context, name, sheet.header.unknown);

  const book = await register.load(context);
  const good = sheet.entries.filter(entry => entry.row !== undefined);
  const decisions = decideAll(
    register,
    book,
    good.map(entry => entry.row as R),
    { update: input.update, on: context.today },
  );
  for (const [index, decision] of decisions.entries()) {
    const obstacle = decision.verdict === 'change' && register.obstacle?.(db, decision, context.today);
    if (obstacle) decisions[index] = { verdict: 'reject', problems: [obstacle] };
  }
  const judged = good.map((entry, i) => ({
    line: entry.line,
    fields: entry.fields,
    problems: problemsOf(decisions[i]),
  }));
  const rejections: Rejection[] = [...sheet.entries.filter(entry => entry.row === undefined), ...judged]
    .filter(entry => entry.problems.length > 0)
    .sort((a, b) => a.line - b.line);

  const details = complaints(name, sheet.header, rejections);
  if (rejections.length > 0 && !input.skipBad) throw rejectedFailure(name, rejections.length, details);
  context.details(details);

  const id = openImport(db, at, operator, register.noun, name);
  register.save(db, book, decisions, { ...context.stamp(), importId: id });
  const tally = { ...noCounts(), read: sheet.entries.length, rejected: rejections.length };
  for (const { verdict } of decisions)
    if (verdict !== 'reject') tally[verdict === 'add' ? 'added' : verdict === 'change' ? 'changed' : 'already']++;
  const kept = closeImport(db, id, tally);
  const afterCommit = () => {
    if (target === undefined || rejections.length === 0 || context.dryRun) return;
    writeRejected(target, sheet.header, rejections, lang);
    context.remark(rejectedNote(rejections.length, target));
  };
  const summary = { file: name, import: kept && !context.dryRun ? id : null, ...tally };
  return {
    view: summaryTable([summary], reasonsOf(rejections, lang), importTitle(register.title, context.dryRun)),
    records: kept ? [String(id)] : [],
    counts: { ...tally },
    ...(rejections.length > 0 ? { exit: EXIT.rejected } : {}),
    afterCommit,
  };
}

/** `<noun> template`: the header with one example row. */
export function templateCommand(noun: string, title: { zh: string; en: string }, sheet: object): Command {
  return command({
    name: 'template',
    zh: '模板',
    summary: {
      zh: `打印${title.zh} CSV 文件的表头和一行样例`,
      en: `print the CSV header for ${title.en} with one example row`,
    },
    example: `${noun} template`,
    access: 'none',
    params: {},
    run: () => ({ view: templateOf(sheet) }),
  });
}

/** Columns that nobody knows are named, not silently dropped. */
export function warnUnknown(context: Context, file: string, unknown: readonly string[]): void {
  if (unknown.length === 0) return;
  const names = unknown.slice(0, 20).join('、') + (unknown.length > 20 ? ` … (${unknown.length})` : '');
  context.remark({
    zh: `提醒：${file} 中的列 ${names} 不认识，未导入`,
    en: `note: ${file} has columns that are not known and were not read: ${names.replaceAll('、', ', ')}`,
  });
}

export function importTitle(noun: { zh: string; en: string }, dryRun: boolean) {
  return dryRun
    ? { zh: `导入${noun.zh}（演算）`, en: `Import of ${noun.en} (dry run)` }
    : { zh: `导入${noun.zh}`, en: `Import of ${noun.en}` };
}

/** How often each reason was given. */
export function reasonsOf(rejections: readonly Rejection[], lang: Lang): Map<string, number> {
  const reasons = new Map<string, number>();
  for (const { problems } of rejections)
    for (const { reason, summary = reason } of problems)
      reasons.set(summary[lang], (reasons.get(summary[lang]) ?? 0) + 1);
  return reasons;
}

function problemsOf(
  decision: { verdict: string; problems?: Rejection['problems'] } | undefined,
): Rejection['problems'] {
  return decision?.problems ?? [];
}
