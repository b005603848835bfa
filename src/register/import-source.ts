import type { Context } from '../cli/command.ts';
import type { Source } from '../cli/source.ts';
import type { ReadingChoice } from '../intake/reading.ts';
import { fieldsOf, type SheetFile } from '../intake/sheet.ts';
import { openTable } from '../intake/table-file.ts';
import { type Text, untranslated } from '../kernel/text.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { ComplaintColumns, Rejection } from './complaint.ts';
import { decide } from './decide.ts';
import { entryRuleRemarks } from './entry-rule.ts';
import { FileProblems, firstOf } from './file-problems.ts';
import { remarkDerived, remarkForm } from './form-remarks.ts';
import { closeImport, type ImportCounts, noCounts, openImport } from './import-record.ts';
import type { ImportedFile } from './import-summary.ts';
import { inKnownCase } from './numbering/known-case.ts';
import { isProblem, type RowNumberer, rowNumberer, UNNUMBERED } from './numbering/numbered-rows.ts';
import type { AnyRow, Decision, Register } from './register.ts';
import { fileSheet, readRegister } from './register-rows.ts';
import { RejectedRows } from './rejected.ts';

/** How a file is imported. */
export interface ImportChoice {
  readonly reading: ReadingChoice;
  /** Whether rows with a known code and other values change the record. */
  readonly update: boolean;
  /** Whether rows without codes are numbered. */
  readonly number?: boolean;
  /** Whether the valid rows of a file with invalid ones are imported. */
  readonly skipBad: boolean;
  /** Where invalid rows are written. */
  readonly rejected: string | undefined;
  /** Whether rows may name records of files before it in the same transaction, which no other connection sees. */
  readonly isAmongOthers?: boolean;
}

/** What is wrong with the rows of a file, which go to the rejected file where one is wanted; a dry run writes none. */
export function problemsOfFile(
  { dryRun, lang }: Context,
  { name, path = '-' }: Source,
  columns: ComplaintColumns,
  { rejected }: Partial<Pick<ImportChoice, 'rejected'>>,
): FileProblems {
  const rows = rejected === undefined || dryRun ? undefined : new RejectedRows(rejected, lang);
  return new FileProblems({ name, path }, columns, rows);
}

/**
 * Imports one file of a register inside the runner's transaction. Nothing of a file with invalid rows is saved unless they
 * are to be skipped: its problems are in what is returned.
 */
export async function importSource(
  context: Context,
  register: Register,
  source: Source,
  choice: ImportChoice,
): Promise<ImportedFile> {
  const { db } = context;
  const { name } = source;
  const columns = { sheet: fileSheet(register, choice.number), personal: register.personal };
  const table = await openTable(source.bytes(), name, fieldsOf(columns.sheet), choice.reading);
  const read = readRegister(register, context, table, name, choice);
  remarkForm(context, name, { ...read, remarks: table.remarks });
  const book = register.load(context);
  const sheet = inKnownCase(register, book, read);
  const numbering = choice.number ? register.numbering : undefined;
  const numberer = numbering ? rowNumberer(register, numbering, book, sheet) : UNNUMBERED;
  const decisions = decisionsFor(register, context, book, sheet, { update: choice.update, numberer, name });
  remarkDerived(context, name, register, sheet, decisions);
  const counts = countsOf(decisions);
  const problems = problemsOfFile(context, source, columns, choice);
  gather(problems, sheet, decisions);
  if (problems.rows > 0 && !choice.skipBad) return { name, id: null, counts, problems };
  context.details([...remarksOf(source, columns, sheet), ...problems.details()]);
  const numbered = numberer.remark(name);
  if (numbered) context.remark(numbered);

  const doubted = remarkDoubts(register, context, name, sheet, decisions);
  const id = openImport(db, context.at, context.operator, register.noun, name);
  register.save(db, book, decisions, { ...context.stamp(), importId: id });
  return { name, id: closeImport(db, id, counts) ? id : null, counts, problems, doubted };
}

function gather(problems: FileProblems, { header, entries }: SheetFile<AnyRow>, decisions: readonly Decision[]): void {
  problems.begin(header);
  for (const [i, { line, fields }] of entries.entries()) {
    const decision = decisions[i];
    if (decision?.verdict === 'reject') problems.add({ line, fields, problems: decision.problems });
  }
}

/** What was not kept of the cells of rows. */
function remarksOf(
  { name, path = '-' }: Source,
  columns: ComplaintColumns,
  { header, entries }: SheetFile<AnyRow>,
): Text[] {
  const remarks = new FileProblems({ name, path }, columns);
  remarks.begin(header);
  for (const { line, fields, remarks: found } of entries)
    if (found.length > 0) remarks.add({ line, fields, problems: found } satisfies Rejection);
  return remarks.details();
}

/** Says what may be wrong with new rows; returns how many single rows that are. */
function remarkDoubts(
  register: Register,
  context: Context,
  name: string,
  sheet: SheetFile<AnyRow>,
  decisions: readonly Decision[],
): number {
  const { db } = context;
  const added = decisions.flatMap(decision => (decision.verdict === 'add' ? [decision.row] : []));
  for (const doubt of register.doubts?.(db, added) ?? []) context.remark(doubt);
  const doubted = doubtedLines(register, db, name, sheet, decisions);
  context.details(firstOf(doubted));
  for (const remark of entryRuleRemarks(register, db, decisions)) context.remark(remark);
  return doubted.length;
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

/** Rows between two looks at how far an import is. */
const PROGRESS_EVERY = 500;

/** What becomes of each row, in the order of the file; a row that cannot be read is rejected with its problems. */
function decisionsFor(
  register: Register,
  { db, today, progress }: Context,
  book: unknown,
  { entries }: SheetFile<AnyRow>,
  { update, numberer, name }: { readonly update: boolean; readonly numberer: RowNumberer; readonly name: string },
): Decision[] {
  let done = 0;
  const { rank = () => 0 } = register;
  const decisions: Decision[] = entries.map(({ problems }) => ({ verdict: 'reject', problems }));
  const readable = entries.flatMap(({ row }, index) => (row === undefined ? [] : [{ row, index }]));
  for (const { row, index } of readable.sort((a, b) => rank(a.row) - rank(b.row))) {
    if (++done % PROGRESS_EVERY === 0) progress({ what: untranslated(name), done, total: readable.length });
    const coded = numberer.coded(index, row);
    if (isProblem(coded)) {
      decisions[index] = { verdict: 'reject', problems: [coded] };
      continue;
    }
    const decision = decide(register, book, coded, { update, on: today });
    if (decision.verdict === 'add') numberer.added(decision.row);
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
