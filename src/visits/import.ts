import type { Context } from '../cli/command.ts';
import type { Source } from '../cli/source.ts';
import { eachRecord } from '../intake/csv.ts';
import { decoded, type Encoding } from '../intake/decode.ts';
import { type Header, problem } from '../intake/sheet.ts';
import { dayFromNumber } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { type ImportCounts, noCounts } from '../register/import-record.ts';
import type { Rejection } from '../register/rejected.ts';
import { type Batch, WIDTH } from './reader.ts';
import { readInto } from './reader-link.ts';
import { highestVisit, type NewVisit, type StandingVisit } from './store.ts';
import { WRONG } from './visit.ts';
import { visitWriter } from './writer.ts';

/** What one file came to. */
export interface FileResult {
  readonly name: string;
  readonly header: Header;
  readonly tally: ImportCounts;
  readonly rejections: readonly Rejection[];
}

const PROGRESS_EVERY = 10_000;

/** Takes one visits file into the ledger, inside the runner's transaction; rows already there are recognised. */
export async function takeFile(
  context: Context,
  source: Source,
  importId: number,
  encoding: Encoding | undefined,
): Promise<FileResult> {
  const { db } = context;
  const file = source.name;
  const tally = noCounts();
  const rejections: Rejection[] = [];
  const conflicts = new Map<number, Text>();
  const before = highestVisit(db);
  const writer = visitWriter<VisitOfLine>(db, importId, (visit, standing) => {
    if (sameValues(standing, visit)) tally.already++;
    else conflicts.set(visit.line, standing.id > before ? WRONG.conflictInFile : WRONG.conflict);
  });
  let header: Header | undefined;

  const batch = (packed: Batch) => {
    for (let row = 0; row < packed.rows; row++) writer.add(unpacked(packed, row));
    const before = tally.read;
    tally.read += packed.rows;
    if (Math.floor(before / PROGRESS_EVERY) < Math.floor(tally.read / PROGRESS_EVERY))
      context.progress({ zh: `${file}：已读 ${tally.read} 行`, en: `${file}: ${tally.read} rows read` });
  };
  const reject = (rejection: Rejection) => {
    tally.read++;
    rejections.push(rejection);
  };
  await readInto(
    {
      header: h => {
        header = h;
      },
      batch,
      reject,
    },
    { source, ledger: context.path, encoding, today: context.today },
    db,
  );
  writer.flush();
  tally.added = writer.added();
  if (tally.read >= PROGRESS_EVERY) context.progress({ zh: '', en: '' });
  if (conflicts.size > 0)
    for (const rejection of conflictRejections(decoded(source.bytes(), file, encoding), file, conflicts, header))
      rejections.push(rejection);
  rejections.sort((a, b) => a.line - b.line);
  tally.rejected = rejections.length;
  return { name: file, header: header ?? { at: {}, names: [], unknown: [] }, tally, rejections };
}

/** A visit and the line on which its row starts. */
interface VisitOfLine extends NewVisit {
  readonly line: number;
}

function unpacked({ numbers, diaries }: Batch, row: number): VisitOfLine {
  const at = row * WIDTH;
  const number = (place: number) => numbers[at + place] ?? 0;
  return {
    household: number(0),
    dayNumber: number(1),
    mode: number(2),
    pair: number(3),
    substitute: number(4),
    domains: number(5),
    diary: diaries[row] ?? '',
    diaryBy: number(6),
    line: number(7),
  };
}

function sameValues(known: StandingVisit, visit: NewVisit): boolean {
  return (
    known.substitute === visit.substitute &&
    known.domains === visit.domains &&
    known.diary === visit.diary &&
    known.diary_by === visit.diaryBy
  );
}

/** Rare enough to read the file a second time for the rows' own text. */
function conflictRejections(
  text: string,
  file: string,
  conflicts: ReadonlyMap<number, Text>,
  header: Header | undefined,
): Rejection[] {
  const found: Rejection[] = [];
  eachRecord(text, file, (fields, line) => {
    const reason = conflicts.get(line);
    if (!reason) return;
    const value = fields[header?.at.visited_on ?? 0] ?? dayFromNumber(0);
    found.push({ line, fields, problems: [problem('visited_on', value, reason)] });
  });
  return found;
}
