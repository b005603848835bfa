import type { Seal } from '../ledger/evidence/chain.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Admission } from './admission.ts';
import type { Context, Outcome } from './command.ts';
import type { Job } from './context.ts';
import { sayable } from './result-lines.ts';
import { checkReferences, inTransaction, lastIds, relaxForBulkLoad } from './transaction.ts';

/** Whether a command writes, if only that it was run into the journal. */
export function leavesTrace({ call, input }: Pick<Job, 'call' | 'input'>): boolean {
  const { access, isJournalled = false } = call.command;
  return access === 'write' || input.reveal !== undefined || isJournalled;
}

/**
 * Runs a command inside its transaction and appends its row to the journal. Reading that is journalled locks the ledger for
 * that row only: nobody waits until a paper is filled in or a report is counted.
 */
export async function transacted(
  job: Job,
  context: Context,
  db: Db,
  admission: Admission | undefined,
): Promise<Outcome> {
  const { call, input } = job;
  const asked = { call, input, today: context.today };
  const keeps = ({ isOnlyShown }: Outcome) => !context.dryRun && !isOnlyShown;
  const worked = async () => {
    await admission?.demandWork(asked);
    const outcome = await sayable(await call.command.run(context, input), job, context);
    await admission?.demandWritten(asked, outcome);
    return outcome;
  };
  if (call.command.access === 'write')
    return written(db, call.command.bulk, worked, outcome => journal(context, job, outcome), keeps);
  db.pragma('query_only = on');
  const outcome = await inTransaction(db, 'read', worked);
  if (leavesTrace(job) && keeps(outcome)) {
    db.pragma('query_only = off');
    // It wrote no rows.
    await inTransaction(db, 'write', () => journal(context, job, outcome, []));
  }
  return outcome;
}

/** Work that writes, with its row of the journal, in one transaction. */
async function written(
  db: Db,
  bulk: readonly string[] | undefined,
  worked: () => Promise<Outcome>,
  journalled: (outcome: Outcome) => Promise<void>,
  keeps: (outcome: Outcome) => boolean,
): Promise<Outcome> {
  if (bulk) relaxForBulkLoad(db);
  const act = async () => {
    const before = lastIds(db, bulk ?? []);
    await watched(db, before);
    const outcome = await worked();
    checkReferences(db, before);
    await journalled(outcome);
    // A Ctrl-C during a long import is delivered here.
    if (bulk) await new Promise(resolve => setImmediate(resolve));
    return outcome;
  };
  return inTransaction(db, 'write', act, keeps);
}

/** From here on it is noted which rows are written, so that the journal can seal them. */
async function watched(db: Db, before: ReadonlyMap<string, number>): Promise<void> {
  const { watchRows } = await import('../ledger/evidence/watch.ts');
  watchRows(db, before);
}

/**
 * A reason as the journal keeps it for good: without phones and identity numbers, and without the names of the people behind
 * the records, whose numbers stand beside it. What stands in the chain can be proven because nothing is taken out of it again.
 */
async function unnamed(reason: string, records: readonly string[], db: Db, peopleOf: Job['peopleOf']): Promise<string> {
  const { hiddenIn, knownWords } = await import('../kernel/hiding.ts');
  if (records.length === 0) return hiddenIn(reason);
  return hiddenIn(reason, knownWords(records.slice(0, MOST_ASKED).flatMap((await peopleOf())(db))));
}

/** Records whose people are looked up for a reason: a long list names nobody in particular. */
const MOST_ASKED = 50;

/** Appends a command's row to the journal, with the seals of what it wrote: where nobody names them, of all that was noted. */
async function journal(
  context: Context,
  { call, input, peopleOf }: Job,
  outcome: Outcome,
  seals?: readonly Seal[],
): Promise<void> {
  // Loaded here, since a command that reads by SQL of its own has no need of the query builder.
  const { appendJournal } = await import('../ledger/journal.ts');
  const { db, at, operator } = context;
  const reason = input.reveal ?? outcome.reason;
  const { records = [], counts: counted = {} } = outcome;
  const counts = input.revealSensitive !== undefined ? { ...counted, sensitive: 1 } : counted;
  const said = reason === undefined ? {} : { reason: await unnamed(String(reason), records, db, peopleOf) };
  appendJournal(db, { at, operator, command: call.path, records, counts, ...said }, seals);
}
