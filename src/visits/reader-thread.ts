import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { openTable } from '../intake/table-file.ts';
import { Unanswered } from '../intake/unanswered.ts';
import { Failure } from '../kernel/failure.ts';
import { connect } from '../ledger/sqlite.ts';
import { loadNames } from '../naming/lookups.ts';
import { unitTitles } from '../naming/titled-unit.ts';
import { loadLookups } from './lookups.ts';
import { readVisits } from './reader.ts';
import type { ReaderJob, ReaderMessage, RowNote } from './reader-link.ts';
import { VISIT_COLUMNS } from './visit.ts';

/**
 * The reading half of an import, in a thread of its own: decodes, parses and judges while the main thread inserts. It
 * waits while the main thread has a batch in hand, or memory would grow with the file.
 */
const job = workerData as ReaderJob;
const say = (message: ReaderMessage, transfer: ArrayBuffer[] = []) => parentPort?.postMessage(message, transfer);
const credit = new Int32Array(job.credit);

/** Notes that cross together: few enough to be gone before what is young is cleared away. */
const BUNDLE = 100;
let notes: RowNote[] = [];

function waitForCredit(): void {
  while (Atomics.load(credit, 0) <= 0) Atomics.wait(credit, 0, 0);
  Atomics.sub(credit, 0, 1);
}

function sayNotes(): void {
  if (notes.length === 0) return;
  waitForCredit();
  say({ kind: 'notes', notes });
  notes = [];
}

function note(what: RowNote): void {
  notes.push(what);
  if (notes.length >= BUNDLE) sayNotes();
}

async function read(): Promise<void> {
  const bytes = job.bytes ?? readFileSync(job.path ?? '');
  const db = connect(job.ledger, job.key);
  const choice = { ...job.choice, titles: unitTitles(loadNames(db)) };
  const table = await openTable(bytes, job.file, VISIT_COLUMNS, choice);
  const look = loadLookups(db);
  readVisits(
    table,
    { file: job.file, look, names: () => loadNames(db), today: job.today, choice },
    {
      header: (header, remarks) => say({ kind: 'header', header, remarks }),
      reject: rejection => note({ kind: 'reject', rejection }),
      leftEmpty: (line, problem) => note({ kind: 'left-empty', line, problem }),
      byName: kinds => note({ kind: 'by-name', kinds }),
      skip: skipped => note({ kind: 'skip', skipped }),
      batch: batch => {
        waitForCredit();
        say({ kind: 'batch', batch }, [batch.numbers.buffer as ArrayBuffer]);
      },
    },
  );
  db.close();
  sayNotes();
  say({ kind: 'end' });
}

read().catch(error => {
  if (!(error instanceof Failure)) throw error;
  const { kind, text, hint, details } = error;
  const open = error instanceof Unanswered ? error.open : undefined;
  say({ kind: 'failure', failure: { kind, text, hint, details }, open });
});
