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
