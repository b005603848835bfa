import { Ambiguous, CANCELLED, Failure } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { openLedger, openToRead } from '../ledger/open.ts';
import type { Db } from '../ledger/sqlite.ts';
import { type Admission, Forbidden } from './admission.ts';
import { answering } from './answering.ts';
import { answered } from './answers.ts';
import { withSecret } from './asking-secret.ts';
import type { Context, Heard, Program } from './command.ts';
import { confirmed } from './confirm.ts';
import { contextOf, type Job } from './context.ts';
import { settleDoubts } from './doubts.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { explained } from './explained.ts';
import { learnableLine } from './learnable-line.ts';
import { madeBy } from './made.ts';
import { withMeanings } from './meaning.ts';
import { onBehalf } from './on-behalf.ts';
import { checkEncoding, readsEncoded } from './output-encoding.ts';
import { checkFormat, type FormatWish } from './output-format.ts';
import { described, pickersOn } from './pickers.ts';
import { clearProgress, prepareProgress } from './progress.ts';
import { readyLedger } from './ready-ledger.ts';
import { say } from './say.ts';
import { ledgerOf } from './settings.ts';
import { type Showing, show } from './show.ts';
import { sourcesOf } from './source.ts';
import { checkTargets } from './targets.ts';
import { leavesTrace, transacted } from './transacted.ts';
import type { Call } from './tree.ts';
import type { Session } from './world.ts';

/** A command line that was understood. */
export interface Line {
  readonly call: Call;
  readonly session: Session;
  readonly program: Program;
  readonly again: Context['again'];
  /** Hears what a command wrote. */
  readonly heard?: Heard | undefined;
  /** What a form fills in where the ledger has nothing to offer. */
  readonly offered?: Call['given'] | undefined;
}

/** Carries a command line out: its words are read, what is missing is asked for, its files are read; then the ledger is opened, written and shown. */
export async function carriedOut({ call, session, program, again, heard }: Line): Promise<ExitCode> {
  const { world } = session;
  const path = ledgerOf(world, call.given.ledger as string | undefined);
  const { access } = call.command;
  const {
    input: typedValues,
    given,
    isAsked,
  } = await answered(call, session, given => pickersFor(call, path, session, program, given)).catch(async error => {
    throw await explained(error, path, access, program);
  });
  const input = revealing(typedValues);
  if (!call.command.makesFile) checkFormat(input as FormatWish, world);
  checkEncoding(call.command, input as FormatWish);
  const files = [input.file ?? []].flat().map(String);
  checkTargets([input.output, input.rejected] as (string | undefined)[], path, files);
  // Input that is awaited can be given up, too.
  const progress = access === 'write' ? interruptible(session) : { isSaved: false };
  const sources = await sourcesOf(files, session);
  const ready = readyLedger();
  try {
    const typed = { call: { ...call, given }, input, path, sources, session, ready, ...program, again, heard };
    const meant = await onBehalf(typed);
    await settleDoubts(meant);
    const job = await withSecret(meant);
    await confirmed(job, preview => perform(preview, { isSaved: false }));
    const { code, isSaid } = await answering(job, next => perform(next, progress), isAsked === true);
    if (!isSaid && (isAsked || session.isGuided) && !input.quiet && !call.command.leadsOn)
      say(session, 'remark', await learnableLine({ ...job, call: { ...call, given: job.call.given } }), {
        isForCopying: true,
      });
    return code;
  } catch (error) {
    const found = error instanceof Ambiguous ? await described(error, path, session, input, program) : error;
    throw await explained(found, path, access, program);
  } finally {
    ready.take()?.close();
  }
}

/** What reveals what is sensitive reveals everything else. */
function revealing(input: Job['input']): Job['input'] {
  return input.revealSensitive === undefined ? input : { ...input, reveal: input.revealSensitive };
}

/** What the rules say against a command: it is carried out unseen and rolled back. */
export async function attempted({ call, ...line }: Line): Promise<Failure | undefined> {
  const given = { ...call.given, dryRun: true, yes: true, output: undefined };
  try {
    await carriedOut({ call: { ...call, given }, ...line });
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** A ledger in which things are picked, for commands that need one. */
export async function pickersFor(
  { command: { access } }: Call,
  path: string,
  session: Session,
  program: Program,
  given: Readonly<Record<string, unknown>>,
) {
  return access === 'read' || access === 'write' ? pickersOn(path, session, given, program) : undefined;
}

/** How far a command is: whether its changes are in the ledger. */
interface Progress {
  isSaved: boolean;
}

async function perform(job: Job, progress: Progress): Promise<ExitCode> {
  const { call, input, session } = job;
  const { access } = call.command;
  const isQuiet = input.quiet === true;
  if (call.command.bulk || call.command.takesLong) await prepareProgress(session, isQuiet);
  const db = access === 'none' || access === 'file' ? undefined : opened(job);
  try {
    const admission = db && leavesTrace(job) ? await admittedTo(db, job) : undefined;
    const context = contextOf(job, db, admission?.operator);
    const meant = db ? withMeanings(job, context) : job;
    if (db && !job.isPreview) remarkOn(job, meant, context);
    const outcome = db ? await transacted(meant, context, db, admission) : await call.command.run(context, input);
    progress.isSaved = !context.dryRun && !outcome.isOnlyShown && (access === 'write' || access === 'file');
    await outcome.afterCommit?.();
    if (progress.isSaved || (access === 'read' && !job.isPreview)) job.heard?.(outcome, call.given);
    if (context.dryRun && !job.isPreview) context.remark(DRY_RUN);
    if (!isQuiet) clearProgress();
    await show(
      await context.shown(outcome.view),
      { ...showingOf(job), zone: context.zone, made: madeBy(job, context) },
      session,
    );
    return outcome.exit ?? EXIT.done;
  } catch (error) {
    if (db) await keptIfForbidden(error, db, job);
    throw progress.isSaved && error instanceof Failure ? unshown(error) : error;
  } finally {
    // What runs inside another command has nothing to take away.
    if (!isQuiet) clearProgress();
    db?.close();
  }
}

/** How the result was asked for; the encoding of a file that is read says nothing of what is written. */
function showingOf({ call: { command }, input }: Job): Omit<Showing, 'zone' | 'made'> {
  const { encoding, ...wish } = input as Showing;
  const onScreen = command.staysOnScreen ? { ...wish, pager: false } : wish;
  const showing = command.makesFile ? shownBeside(onScreen) : onScreen;
  return { ...showing, encoding: readsEncoded(command) ? undefined : encoding };
}

/** How it is said that a file was made: `--format docx` and `html` are those of the file. */
function shownBeside({ output: _, format, ...showing }: Omit<Showing, 'encoding'>): Omit<Showing, 'encoding'> {
  return { ...showing, ...(format === 'html' || format === 'docx' ? {} : { format }) } as Omit<Showing, 'encoding'>;
}

/** A command that reads opens the ledger where nothing can be written, too; what is revealed is written down. */
function opened({ call, input, path, ready }: Job): Db {
  return ready.take() ?? (leavesTrace({ call, input }) ? openLedger(path) : openToRead(path));
}

/** Who runs a command that writes; loaded here, since a command that only reads asks nobody who runs it. */
async function admittedTo(db: Db, job: Job): Promise<Admission | undefined> {
  const { admitted } = await import('./admitting.ts');
  return admitted(db, { call: job.call, session: job.session, program: job }, job.input);
}

/** Before a form asks anything: whether whoever fills it in may do this kind of work at all. */
export async function demandDuty({ call, session, program }: Line): Promise<void> {
  const path = ledgerOf(session.world, call.given.ledger as string | undefined);
  if (call.command.access !== 'write') return;
  const db = openToRead(path);
  try {
    const { admitted } = await import('./admitting.ts');
    (await admitted(db, { call, session, program }, call.given))?.demandDuty({ call });
  } catch (error) {
    await keptIfForbidden(error, db, { call, session });
    throw error;
  } finally {
    db.close();
  }
}

/** The journal keeps that somebody was refused; what is only tried is refused without a word in it. */
async function keptIfForbidden(
  error: unknown,
  db: Db,
  { call, session }: Pick<Job, 'call' | 'session'>,
): Promise<void> {
  if (!(error instanceof Forbidden) || call.given.dryRun === true) return;
  await (await import('./admitting.ts')).keepRefusal(db, { call, session }, error);
}

/** Says what the ledger has to say of the values that were given. */
function remarkOn({ input: typed }: Job, { call, input }: Job, context: Context): void {
  const { db, remark, today, settings } = context;
  const place = { db, day: today, unit: settings.unit };
  for (const [name, param] of Object.entries(call.command.params)) {
    const said = input[name] === undefined ? undefined : param.remark?.(db, input[name]);
    if (said) remark(said);
    const taken = typed[name] === input[name] ? undefined : param.taken?.(place, typed[name], input[name]);
    if (taken) remark(taken);
  }
}

const DRY_RUN: Text = { zh: '（试运行：未写入任何数据）', en: '(dry run: nothing was written)' };

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
