import type { Day } from './day.ts';
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

/** A word that several records are called by: which kind of records they are, and their codes, so that people are shown what each is. */
export class Ambiguous extends Failure {
  readonly among: string;
  readonly codes: readonly string[];

  constructor(among: string, codes: readonly string[], text: Text, hint?: Text) {
    super('not-found', text, hint);
    this.among = among;
    this.codes = codes;
  }
}

/** Why a rule refuses, and what to do next. */
export type Refusal = Text & { readonly hint?: Text | undefined };

/** A rule refuses (exit 4). */
export function refuse({ zh, en, hint }: Refusal, more: Text | undefined = hint): never {
  throw new Failure('refused', { zh, en }, more);
}

/** Refuses what a rule has a problem with. */
export function refuseIf(problem: Refusal | undefined): void {
  if (problem) refuse(problem);
}

export const CANCELLED: Text = { zh: '已取消，未写入任何数据', en: 'cancelled; nothing was written' };

/** The user changed their mind (exit 130). */
export function cancel(): never {
  throw new Failure('cancelled', CANCELLED);
}

/** Esc at a question: back to the question before it; where there is none, the user gave up. */
export class GoneBack extends Failure {
  constructor() {
    super('cancelled', CANCELLED);
  }
}

/** The command line is wrong (exit 2). */
export function misuse({ zh, en, hint }: Refusal, more: Text | undefined = hint): never {
  throw new Failure('usage', { zh, en }, more);
}

/** The hint to date a change later. */
export function laterDayHint(day: Day): Text {
  return { zh: `请用 --on 写 ${day} 或以后的日期`, en: `Name ${day} or a later day with --on` };
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
