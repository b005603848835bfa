import type { Worker as Thread } from 'node:worker_threads';
import type { Source } from '../cli/source.ts';
import type { SkippedLine } from '../intake/below.ts';
import type { Header } from '../intake/header.ts';
import type { ReadingChoice } from '../intake/reading.ts';
import type { Problem } from '../intake/sheet.ts';
import { openTable } from '../intake/table-file.ts';
import { type OpenPoint, Unanswered } from '../intake/unanswered.ts';
import type { Day } from '../kernel/day.ts';
import { Failure } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { keyOf } from '../ledger/encryption/keys.ts';
import type { FileKey } from '../ledger/encryption/page-rules.ts';
import type { Db } from '../ledger/sqlite.ts';
import { loadNames } from '../naming/lookups.ts';
import type { NameKind } from '../naming/names.ts';
import type { Rejection } from '../register/complaint.ts';
import type { Batch } from './batch.ts';
import { loadLookups } from './lookups.ts';
import { readVisits, type VisitTaker } from './reader.ts';
import { VISIT_COLUMNS } from './visit.ts';

/** What a reader needs to know; `bytes` where they are not in a file that can be read. */
export interface ReaderJob {
  readonly ledger: string;
  /** What the ledger is encrypted with, if it is: a file that is open must not be opened to look. */
  readonly key: FileKey | null;
  readonly path: string | undefined;
  readonly bytes: Uint8Array | undefined;
  /** How messages call the file. */
  readonly file: string;
  readonly choice: ReadingChoice;
  readonly today: Day;
  /** How many batches or bundles of notes the main thread is ready to receive, shared between the threads. */
  readonly credit: SharedArrayBuffer;
}

/** What is to be said of one row: a file can have as many notes as rows, so they cross in bundles. */
export type RowNote =
  | { readonly kind: 'reject'; readonly rejection: Rejection }
  | { readonly kind: 'left-empty'; readonly line: number; readonly problem: Problem }
  | { readonly kind: 'by-name'; readonly kinds: readonly NameKind[] }
  | { readonly kind: 'skip'; readonly skipped: SkippedLine };

export type ReaderMessage =
  | { readonly kind: 'header'; readonly header: Header; readonly remarks: readonly Text[] }
  | { readonly kind: 'batch'; readonly batch: Batch }
  | { readonly kind: 'notes'; readonly notes: readonly RowNote[] }
  | { readonly kind: 'end' }
  | {
      readonly kind: 'failure';
      readonly failure: Pick<Failure, 'kind' | 'text' | 'hint' | 'details'>;
      readonly open?: OpenPoint | undefined;
    };

/** A thread costs some 60 ms to start, about as long as reading this many bytes takes. */
const WORTH_A_THREAD = 1_500_000;
const BATCHES_AHEAD = 1;
/** What is read is short-lived: a small nursery is emptied more often and keeps the import's memory down. */
const YOUNG_MB = 12;

/** A file to be read, and what its rows are judged by. */
interface Reading extends Pick<ReaderJob, 'ledger' | 'choice' | 'today'> {
  readonly source: Source;
  /** Whether the rows may name records that are not committed yet. */
  readonly isAmongOthers: boolean;
}

/**
 * Reads a visits file and hands its batches over: small files here, large files in a thread beside the inserts. What is not
 * committed yet a thread could not see.
 */
export async function readInto(taker: VisitTaker, reading: Reading, db: Db): Promise<void> {
  const { source, choice, today, isAmongOthers } = reading;
  if (source.size >= WORTH_A_THREAD && !isAmongOthers) {
    await inThread(taker, reading);
    return;
  }
  const table = await openTable(source.bytes(), source.name, VISIT_COLUMNS, choice);
  readVisits(table, { file: source.name, look: loadLookups(db), names: () => loadNames(db), today, choice }, taker);
}

/** From the sources (tests) the thread is the built one in dist/, since Node 20 runs no TypeScript. */
function threadScript(): URL {
  const here = import.meta.url;
  return new URL(here.endsWith('.ts') ? '../../dist/visit-reader.cjs' : './visit-reader.cjs', here);
}

async function inThread(taker: VisitTaker, reading: Reading): Promise<void> {
  // Loaded here, since no other command should wait for it.
  const { Worker } = await import('node:worker_threads');
  const credit = new SharedArrayBuffer(4);
  const ahead = new Int32Array(credit);
  Atomics.store(ahead, 0, BATCHES_AHEAD);
  const job = jobOf(reading, credit);
  const worker: Thread = new Worker(threadScript(), {
    workerData: job,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (message: ReaderMessage) => {
        try {
          if (message.kind === 'end') resolve();
          else handOver(message, taker, ahead);
        } catch (error) {
          reject(error);
        }
      });
      worker.on('error', reject);
      worker.on('exit', code => reject(new Error(`the reader thread ended with ${code}`)));
    });
  } finally {
    void worker.terminate();
  }
}

function jobOf({ source, ledger, choice, today }: Reading, credit: SharedArrayBuffer): ReaderJob {
  const { path, name: file } = source;
  const bytes = path === undefined ? source.bytes() : undefined;
  // A function does not go from one thread to another: the reader makes its own.
  const own = { ...choice, titles: undefined };
  return { ledger, key: keyOf(ledger), path, file, choice: own, today, bytes, credit };
}

function handOver(message: Exclude<ReaderMessage, { kind: 'end' }>, taker: VisitTaker, ahead: Int32Array): void {
  if (message.kind === 'failure') {
    const { kind, text, hint, details } = message.failure;
    if (message.open) throw new Unanswered(message.failure, message.open);
    throw new Failure(kind, text, hint, details);
  }
  if (message.kind === 'header') {
    taker.header(message.header, message.remarks);
    return;
  }
  if (message.kind === 'batch') taker.batch(message.batch);
  else for (const note of message.notes) hear(note, taker);
  Atomics.add(ahead, 0, 1);
  Atomics.notify(ahead, 0);
}

function hear(note: RowNote, taker: VisitTaker): void {
  if (note.kind === 'reject') taker.reject(note.rejection);
  else if (note.kind === 'left-empty') taker.leftEmpty(note.line, note.problem);
  else if (note.kind === 'by-name') taker.byName(note.kinds);
  else taker.skip(note.skipped);
}
