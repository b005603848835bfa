import { insertInto, run } from './query.ts';
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

/** More records than this are counted, not listed: an import has its own row with its number. */
const MOST_RECORDS = 50;

/** Appends the one row that every writing command leaves. */
export function appendJournal(db: Db, { records, counts, reason, ...entry }: JournalEntry): void {
  const listed = JSON.stringify(records.slice(0, MOST_RECORDS));
  const row = { ...entry, records: listed, counts: JSON.stringify(counts), reason: reason ?? null };
  run(db, insertInto('journal').values(row));
}
