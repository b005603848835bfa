import type { Db } from '../ledger/sqlite.ts';

/**
 * A ledger that was opened for a look and then serves the command itself: SQLite reads the whole schema for each connection,
 * which takes as long as the work of a short command.
 */
export interface ReadyLedger {
  /** Keeps a connection for whoever takes it. */
  keep(db: Db): void;
  /** The connection that was kept, if nobody has taken it; it is the taker's to close. */
  take(): Db | undefined;
}

export function readyLedger(): ReadyLedger {
  let kept: Db | undefined;
  const take = () => {
    const db = kept;
    kept = undefined;
    return db;
  };
  const keep = (db: Db) => {
    kept = db;
  };
  return { keep, take };
}
