import { CANCELLED, Failure, misuse } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import type { View } from '../kernel/view.ts';
import { openLedger, openToRead } from '../ledger/open.ts';
import { ledgerFailure } from '../ledger/problems.ts';
import type { Db } from '../ledger/sqlite.ts';
import { hidden, namesRecords } from '../output/hidden.ts';
import { answering } from './answering.ts';
import { answered } from './answers.ts';
import type { Context, Outcome, Program } from './command.ts';
import { confirmed } from './confirm.ts';
import { contextOf, type Job } from './context.ts';
import { settleDoubts } from './doubts.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { madeBy } from './made.ts';
import { withMeanings } from './meaning.ts';
import { checkEncoding, readsEncoded } from './output-encoding.ts';
import { checkFormat, type FormatWish } from './output-format.ts';
import { say } from './say.ts';
import { ledgerOf } from './settings.ts';
import { type Showing, show } from './show.ts';
import { sourcesOf } from './source.ts';
import { checkTargets } from './targets.ts';
import { checkReferences, inTransaction, lastIds, relaxForBulkLoad } from './transaction.ts';
import { readArgv } from './tree.ts';
import { NOWHERE, type Session } from './world.ts';

/** Runs one command line: read it, ask for what is missing, read its files, open, run, journal, commit, and only then show. */
export async function run(session: Session, program: Program): Promise<ExitCode> {
  const { world } = session;
  const reading = await readArgv(session, program.areas);
  if ('help' in reading) {
    if (reading.asked) world.stdout.write(reading.help);
    else if (session.asJson) misuse(NO_COMMAND);
    else world.stderr.write(reading.help);
    return reading.asked ? EXIT.done : EXIT.usage;
  }
  const { call } = reading;
  if (call.given.quiet !== true) for (const remark of call.remarks) say(session, 'remark', remark);
  const input = await answered(call, session);
  const path = ledgerOf(world, input.ledger as string | undefined);
  checkFormat(input as FormatWish, world);
  checkEncoding(call.command, input as FormatWish);
  const files = [input.file ?? []].flat().map(String);
  checkTargets([input.output, input.rejected] as (string | undefined)[], path, files);
  // Input that is awaited can be given up, too.
  const progress = call.command.access === 'write' ? interruptible(session) : { isSaved: false };
  const sources = await sourcesOf(files, session);
  try {
    const job = { call, input, path, sources, session, ...program, again: againIn(session, program) };
    await settleDoubts(job);
    await confirmed(job, preview => perform(preview, { isSaved: false }));
    return await answering(job, next => perform(next, progress));
  } catch (error) {
    throw ledgerFailure(error, path);
  }
}

const NO_COMMAND = {
  zh: '没有写命令',
  en: 'No command is named',
  hint: { zh: '用 tiaochu --help 查看全部命令', en: 'tiaochu --help lists the commands' },
};

/** How far a command is: whether its changes are in the ledger. */
interface Progress {
  isSaved: boolean;
}

async function perform(job: Job, progress: Progress): Promise<ExitCode> {
  const { call, input, session } = job;
  const { access } = call.command;
  const db = access === 'none' || access === 'file' ? undefined : opened(job);
  try {
    const context = contextOf(job, db);
    const meant = db ? withMeanings(job, context) : job;
    if (db && !job.isPreview) remarkOn(meant, context);
    const outcome = db ? await transacted(meant, context, db) : await call.command.run(context, input);
    progress.isSaved = !context.dryRun && (access === 'write' || access === 'file');
    await outcome.afterCommit?.();
    if (context.dryRun && !job.isPreview) context.remark(DRY_RUN);
    const view = context.reveal ? outcome.view : await hiddenFrom(outcome.view, job, db);
    await show(view, { ...showingOf(job), zone: context.zone, made: madeBy(job, context) }, session);
    return outcome.exit ?? EXIT.done;
  } catch (error) {
    throw progress.isSaved && error instanceof Failure ? unshown(error) : error;
  } finally {
    db?.close();
  }
}

/** How the result was asked for; the encoding of a file that is read says nothing of what is written. */
function showingOf({ call: { command }, input }: Job): Omit<Showing, 'zone' | 'made'> {
  const { encoding, ...showing } = input as Showing;
  return { ...showing, encoding: readsEncoded(command) ? undefined : encoding };
}

/** A command that reads opens the ledger where nothing can be written, too; what is revealed is written down. */
function opened({ call, input, path }: Job): Db {
  const { access, isJournalled = false } = call.command;
  return access === 'read' && input.reveal === undefined && !isJournalled ? openToRead(path) : openLedger(path);
}

/** Says what the ledger has to say of the values that were given. */
function remarkOn({ call, input }: Job, { db, remark }: Context): void {
  for (const [name, param] of Object.entries(call.command.params)) {
    const said = input[name] === undefined ? undefined : param.remark?.(db, input[name]);
    if (said) remark(said);
  }
}

/** What is shown where nothing is revealed; whom codes concern is looked up only for views that have any texts. */
async function hiddenFrom(view: View, { peopleOf }: Job, db: Db | undefined): Promise<View> {
  return hidden(view, db && namesRecords(view) ? (await peopleOf())(db) : () => []);
}

const DRY_RUN: Text = { zh: '（试运行：未写入任何数据）', en: '(dry run: nothing was written)' };

/** Runs a command inside its transaction and appends its row to the journal. */
async function transacted({ call, input }: Job, context: Context, db: Db): Promise<Outcome> {
  const { access, bulk, isJournalled = false, run: work } = call.command;
  const writes = access === 'write' || context.reveal || isJournalled;
  if (bulk) relaxForBulkLoad(db);
  if (!writes) db.pragma('query_only = on');
  const act = async () => {
    const before = lastIds(db, bulk ?? []);
    const outcome = await work(context, input);
    checkReferences(db, before);
    if (writes) await journal(context, call.path, outcome, input.reveal ?? outcome.reason);
    // A Ctrl-C during a long import is delivered here.
    if (bulk) await new Promise(resolve => setImmediate(resolve));
    return outcome;
  };
  return inTransaction(db, writes ? 'write' : 'read', act, context.dryRun ? 'rollback' : 'commit');
}

async function journal(context: Context, command: string, outcome: Outcome, reason: unknown): Promise<void> {
  // Loaded here, since a command that reads by SQL of its own has no need of the query builder.
  const { appendJournal } = await import('../ledger/journal.ts');
  const { db, at, operator } = context;
  const { records = [], counts = {} } = outcome;
  appendJournal(db, {
    at,
    operator,
    command,
    records,
    counts,
    ...(reason === undefined ? {} : { reason: String(reason) }),
  });
}

/** From here on Ctrl-C is answered with a sentence that says whether anything was written. */
function interruptible(session: Session): Progress {
  const progress = { isSaved: false };
  session.world.onInterrupt(() => {
    say(session, 'remark', progress.isSaved ? CANCELLED_LATE : CANCELLED);
  });
  return progress;
}

const CANCELLED_LATE: Text = {
  zh: '已取消显示结果；修改已写入台账',
  en: 'cancelled; the changes had already been saved',
};

/** A failure after the commit: nobody should enter the same again because no result was seen. */
function unshown({ kind, text, details }: Failure): Failure {
  return new Failure(
    kind,
    {
      zh: `修改已写入台账，但未能显示结果：${text.zh}`,
      en: `The changes were saved, but the result could not be shown: ${text.en}`,
    },
    { zh: '不必重做；用 tiaochu log 查看已完成的操作', en: 'Do not repeat them; tiaochu log shows what was done' },
    details,
  );
}

/** Runs another command line with the same streams; Ctrl-C then ends the process as usual. */
function againIn(session: Session, program: Program): Context['again'] {
  return (argv, options) => {
    const inner = { ...session.world, argv, onInterrupt: () => {}, ...(options?.silent ? { stdout: NOWHERE } : {}) };
    return run({ ...session, world: inner }, program);
  };
}
