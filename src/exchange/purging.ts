import { isPurged } from '../kernel/purged.ts';
import { liftGuards } from '../ledger/erasure.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Cells } from './fingerprint.ts';
import type { Cell } from './shape-store.ts';

/** What is only ever added to, but for a purge. */
const APPEND_ONLY = ['move', 'voided_move', 'event'];

/** Purges that come with records: each office purges what it writes, and the other ledgers follow. */
export interface Purging {
  /** Whether any row that came was purged by its writer. */
  readonly isPurging: boolean;
  /** Whether a row that comes is what a purge left of the one that is here; it may then be changed, whatever guards it. */
  leaves(before: Cells, now: Cells): boolean;
  /** Puts back what guards rows. */
  end(): void;
}

export function purging(db: Db): Purging {
  let putBack: (() => void) | undefined;
  return {
    get isPurging() {
      return putBack !== undefined;
    },
    leaves: (before, now) => {
      if (!isPurgeOf(before, now)) return false;
      putBack ??= liftGuards(db, APPEND_ONLY);
      return true;
    },
    end: () => putBack?.(),
  };
}

/** Whether one row is what a purge left of another: where they differ there are tokens, or nothing. */
function isPurgeOf(before: Cells, now: Cells): boolean {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  const differing = [...names].filter(name => (before[name] ?? null) !== (now[name] ?? null));
  return differing.length > 0 && differing.every(name => isLeftOf(before[name], now[name]));
}

function isLeftOf(before: Cell | undefined, now: Cell | undefined): boolean {
  if (typeof before !== 'string') return false;
  // A column that is empty as usual does not travel.
  if (now === undefined || now === '') return before !== '';
  if (typeof now !== 'string') return false;
  return (
    isPurged(now) ||
    (before.startsWith('{') && now.startsWith('{') && isLeftOfWords(JSON.parse(before), JSON.parse(now)))
  );
}

/** The same of what an act says, which is JSON. */
function isLeftOfWords(before: unknown, now: unknown): boolean {
  if (typeof before !== 'object' || typeof now !== 'object' || before === null || now === null)
    return before === now || (typeof now === 'string' && isPurged(now));
  const [was, is] = [Object.entries(before), Object.entries(now)];
  return (
    was.length === is.length && was.every(([name, value], i) => is[i]?.[0] === name && isLeftOfWords(value, is[i]?.[1]))
  );
}
