import type { Context } from '../cli/command.ts';
import type { Source } from '../cli/source.ts';
import type { SkippedLine } from '../intake/below.ts';
import { type Header, NO_HEADER } from '../intake/header.ts';
import type { ReadingChoice } from '../intake/reading.ts';
import { problem } from '../intake/sheet.ts';
import { openTable } from '../intake/table-file.ts';
import { counted, type Text } from '../kernel/text.ts';
import type { NameKind } from '../naming/names.ts';
import type { ReadForm } from '../register/form-remarks.ts';
import { type ImportCounts, noCounts } from '../register/import-record.ts';
import type { Rejection } from '../register/rejected.ts';
import type { VisitTaker } from './reader.ts';
import { readInto } from './reader-link.ts';
import { CONTRADICTS } from './repetition-rules.ts';
import { VISIT_COLUMNS } from './visit.ts';
import { highestVisit, visitWriter } from './writer.ts';

/** What became of the rows of one file. */
export interface FileResult {
  readonly name: string;
  readonly header: Header;
  readonly form: ReadForm;
  /** What was not kept of rows that are imported. */
  readonly remarks: readonly Rejection[];
  readonly counts: ImportCounts;
  readonly rejections: readonly Rejection[];
}

const PROGRESS_EVERY = 10_000;

/** Imports one visits file inside the runner’s transaction; a visit that the ledger has already is not written again. */
export async function importVisitFile(
  context: Context,
  source: Source,
  importId: number,
  choice: ReadingChoice,
): Promise<FileResult> {
  const file = source.name;
  const { taker, finish } = visitTaker(context, file, importId);
  await readInto(taker, { source, ledger: context.path, choice, today: context.today }, context.db);
  const { header, counts, rejections, conflicts, form, remarks } = finish();
  if (conflicts.size > 0) rejections.push(...(await conflictRejections(source, choice, conflicts, header)));
  rejections.sort((a, b) => a.line - b.line);
  return { name: file, header, form, remarks, counts: { ...counts, rejected: rejections.length }, rejections };
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

  begin(header: Header, remarks: readonly Text[]): void {
    this.header = header;
    this.remarks = remarks;
  }
}

/** Writes what a reader hands over, and counts it. */
function visitTaker(context: Context, file: string, importId: number) {
  const counts = noCounts();
  const rejections: Rejection[] = [];
  const conflicts = new Map<number, Text>();
  const lastBefore = highestVisit(context.db);
  const writer = visitWriter(context.db, importId, ({ existing, line, is }) => {
    if (is === 'already') counts.already++;
    else conflicts.set(line, CONTRADICTS[is][existing.id > lastBefore ? 'inFile' : 'inLedger']);
  });
  const remarks: Rejection[] = [];
  const form = new FormTaker();
  const taker: VisitTaker = {
    header: (header, said) => form.begin(header, said),
    batch: batch => {
      writer.add(batch);
      counts.read += batch.rows;
      remarkProgress(context, file, counts.read, batch.rows);
    },
    byName: kinds => form.countNamed(kinds),
    leftEmpty: (line, problem) => remarks.push({ line, fields: [], problems: [problem] }),
    skip: line => form.skipped.push(line),
    reject: rejection => {
      counts.read++;
      rejections.push(rejection);
    },
  };
  const finish = () => {
    writer.finish();
    counts.added = writer.added();
    counts.already += writer.skipped();
    if (writer.further.length > 0) context.remark(furtherDiaries(file, writer.further.length));
    if (writer.skipped() > 0) context.remark(stillWithdrawn(file, writer.skipped()));
    if (counts.read >= PROGRESS_EVERY) context.progress({ zh: '', en: '' });
    return { header: form.header, counts, rejections, conflicts, form, remarks };
  };
  return { taker, finish };
}

/** Rows that bring a further diary of a visit count as added, and are no visits. */
function furtherDiaries(file: string, diaries: number): Text {
  return {
    zh: `${file}：新增的行中有 ${diaries} 行是同一次走访的又一篇日记，不另算走访`,
    en: `${file}: ${counted(diaries, 'of the added rows is a further diary of its visit and no second visit', 'of the added rows are further diaries of their visits and no second visits')}`,
  };
}

function remarkProgress(context: Context, file: string, read: number, rows: number): void {
  if (Math.floor((read - rows) / PROGRESS_EVERY) < Math.floor(read / PROGRESS_EVERY))
    context.progress({ zh: `${file}：已读 ${read} 行`, en: `${file}: ${read} rows read` });
}

/** Rows of visits that were withdrawn count as already there. */
function stillWithdrawn(file: string, visits: number): Text {
  return {
    zh: `${file}：${visits} 行是已撤销的走访，不再登记；确有其事的用 tiaochu visit add 登记`,
    en: `${file}: ${counted(visits, 'visit')} withdrawn before and not entered again; tiaochu visit add enters one that took place`,
  };
}

/** Rare enough to read the file a second time for the rows' own text. */
async function conflictRejections(
  { bytes, name }: Source,
  choice: ReadingChoice,
  conflicts: ReadonlyMap<number, Text>,
  header: Header,
): Promise<Rejection[]> {
  const { records } = await openTable(bytes(), name, VISIT_COLUMNS, choice);
  const found: Rejection[] = [];
  records((fields, line) => {
    const reason = conflicts.get(line);
    if (!reason) return;
    const day = fields[header.at.visited_on ?? -1];
    found.push({ line, fields, problems: [problem('visited_on', day, reason)] });
  });
  return found;
}
