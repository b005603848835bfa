import { Failure } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import type { Field } from './field.ts';

/** A column without which a file cannot be read. */
export interface OpenColumn {
  readonly key: string;
  readonly title: Text;
  readonly words?: Readonly<Record<string, Text>> | undefined;
  /** Whether rows can be given codes where the file has none. */
  readonly isNumbered: boolean;
}

/** What a file leaves open, and who imports it can say: plain data, since it may come from another thread. */
export type OpenPoint =
  | {
      readonly kind: 'columns';
      readonly file: string;
      readonly columns: readonly OpenColumn[];
      /** The names of the file's columns that were taken for nothing. */
      readonly free: readonly string[];
    }
  /** A year may be likely: the one that a title or the file's name says. */
  | { readonly kind: 'year'; readonly cells: number; readonly likely?: number | undefined }
  | { readonly kind: 'day'; readonly cells: number }
  | { readonly kind: 'sheet'; readonly file: string; readonly names: readonly string[] }
  /** An option that depends on what the ledger has: which of its values fit is known only now. */
  | {
      readonly kind: 'choice';
      readonly option: 'form';
      readonly question: Text;
      readonly choices: readonly { readonly value: string; readonly name: Text }[];
    };

/** The refusal of a file that could be imported with an answer: asked for on a terminal, an option in a script. */
export class Unanswered extends Failure {
  readonly open: OpenPoint;

  constructor({ kind, text, hint, details }: Pick<Failure, 'kind' | 'text' | 'hint' | 'details'>, open: OpenPoint) {
    super(kind, text, hint, details);
    this.open = open;
  }
}

/** A column as it is asked for. */
export function openColumn({ key, title, words, ifLacking }: Field<unknown>): OpenColumn {
  return { key, title, words, isNumbered: ifLacking !== undefined };
}
