/** A change that no test can notice, because the program does the same with it. */
interface Ignored {
  readonly file: string;
  /** A part of the line, with the operator as it is in the file. */
  readonly line: string;
  readonly reason: string;
}

export const IGNORED: readonly Ignored[] = [];
