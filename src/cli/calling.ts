import { asksForMore, isTried, lacksSomething } from '../form/items.ts';
import type { Preparing } from '../form/prepared.ts';
import { Failure } from '../kernel/failure.ts';
import { isEncrypted } from '../ledger/encryption/keys.ts';
import { actDay } from './act-day.ts';
import { writes } from './all-params.ts';
import { settledWords } from './answers.ts';
import { atTerminal } from './at-terminal.ts';
import { attempted, carriedOut, demandDuty, type Line, pickersFor } from './carried-out.ts';
import type { AgainOptions, Context, Program } from './command.ts';
import type { ExitCode } from './exit.ts';
import { settingsOf } from './own-settings.ts';
import type { Param } from './param.ts';
import { say } from './say.ts';
import { languageRemark, ledgerOf, todayOf, zoneOf } from './settings.ts';
import { wordsOf } from './shell-line.ts';
import type { Call } from './tree.ts';
import { NOWHERE, nothingTyped, type Session, unseen } from './world.ts';

/** Runs a command line of the program. */
type Run = (session: Session, program: Program, options?: AgainOptions) => Promise<ExitCode>;

/** Calls the command of a line that was read: asks for what is missing, reads its files, opens, runs, journals, commits, and only then shows. */
export async function called(
  call: Call,
  session: Session,
  program: Program,
  run: Run,
  { heard, offered }: AgainOptions,
): Promise<ExitCode> {
  const { world } = session;
  const remarks = [...call.remarks, languageRemark(world) ?? []].flat();
  if (call.given.quiet !== true) for (const remark of remarks) say(session, 'remark', remark);
  await unlockFor(call, session);
  const line = {
    call,
    session,
    program,
    again: againIn(session, program, run, call.given.ledger, call.command.leadsOn ? heard : undefined),
    heard,
    offered,
  };
  if (!atTerminal(world) || !writes(call.command)) return carriedOut(line);
  if (session.isGuided || lacksSomething(call, isOwn(world))) return inForm(line);
  try {
    return await carriedOut(line);
  } catch (error) {
    if (error instanceof Failure && asksForMore(error, call)) return inForm(line, error);
    throw error;
  }
}

/** An encrypted ledger is unlocked before anything looks into it; one that gives way to another, when it does. */
async function unlockFor({ command: { access, isUnlocked }, given }: Call, session: Session): Promise<void> {
  if (access !== 'read' && access !== 'write' && !isUnlocked) return;
  const path = ledgerOf(session.world, given.ledger as string | undefined);
  if (isEncrypted(path)) await (await import('./unlocking.ts')).unlock(path, given, session);
}

/** Whether the user has set a parameter once for all. */
function isOwn(world: Session['world']) {
  const own = settingsOf(world);
  return ({ mine }: Param<unknown>) => mine !== undefined && own[mine] !== undefined;
}

/** A form on a terminal asks for what is missing. */
async function inForm(
  { call: typed, session, program, again, heard: hears, offered }: Line,
  heard?: Failure,
): Promise<ExitCode> {
  if (!heard) await demandDuty({ call: typed, session, program, again });
  const [{ filledIn }, { offerPaper }] = await Promise.all([import('../form/form.ts'), import('../form/paper.ts')]);
  const { world } = session;
  const path = ledgerOf(world, typed.given.ledger as string | undefined);
  if (!heard && typed.command.needsSetup) await preparedFor(typed, { session, ledger: path, again }, program);
  const open = (given: Call['given']) => pickersFor(typed, path, session, program, given);
  const call = { ...typed, given: await settledWords(typed, session, open) };
  let record: string | undefined;
  const lineOf = (given: Call['given'], onWorld = world): Line => {
    const argv = wordsOf(call, given);
    return {
      call: { ...call, given },
      session: { ...session, isGuided: true, world: { ...onWorld, argv } },
      program,
      again,
      heard: (outcome, words) => {
        [record] = outcome.records ?? [];
        hears?.(outcome, words);
      },
    };
  };
  const code = await filledIn(
    call,
    {
      session,
      offered: offered ?? {},
      open: () => open({}),
      attempt: async given => (isTried(call, given) ? attempted(lineOf(given, unseen(world))) : undefined),
      carryOut: given => carriedOut(lineOf(given)),
    },
    heard,
  );
  if (record !== undefined) await offerPaper({ command: call.path, record, ledger: path }, session, program, again);
  return code;
}

/** Before a visit is asked for: what the ledger lacks for one is entered first. */
async function preparedFor(
  call: Call,
  at: Pick<Preparing, 'session' | 'ledger' | 'again'>,
  program: Program,
): Promise<void> {
  // Whoever names a household may mean one of another unit.
  if (call.given.household_code !== undefined) return;
  const { world } = at.session;
  const place = { day: actDay(call.given) ?? todayOf(world, zoneOf(world)), unit: settingsOf(world).unit };
  const [{ prepared }, missing] = await Promise.all([import('../form/prepared.ts'), program.missing()]);
  await prepared({ ...at, place, missing });
}

/** Runs another command line on the same ledger with the same streams; Ctrl-C then ends the process as usual. Whoever listens to one that only leads on hears it, too. */
function againIn(
  session: Session,
  program: Program,
  run: Run,
  ledger: unknown,
  heard: AgainOptions['heard'],
): Context['again'] {
  return (argv, options) => {
    const isSaid = ledger === undefined || argv.includes('--ledger');
    const inner = {
      ...session.world,
      argv: isSaid ? argv : [...argv, '--ledger', String(ledger)],
      onInterrupt: () => {},
      ...(options?.silent ? { stdout: NOWHERE } : {}),
      ...(options?.isNobodys ? { env: { ...session.world.env, TIAOCHU_CONFIG: '' }, stdin: nothingTyped() } : {}),
    };
    return run(
      { ...session, isGuided: options?.guided === true, world: inner },
      program,
      heard ? { heard, ...options } : options,
    );
  };
}
