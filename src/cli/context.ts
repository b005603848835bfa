import type { Day } from '../kernel/day.ts';
import { isOfPeopleHelped } from '../kernel/sensitive.ts';
import type { Text } from '../kernel/text.ts';
import type { View } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import { hidden, hiddenIfSensitive, namesRecords } from '../output/hidden.ts';
import { atTerminal } from './at-terminal.ts';
import type { Area, Context, Heard, Program } from './command.ts';
import { settingsFile, settingsOf } from './own-settings.ts';
import { progressIn } from './progress.ts';
import type { ReadyLedger } from './ready-ledger.ts';
import { say, sayDetails } from './say.ts';
import { claimedBy, todayOf, zoneOf } from './settings.ts';
import type { Source } from './source.ts';
import type { Call } from './tree.ts';
import type { Session } from './world.ts';

/** A command line with everything that its command needs besides the open ledger. */
export interface Job extends Program {
  readonly call: Call;
  /** The values of the command's parameters, by name. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly path: string;
  readonly sources: ReadonlyMap<string, Source>;
  readonly session: Session;
  /** The ledger, where it was opened for a look already. */
  readonly ready: ReadyLedger;
  readonly again: Context['again'];
  /** Hears what the command wrote. */
  readonly heard?: Heard | undefined;
  /** Whether its result is only shown so that it can be asked about. */
  readonly isPreview?: boolean;
  /** Whether what its files leave open is asked for. */
  readonly asks?: boolean;
  /** What was typed unseen. */
  readonly secret?: string | undefined;
}

/** What a command gets, with the ledger where it has declared access to one. */
export function contextOf(
  { call, input, path, sources, session, areas, peopleOf, gate, again, isPreview = false, asks = false, secret }: Job,
  db: Db | undefined,
  admitted?: string | undefined,
): Context {
  const { world, lang } = session;
  const zone = zoneOf(world);
  const today = todayOf(world, zone);
  const claimed = claimedBy(world, input);
  const operator = admitted ?? claimed.named ?? claimed.own ?? claimed.systemUser;
  const at = world.now().toISOString();
  return {
    get db() {
      return db ?? undeclared('the ledger');
    },
    path,
    today,
    zone,
    secret,
    ...surroundings(world),
    lang,
    operator,
    claimed,
    at,
    dryRun: input.dryRun === true,
    isPreview,
    reveal: input.reveal !== undefined,
    asks,
    source: file => sources.get(file) ?? undeclared(file),
    stamp: (on, reason) => ({ at, operator, on: on ?? today, reason }),
    ...remarksTo(session, input.quiet === true),
    commandNames: () => namesOf(areas),
    shown: async view => suppressSmall(await maskedAs(view, { call, input, peopleOf }, db, today), input.suppressSmall),
    ...doorsTo({ call, session, input, gate }),
    again,
    prompter: atTerminal(world) ? () => world.prompter(lang) : undefined,
  };
}

/** What a command knows of the user besides what was typed. */
function surroundings(world: Session['world']): Pick<Context, 'settings' | 'settingsFile' | 'env' | 'hasSystemUser'> {
  return {
    ...{ settings: settingsOf(world), settingsFile: settingsFile(world), env: world.env },
    hasSystemUser: async name => world.hasUser?.(name),
  };
}

/** How a ledger's file is unlocked, and who runs a command that deals with it. */
function doorsTo({
  call,
  session,
  input,
  gate,
}: Pick<Job, 'call' | 'session' | 'input' | 'gate'>): Pick<Context, 'admit' | 'unlock'> {
  return {
    admit: async (db, journal) =>
      (await import('./admitting.ts')).admittedToFile(db, { call, session, program: { gate } }, input, journal),
    unlock: async file => (await import('./unlocking.ts')).unlock(file, input, session),
  };
}

/** Says what is to be said on stderr, and how far a command is. */
function remarksTo(session: Session, quiet: boolean): Pick<Context, 'progress' | 'remark' | 'details'> {
  return {
    progress: progressIn(session, quiet),
    remark: text => {
      if (!quiet) say(session, 'remark', text);
    },
    details: texts => {
      if (!quiet) sayDetails(session, texts);
    },
  };
}

/** A view as it was asked for: masked, revealed but for what is sensitive, or as it is. */
async function maskedAs(
  view: View,
  { call, input: { reveal, revealSensitive }, peopleOf }: Pick<Job, 'call' | 'input' | 'peopleOf'>,
  db: Db | undefined,
  today: Day,
): Promise<View> {
  if (reveal === undefined) return hiddenFrom(view, peopleOf, db);
  if (revealSensitive !== undefined || !isOfPeopleHelped(call.path)) return view;
  return hiddenIfSensitive(view, db && namesRecords(view) ? (await peopleOf())(db) : () => [], today);
}

/** What is shown where nothing is revealed; whom codes concern is looked up only for views that have any texts. */
async function hiddenFrom(view: View, peopleOf: Program['peopleOf'], db: Db | undefined): Promise<View> {
  return hidden(view, db && namesRecords(view) ? (await peopleOf())(db) : () => []);
}

/** Loaded for reports that hide small counts only. */
async function suppressSmall(view: View, limit: unknown): Promise<View> {
  return limit === undefined ? view : (await import('../output/suppressed.ts')).suppressed(view, Number(limit));
}

async function namesOf(areas: readonly Area[]): Promise<ReadonlyMap<string, Text>> {
  const names = new Map<string, Text>();
  for (const { name, zh, solo, load } of areas)
    if (solo) names.set(name, { zh, en: name });
    else
      for (const verb of await load())
        names.set(`${name} ${verb.name}`, { zh: `${zh} ${verb.zh}`, en: `${name} ${verb.name}` });
  return names;
}

function undeclared(what: string): never {
  throw new Error(`this command has not declared that it needs ${what}`);
}
