/** The state of a record that is known in several ledgers: how often it was given out, and what it was like then. */
export interface Edition {
  readonly counter: number;
  /** Empty where the record was deleted. */
  readonly hash: string;
}

/** What a ledger has of a record: the edition it knows, and what the record is like now (undefined where it is not there). */
export interface Known {
  readonly edition: Edition | undefined;
  readonly now: string | undefined;
}

/** What is done with an edition that a bundle brings. */
export type Verdict = 'new' | 'changed' | 'removed' | 'same' | 'outdated' | 'conflict';

/** One office writes a record at a time, so its editions follow each other; whatever contradicts that is not decided by a program. */
export function verdictOn(coming: Edition, { edition, now }: Known): Verdict {
  if (coming.hash === (now ?? '')) return 'same';
  if (edition === undefined) return now === undefined ? taken(coming, now) : 'conflict';
  if (coming.counter < edition.counter) return 'outdated';
  // What was written here since then goes on from this edition.
  if (coming.counter === edition.counter) return coming.hash === edition.hash ? 'outdated' : 'conflict';
  return edition.hash === (now ?? '') ? taken(coming, now) : 'conflict';
}

function taken({ hash }: Edition, now: string | undefined): Verdict {
  if (hash === '') return 'removed';
  return now === undefined ? 'new' : 'changed';
}
