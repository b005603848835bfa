import { Readable } from 'node:stream';
import type { Lang } from '../kernel/text.ts';

/** A stream that results or remarks go to. */
export interface Sink {
  write(piece: string | Uint8Array): void;
  readonly isTTY: boolean;
  readonly columns: number | undefined;
  /** Lines of the terminal, where they matter: a longer result is paged. */
  readonly rows?: number | undefined;
}

/** A program that shows a long result page by page. */
export interface Pager {
  /** Resolves once the pager has taken the piece; false where its user has seen enough. */
  write(piece: string | Uint8Array): Promise<boolean>;
  /** Waits until its user has left it; what was written comes back where the pager could not be started. */
  close(): Promise<readonly (string | Uint8Array)[] | undefined>;
}

/** A stream that keeps nothing. */
export const NOWHERE: Sink = { write: () => {}, isTTY: false, columns: undefined };

/** Standard input where there is nobody to ask. */
export const nothingTyped = (): World['stdin'] => Object.assign(Readable.from([]), { isTTY: false });

/** A world without a person: nothing is shown, nobody is asked, nothing more comes in. */
export function unseen(world: World): World {
  return { ...world, stdin: nothingTyped(), stdout: NOWHERE, stderr: NOWHERE, onInterrupt: () => {} };
}

/** Everything outside the program that a command may touch; tests hand in their own. */
export interface World {
  /** The words after `tiaochu`. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  now(): Date;
  /** The name of the system's user, whom an operator can be bound to. */
  user(): string;
  /** Whether the system knows a user; undefined where it cannot tell. */
  hasUser?(name: string): Promise<boolean | undefined>;
  /** The system's locale, for systems that do not keep it in the environment. */
  locale(): string;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Loads the prompts; only ever called where both ends are a terminal. */
  prompter(lang: Lang): Promise<Prompter>;
  /** How a pager is started on the terminal, with what less says of its keys; undefined where there is no such program. */
  findPager?(command: string, keys: string): Promise<(() => Promise<Pager>) | undefined>;
  /** Calls a function when the user presses Ctrl-C, before the process ends. */
  onInterrupt(act: () => void): void;
}

/** One run of the program: the world around it and the language of its user. */
export interface Session {
  readonly world: World;
  readonly lang: Lang;
  /** Whether a script reads standard error: every line of it is then a JSON object. */
  readonly asJson: boolean;
  /** Operators who have proven themselves in this run of the program. */
  readonly proven: Set<string>;
  /** Whether a person is led: what writes shows its last page first, and each command is followed by its line, so that people learn it. */
  readonly isGuided?: boolean;
}

/** What is wrong with an answer, or undefined. */
export type Complaint = (answer: string) => Promise<string | undefined> | string | undefined;

/** The kinds of prompts; scripted in tests, inquirer on a terminal. What is offered is what Enter alone takes. */
export interface Prompter {
  /** Asks for a line of text, to be written or, where one is offered, changed. */
  text(question: string, complaint?: Complaint, offered?: string): Promise<string>;
  /** Asks for a text of many lines; a paste keeps them all. */
  lines(question: string, complaint?: (answer: string) => string | undefined, offered?: string): Promise<string>;
  choose(question: string, choices: readonly Choice[], offered?: string): Promise<string>;
  chooseMany(question: string, choices: readonly Choice[], offered?: readonly string[]): Promise<readonly string[]>;
  /** One of what `choicesFor` finds for the words that are typed, anew with every key; `nothing` is said where it finds none. */
  search(
    question: string,
    choicesFor: (typed: string) => Promise<readonly Choice[]>,
    nothing?: string,
  ): Promise<string>;
  confirm(question: string, offered?: boolean): Promise<boolean>;
  /** Asks for a text that is not shown while it is typed. */
  secret(question: string, complaint?: (answer: string) => string | undefined): Promise<string>;
}

export interface Choice {
  readonly value: string;
  readonly name: string;
}
