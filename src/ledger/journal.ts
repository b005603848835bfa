import type { Db } from './sqlite.ts';

/** What one command did: which records, how many of what. Never the values that were typed. */
export interface JournalEntry {
  /** An instant in UTC, ISO text. */
  readonly at: string;
  readonly operator: string;
  readonly command: string;
  readonly records: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  /** Why masked data was shown (`--reveal`); PIPL Art. 54 wants that on record. */
  readonly reason?: string;
}

/** Records longer than this are counted, not listed: an import has its own row with its number. */
const MOST_RECORDS = 50;

/** Appends the one row that every writing command leaves. */
export function appendJournal(db: Db, entry: JournalEntry): void {
  db.prepare('insert into journal (at, operator, command, records, counts, reason) values (?, ?, ?, ?, ?, ?)').run(
    entry.at,
    entry.operator,
    entry.command,
    JSON.stringify(entry.records.slice(0, MOST_RECORDS)),
    JSON.stringify(entry.counts),
    entry.reason ?? null,
  );
}
