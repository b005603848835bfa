import type { Readable } from 'node:stream';
import type { Lang } from '../kernel/text.ts';

/** A stream that results or remarks go to. */
export interface Sink {
  write(piece: string | Uint8Array): void;
  readonly isTTY: boolean;
  readonly columns: number | undefined;
}

/** A stream that keeps nothing. */
export const NOWHERE: Sink = { write: () => {}, isTTY: false, columns: undefined };

/** Everything outside the program that a command may touch; tests hand in their own. */
export interface World {
  /** The words after `tiaochu`. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  now(): Date;
  /** The system's locale, for systems that do not keep it in the environment. */
  locale(): string;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Loads the prompts; only ever called where both ends are a terminal. */
  prompter(lang: Lang): Promise<Prompter>;
  /** Calls a function when the user presses Ctrl-C, before the process ends. */
  onInterrupt(act: () => void): void;
}

/** One run of the program: the world around it and the language of its user. */
export interface Session {
  readonly world: World;
  readonly lang: Lang;
  /** Whether a script reads standard error: every line of it is then a JSON object. */
  readonly asJson: boolean;
}

/** The four kinds of prompts; scripted in tests, inquirer on a terminal. */
export interface Prompter {
  /** Asks for a line of text; `complaint` returns what is wrong with an answer, or undefined. */
  text(question: string, complaint?: (answer: string) => string | undefined): Promise<string>;
  choose(question: string, choices: readonly Choice[]): Promise<string>;
  chooseMany(question: string, choices: readonly Choice[]): Promise<readonly string[]>;
  confirm(question: string): Promise<boolean>;
}

export interface Choice {
  readonly value: string;
  readonly name: string;
}
