import type { Day } from '../kernel/day.ts';
import type { Duty } from '../kernel/duty.ts';
import type { Lang, Text } from '../kernel/text.ts';
import type { PeopleOf, View } from '../kernel/view.ts';
import type { Zone } from '../kernel/zone.ts';
import type { Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Gate } from './admission.ts';
import type { ExitCode } from './exit.ts';
import type { Settings } from './own-settings.ts';
import type { Input, Params } from './param.ts';
import type { Picking } from './picking.ts';
import type { Step } from './progress.ts';
import type { Secret } from './secret.ts';
import type { Claimed } from './settings.ts';
import type { MissingSteps } from './setup.ts';
import type { Source } from './source.ts';
import type { Prompter, World } from './world.ts';

/**
 * What a command needs of the ledger. The runner opens it and, for writers, holds one IMMEDIATE transaction around the
 * whole command. `file` is for commands that make ledger files themselves, `none` for those that need no ledger.
 */
type Access = 'none' | 'file' | 'read' | 'write';

/** What a command gets besides its input; `db` is the open ledger, inside the command's transaction. */
export interface Context {
  readonly db: Db;
  readonly path: string;
  readonly today: Day;
  readonly lang: Lang;
  readonly operator: string;
  /** Who says he acts, of whom a ledger with operators makes one of them. */
  readonly claimed: Claimed;
  /** The instant of this command, UTC. */
  readonly at: string;
  readonly dryRun: boolean;
  /** Whether the result is only shown so that it can be asked about; nothing is kept then. */
  readonly isPreview: boolean;
  readonly reveal: boolean;
  /** Whether what a file leaves open is asked for (see `Unanswered`). */
  readonly asks: boolean;
  /** The time zone in which people read instants and days begin. */
  readonly zone: Zone;
  /** What was typed unseen, for a command that asks for it. */
  readonly secret: string | undefined;
  /** What the user has set once, and the file where it is kept. */
  readonly settings: Settings;
  readonly settingsFile: string | undefined;
  /** Whether the system knows a user; undefined where it cannot tell. */
  hasSystemUser(name: string): Promise<boolean | undefined>;
  /** The environment, for what is no setting of the program itself. */
  readonly env: World['env'];
  /** A file that the command line names, or standard input for `-`. */
  source(file: string): Source;
  /** Who and when, for the history; `on` defaults to today. */
  stamp(on?: Day | undefined, reason?: string | undefined): Stamp;
  /** Shows how far a long command is, on a terminal only; nothing of what is done within a second. */
  progress(step: Step): void;
  /** A remark on stderr that is not the result. */
  remark(text: Text): void;
  /** Several remarks of one kind, such as one per bad row. */
  details(texts: readonly Text[]): void;
  /** Every command by its path (`unit list`), as people call it in either language. */
  commandNames(): Promise<ReadonlyMap<string, Text>>;
  /** A view as the user may see it: what is about people is hidden in it, unless it is revealed. */
  shown(view: View): Promise<View>;
  /** Has the passphrase of a file at hand that is an encrypted ledger; throws a Failure of kind `ledger` otherwise. */
  unlock(path: string): Promise<void>;
  /**
   * For commands of access `file`, which deal with a ledger's file: who runs one is asked as before a write. Returns the name
   * that signs; undefined where the ledger has no operators. Throws a Forbidden, which the journal keeps: that of `journal`
   * where the ledger itself is not to be written.
   */
  admit(
    db: Db,
    journal?: ((keep: (db: Db) => Promise<void>) => Promise<void>) | undefined,
  ): Promise<string | undefined>;
  /** Runs another command line in this process, with the same streams. */
  again(argv: readonly string[], options?: AgainOptions): Promise<ExitCode>;
  /** Asks the user something; undefined where there is no terminal. */
  readonly prompter: (() => Promise<Prompter>) | undefined;
}

export interface AgainOptions {
  /** Leads the user through it: what writes shows its last page first. */
  readonly guided?: boolean;
  /** Keeps the result from stdout. */
  readonly silent?: boolean;
  /** It is nobody's command line: no user's own settings count, and nobody is asked. */
  readonly isNobodys?: boolean;
  /** Hears what the command wrote or found, with the words of its command line. */
  readonly heard?: Heard;
  /** What its form fills in where the ledger has nothing to offer. */
  readonly offered?: Readonly<Record<string, unknown>>;
}

export type Heard = (outcome: Outcome, given: Readonly<Record<string, unknown>>) => void;

/** What a command hands back: what to show, what the journal keeps, and an exit code other than 0 where it found something. */
export interface Outcome {
  readonly view: View;
  readonly records?: readonly string[];
  readonly counts?: Readonly<Record<string, number>>;
  readonly exit?: ExitCode;
  /** Whether a command that writes only says what it would do: nothing of it is kept. */
  readonly isOnlyShown?: boolean;
  /** What the journal keeps as the reason where none was given: what was looked for. */
  readonly reason?: string;
  /** Runs after the commit and before anything is shown, such as putting a finished file in its place. */
  readonly afterCommit?: () => void | Promise<void>;
}

export interface Command<P extends Params = Params> {
  readonly name: string;
  /** The Chinese alias. */
  readonly zh: string;
  /** Whether it is meant where its area is called without a verb. */
  readonly isDefault?: boolean;
  /** Earlier aliases that still work; help does not show them. */
  readonly formerly?: readonly string[];
  readonly summary: Text;
  /** A command line that works on the demo ledger, without `tiaochu`. */
  readonly example: string;
  readonly access: Access;
  /** What kind of work it is, where that is not its area's. */
  readonly duty?: Duty;
  /** Tables whose foreign keys are checked once before the commit instead of row by row: for bulk imports. */
  readonly bulk?: readonly string[];
  /** Whether it can take more than a second, so that it shows how far it is; a bulk command does. */
  readonly takesLong?: boolean;
  /**
   * Whether a change is asked about once its result was shown: `always` where it is hard to undo (a script then needs
   * `--yes`), `at-terminal` where a later command can undo it. A function looks at the command line and its files before
   * that, and says what is asked about, if anything is.
   */
  readonly confirm?: 'always' | 'at-terminal' | ((given: Given<P>) => Confirmation | undefined);
  /**
   * What the ledger says against a change that may still be right: a question on a terminal, a remark in a script. It only
   * reads, and leaves to `run` what is refused.
   */
  doubts?(context: Context, input: Input<P>): readonly Text[];
  /** Whether what its files leave open is asked for on a terminal. */
  readonly asks?: boolean;
  /** Whether a ledger that it reads as a file is unlocked first, where it is encrypted; one that it only opens always is. */
  readonly isUnlocked?: boolean;
  /** A new secret that it needs. */
  readonly secret?: Secret;
  /** Whether it enters a visit, which needs a village, a team, a pair, a household and its assignment first. */
  readonly needsSetup?: boolean;
  /** Whether a person's data can show, so that `--reveal` makes sense. */
  readonly personal?: boolean;
  /** Whether it only leads to other commands: their lines are shown for learning, and not its own. */
  readonly leadsOn?: boolean;
  /** Whether its result ends with what to do next, so that it is never paged. */
  readonly staysOnScreen?: boolean;
  /** Whether `--output` names a file that it makes itself; what it says of that is shown. */
  readonly makesFile?: boolean;
  /** Whether the journal keeps that it was run although it changes nothing: it looks for persons. */
  readonly isJournalled?: boolean;
  readonly params: P;
  run(context: Context, input: Input<P>): Promise<Outcome> | Outcome;
}

/** What a question can depend on before the ledger is open. */
interface Given<P extends Params = Params> {
  readonly input: Input<P>;
  source(file: string): Source;
}

/** A question, and what is shown before it. */
export interface Confirmation {
  readonly about: readonly Text[];
  readonly question: Text;
}

export function command<const P extends Params>(declared: Command<P>): Command {
  return declared as unknown as Command;
}

/** A command whose name and alias are in a table of commands. */
export type UnnamedCommand = Omit<Command, 'name' | 'zh'>;

export function unnamed<const P extends Params>(declared: Omit<Command<P>, 'name' | 'zh'>): UnnamedCommand {
  return declared as unknown as UnnamedCommand;
}

/** A noun with its verbs, or a single command at the top; loaded only when it is called. */
export interface Area {
  readonly name: string;
  readonly zh: string;
  readonly summary: Text;
  /** The heading under which the help lists it. */
  readonly group: Text;
  /** Whether the area is one command without verbs. */
  readonly solo?: boolean;
  /** What kind of work its commands that write do: from that follows who may run them. */
  readonly duty?: Duty;
  /** Its commands; with the word that follows the area's name it may load only the one that is called. */
  load(verb?: string): Promise<readonly Command[]>;
}

/** The paper that an office prints of a record at once; undefined where none is due. */
export type PaperAfter = (at: { readonly db: Db; readonly today: Day }, record: string) => DuePaper | undefined;

/** A paper: what it is called, the file in which it is printed, the command line that does. */
interface DuePaper {
  readonly name: Text;
  readonly file: string;
  readonly words: readonly string[];
}

/** All commands, how the people are found whom codes of households and numbers of cases concern, how things are picked, and who may write. */
export interface Program {
  readonly areas: readonly Area[];
  peopleOf(): Promise<(db: Db) => PeopleOf>;
  picking(): Promise<Picking>;
  /** Whether what a ledger holds contradicts itself: what nobody foresaw then comes from that. */
  contradiction(): Promise<(db: Db) => boolean>;
  gate(): Promise<Gate>;
  /** Which paper is due after which command, by its path. */
  paperAfter(): Promise<(command: string) => PaperAfter | undefined>;
  /** What a ledger lacks before visits can be entered. */
  missing(): Promise<MissingSteps>;
}
