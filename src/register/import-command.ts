import { type Command, type Context, command, type Outcome } from '../cli/command.ts';
import { argument, flag, type Input, option } from '../cli/param.ts';
import { fieldsOf, readSheet, type SheetFile } from '../intake/sheet.ts';
import { openTable } from '../intake/table-file.ts';
import type { Text } from '../kernel/text.ts';
import type { Db } from '../ledger/sqlite.ts';
import { decide } from './decide.ts';
import { entryRuleRemarks } from './entry-rule.ts';
import { formHints } from './form-hints.ts';
import { remarkDerived, remarkForm } from './form-remarks.ts';
import { closeImport, type ImportCounts, noCounts, openImport } from './import-record.ts';
import { importOutcome, rejectedFailure } from './import-summary.ts';
import { readingChoice, readingParams } from './reading-params.ts';
import type { AnyRow, Decision, Register } from './register.ts';
import { complaints, rejectedPath } from './rejected.ts';

export const importParams = {
  skipBad: flag('--skip-bad', {
    zh: '跳过不合格的行，另存为退回文件',
    en: 'import the valid rows, write the others to a file',
  }),
  rejected: option('--rejected <file>', { zh: '退回的行写入的文件', en: 'where rejected rows go' }),
  ...readingParams,
} as const;

/** `<noun> import FILE`: all or nothing, or all valid rows with `--skip-bad`. */
export function importCommand(register: Register, example: string): Command {
  return command({
    name: 'import',
    zh: '导入',
    summary: {
      zh: `从 CSV 或 Excel 文件导入${register.title.zh}`,
      en: `import ${register.title.en} from a CSV or Excel file`,
    },
    example,
    access: 'write',
    bulk: register.tables,
    params: {
      file: argument('<file>', {
        zh: 'CSV 或 xlsx 文件，- 为标准输入',
        en: 'a CSV or xlsx file, - for standard input',
      }),
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

async function importFile(register: Register, context: Context, input: ImportInput): Promise<Outcome> {
  const { db } = context;
  const source = context.source(input.file);
  const { name } = source;
  const target = input.skipBad ? rejectedPath(input.file, input.rejected) : undefined;
  const choice = readingChoice(context, input);
  const table = await openTable(source.bytes(), name, fieldsOf(register.sheet), choice);
  const sheet = readSheet(register.sheet, table, name, choice);
  remarkForm(context, name, { ...sheet, remarks: table.remarks });
  const book = register.load(context);
  const decisions = decisionsFor(register, context, book, sheet, input.update);
  remarkDerived(context, name, register, sheet, decisions);
  const rejections = sheet.entries.flatMap(({ line, fields }, i) => {
    const decision = decisions[i];
    return decision?.verdict === 'reject' ? [{ line, fields, problems: decision.problems }] : [];
  });
  const details = [
    ...complaints(name, sheet.header, rejections, register.sheet, register.personal),
    ...formHints(sheet.header, rejections),
  ];
  const remarks = sheet.entries.flatMap(({ line, fields, remarks }) =>
    remarks.length > 0 ? [{ line, fields, problems: remarks }] : [],
  );
  if (rejections.length > 0 && !input.skipBad) throw rejectedFailure(name, rejections.length, details);
  context.details([...complaints(name, sheet.header, remarks, register.sheet, register.personal), ...details]);

  const added = decisions.flatMap(decision => (decision.verdict === 'add' ? [decision.row] : []));
  for (const doubt of register.doubts?.(db, added) ?? []) context.remark(doubt);
  const doubted = doubtedLines(register, db, name, sheet, decisions);
  context.details(doubted);
  for (const remark of entryRuleRemarks(register, db, decisions)) context.remark(remark);
  const id = openImport(db, context.at, context.operator, register.noun, name);
  register.save(db, book, decisions, { ...context.stamp(), importId: id });
  const counts = countsOf(decisions);
  const imported = closeImport(db, id, counts) ? id : null;
  return importOutcome(context, register.title, [
    { name, header: sheet.header, id: imported, counts, rejections, target, doubted: doubted.length },
  ]);
}

/** What may be wrong with single new rows, as file:line. */
function doubtedLines(
  register: Register,
  db: Db,
  file: string,
  { entries }: SheetFile<AnyRow>,
  decisions: readonly Decision[],
): Text[] {
  const added = new Map(
    decisions.flatMap((decision, i) => (decision.verdict === 'add' ? [[decision.row, entries[i]?.line ?? 0]] : [])),
  );
  return (register.rowDoubts?.(db, [...added.keys()]) ?? []).map(({ row, text }) => {
    const place = `${file}:${added.get(row)}`;
    return { zh: `${place}：${text.zh}`, en: `${place}: ${text.en}` };
  });
}

/** What becomes of each row, in the order of the file; a row that cannot be read is rejected with its problems. */
function decisionsFor(
  register: Register,
  { db, today }: Context,
  book: unknown,
  { entries }: SheetFile<AnyRow>,
  update: boolean,
): Decision[] {
  const { rank = () => 0 } = register;
  const decisions: Decision[] = entries.map(({ problems }) => ({ verdict: 'reject', problems }));
  const readable = entries.flatMap(({ row }, index) => (row === undefined ? [] : [{ row, index }]));
  for (const { row, index } of readable.sort((a, b) => rank(a.row) - rank(b.row))) {
    const decision = decide(register, book, row, { update, on: today });
    const obstacle = decision.verdict === 'change' && register.obstacle?.(db, decision, today);
    decisions[index] = obstacle ? { verdict: 'reject', problems: [obstacle] } : decision;
  }
  return decisions;
}

const COUNTED = { add: 'added', change: 'changed', already: 'already', reject: 'rejected' } as const;

function countsOf(decisions: readonly Decision[]): ImportCounts {
  const counts = { ...noCounts(), read: decisions.length };
  for (const { verdict } of decisions) counts[COUNTED[verdict]]++;
  return counts;
}
