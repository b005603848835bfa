import type { Context } from '../cli/command.ts';
import type { Source } from '../cli/source.ts';
import type { SkippedLine } from '../intake/below.ts';
import { type Header, NO_HEADER } from '../intake/header.ts';
import type { ReadingChoice } from '../intake/reading.ts';
import { problem } from '../intake/sheet.ts';
import { openTable } from '../intake/table-file.ts';
import type { Day } from '../kernel/day.ts';
import { counted, type Text, untranslated } from '../kernel/text.ts';
import { sealAhead } from '../ledger/evidence/seal.ts';
import type { NameKind } from '../naming/names.ts';
import { expectedRows } from '../register/expected-rows.ts';
import { FileProblems } from '../register/file-problems.ts';
import type { ReadForm } from '../register/form-remarks.ts';
import { type ImportCounts, noCounts } from '../register/import-record.ts';
import { type ImportChoice, problemsOfFile } from '../register/import-source.ts';
import type { VisitTaker } from './reader.ts';
import { readInto } from './reader-link.ts';
import { CONTRADICTS } from './repetition-rules.ts';
import { VISIT_COLUMNS } from './visit.ts';
import { highestVisit, visitWriter } from './writer.ts';

/** What became of the rows of one file. */
export interface FileResult {
  readonly name: string;
  readonly form: ReadForm;
  /** What was not kept of rows that are imported. */
  readonly remarks: FileProblems;
  readonly counts: ImportCounts;
  readonly problems: FileProblems;
  /** How many of the visits that were added are before a day. */
  before(day: Day): number;
}

/** Imports one visits file inside the runner’s transaction; a visit that the ledger has already is not written again. */
export async function importVisitFile(
  context: Context,
  source: Source,
  importId: number,
  choice: ImportChoice,
): Promise<FileResult> {
  const { name, path = '-' } = source;
  const problems = problemsOfFile(context, source, { sheet: VISIT_COLUMNS }, choice);
  const remarks = new FileProblems({ name, path }, { sheet: VISIT_COLUMNS });
  const { taker, finish } = visitTaker(context, source, importId, { problems, remarks });
  const { reading, isAmongOthers = false } = choice;
  const job = { source, ledger: context.path, choice: reading, today: context.today, isAmongOthers };
  await readInto(taker, job, context.db);
  const { counts, conflicts, form, before } = finish();
  if (conflicts.size > 0) await addConflicts(problems, source, choice.reading, conflicts);
  return { name, form, remarks, counts: { ...counts, rejected: problems.rows }, problems, before };
}

/** The form of a file, as far as it has been read. */
class FormTaker implements ReadForm {
  header: Header = NO_HEADER;
  remarks: readonly Text[] = [];
  readonly skipped: SkippedLine[] = [];

  /** How many rows had something of a kind that was found by its name. */
  readonly named: Partial<Record<NameKind, number>> = {};

  countNamed(kinds: readonly NameKind[]): void {
    for (const kind of kinds) this.named[kind] = (this.named[kind] ?? 0) + 1;
  }

  readonly #listeners: readonly FileProblems[];

  constructor(listeners: readonly FileProblems[]) {
    this.#listeners = listeners;
  }

  begin(header: Header, remarks: readonly Text[]): void {
    for (const listener of this.#listeners) listener.begin(header);
    this.header = header;
    this.remarks = remarks;
  }
}

/** Writes what a reader hands over, and counts it. */
function visitTaker(
  context: Context,
  source: Source,
  importId: number,
  { problems, remarks }: Pick<FileResult, 'problems' | 'remarks'>,
) {
  const { name: file } = source;
  const expected = expectedRows(source);
  const counts = noCounts();
  const conflicts = new Map<number, Text>();
  const writer = countingWriter(context, importId, counts, conflicts);
  const form = new FormTaker([problems, remarks]);
  const taker: VisitTaker = {
    header: (header, said) => form.begin(header, said),
    batch: batch => {
      writer.add(batch);
      sealAhead(context.db, 'visit');
      counts.read += batch.rows;
      context.progress({ what: untranslated(file), done: counts.read, total: expected });
    },
    byName: kinds => form.countNamed(kinds),
    leftEmpty: (line, problem) => remarks.add({ line, fields: [], problems: [problem] }),
    skip: line => form.skipped.push(line),
    reject: rejection => {
      counts.read++;
      problems.add(rejection);
    },
  };
  const finish = () => {
    writer.finish();
    counts.added = writer.added();
    counts.already += writer.skipped();
    remarkWritten(context, file, writer.further.length, writer.skipped());
    return { counts, conflicts, form, before: writer.before };
  };
  return { taker, finish };
}

/** Writes batches; what is there already is counted, and what contradicts it kept by its line. */
function countingWriter(
  { db }: Context,
  importId: number,
  counts: ReturnType<typeof noCounts>,
  conflicts: Map<number, Text>,
) {
  const lastBefore = highestVisit(db);
  return visitWriter(db, importId, ({ existing, line, is }) => {
    if (is === 'already') counts.already++;
    else conflicts.set(line, CONTRADICTS[is][existing.id > lastBefore ? 'inFile' : 'inLedger']);
  });
}

function remarkWritten(context: Context, file: string, diaries: number, withdrawn: number): void {
  if (diaries > 0) context.remark(furtherDiaries(file, diaries));
  if (withdrawn > 0) context.remark(stillWithdrawn(file, withdrawn));
}

/** Rows that bring a further diary of a visit count as added, and are no visits. */
function furtherDiaries(file: string, diaries: number): Text {
  return {
    zh: `${file}：新增的行中有 ${diaries} 行是同一次走访的又一篇日记，不另算走访`,
    en: `${file}: ${counted(diaries, 'of the added rows is a further diary of its visit and no second visit', 'of the added rows are further diaries of their visits and no second visits')}`,
  };
}

/** Rows of visits that were withdrawn count as already there. */
function stillWithdrawn(file: string, visits: number): Text {
  return {
    zh: `${file}：${visits} 行是已撤销的走访，不再登记；确有其事的用 tiaochu visit add 登记`,
    en: `${file}: ${counted(visits, 'visit')} withdrawn before and not entered again; tiaochu visit add enters one that took place`,
  };
}

/** Adds the rows that contradict others: rare enough to read the file a second time for the rows' own text. */
async function addConflicts(
  problems: FileProblems,
  { bytes, name }: Source,
  choice: ReadingChoice,
  conflicts: ReadonlyMap<number, Text>,
): Promise<void> {
  const { records } = await openTable(bytes(), name, VISIT_COLUMNS, choice);
  const place = problems.header.at.visited_on ?? -1;
  records((fields, line) => {
    const reason = conflicts.get(line);
    if (reason) problems.add({ line, fields, problems: [problem('visited_on', fields[place], reason)] });
  });
}
