import type { Day } from '../kernel/day.ts';
import type { Lang, Text } from '../kernel/text.ts';
import type { PeopleOf, View } from '../kernel/view.ts';
import type { Zone } from '../kernel/zone.ts';
import type { Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { ExitCode } from './exit.ts';
import type { Settings } from './own-settings.ts';
import type { Input, Params } from './param.ts';
import type { Source } from './source.ts';

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
  /** What the user has set once, and the file where it is kept. */
  readonly settings: Settings;
  readonly settingsFile: string | undefined;
  /** A file that the command line names, or standard input for `-`. */
  source(file: string): Source;
  /** Who and when, for the history; `on` defaults to today. */
  stamp(on?: Day | undefined, reason?: string | undefined): Stamp;
  /** Shows how far a long command is, on a terminal only. */
  progress(text: Text): void;
  /** A remark on stderr that is not the result. */
  remark(text: Text): void;
  /** Several remarks of one kind, such as one per bad row. */
  details(texts: readonly Text[]): void;
  /** Every command by its path (`unit list`), as people call it in either language. */
  commandNames(): Promise<ReadonlyMap<string, Text>>;
  /** Runs another command line in this process, with the same streams; `silent` keeps its result from stdout. */
  again(argv: readonly string[], options?: { readonly silent: boolean }): Promise<ExitCode>;
}

/** What a command hands back: what to show, what the journal keeps, and an exit code other than 0 where it found something. */
export interface Outcome {
  readonly view: View;
  readonly records?: readonly string[];
  readonly counts?: Readonly<Record<string, number>>;
  readonly exit?: ExitCode;
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
  /** Tables whose foreign keys are checked once before the commit instead of row by row: for bulk imports. */
  readonly bulk?: readonly string[];
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
  /** Whether a person's data can show, so that `--reveal` makes sense. */
  readonly personal?: boolean;
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
  /** Its commands; with the word that follows the area's name it may load only the one that is called. */
  load(verb?: string): Promise<readonly Command[]>;
}

/** All commands, and how the people are found whom codes of households and numbers of cases concern. */
export interface Program {
  readonly areas: readonly Area[];
  peopleOf(): Promise<(db: Db) => PeopleOf>;
}
