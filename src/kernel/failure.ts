import type { Noun, Text } from './text.ts';

/**
 * What a user can act on, by kind; each kind has one exit code (see `EXIT` in cli/exit.ts).
 * Anything thrown that is not a Failure is a bug.
 */
export type FailureKind = 'usage' | 'not-found' | 'refused' | 'rejected' | 'ledger' | 'cancelled';

/** A sentence that says what went wrong and, in the hint, what to do next. */
export class Failure extends Error {
  readonly kind: FailureKind;
  readonly text: Text;
  readonly hint: Text | undefined;
  /** Further lines, such as one per bad row of a file. */
  readonly details: readonly Text[];

  constructor(kind: FailureKind, text: Text, hint?: Text, details: readonly Text[] = []) {
    super(text.en);
    this.name = 'Failure';
    this.kind = kind;
    this.text = text;
    this.hint = hint;
    this.details = details;
  }
}

/** A rule says no (exit 4). */
export function refuse(text: Text, hint?: Text): never {
  throw new Failure('refused', text, hint);
}

export const CANCELLED: Text = { zh: '已取消，未写入任何数据', en: 'cancelled; nothing was written' };
/** Why a rule says no, and where there is one, what to do next. */
export type Refusal = Text & { readonly hint?: Text | undefined };

/** Refuses (exit 4) what a rule has a problem with. */
export function refuseIf(problem: Refusal | undefined): void {
  if (problem) refuse({ zh: problem.zh, en: problem.en }, problem.hint);
}

/** The user changed their mind (exit 130). */
export function cancel(): never {
  throw new Failure('cancelled', CANCELLED);
}

/** The command line is wrong (exit 2). */
export function misuse(text: Text, hint?: Text): never {
  throw new Failure('usage', text, hint);
}

/** A record that was named does not exist (exit 3). */
export function notFound(noun: Noun, key: string, hint?: Text): never {
  const look =
    noun.list === undefined
      ? undefined
      : { zh: `用 tiaochu ${noun.list} 查看`, en: `tiaochu ${noun.list} shows what there is` };
  throw new Failure(
    'not-found',
    { zh: `没有${noun.zh}「${key}」`, en: `There is no ${noun.one} "${key}"` },
    hint ?? look,
  );
}
