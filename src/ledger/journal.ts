import { entryHash, genesis, type Seal } from './evidence/chain.ts';
import { sealsReader } from './evidence/kept-seals.ts';
import { takeSeals } from './evidence/seal.ts';
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

const INSERT = `insert into journal (id, at, operator, command, records, counts, reason, hash)
  values (@id, @at, @operator, @command, @records, @counts, @reason, @hash)`;

/** Appends the one row that every writing command leaves, and seals the rows that the command wrote. */
export function appendJournal(db: Db, entry: JournalEntry, seals: readonly Seal[] = takeSeals(db)): void {
  const { records, counts, reason, ...said } = entry;
  const last = db.prepare('select id, hash from journal order by id desc limit 1').get() as Last | undefined;
  const next = {
    ...said,
    id: (last?.id ?? 0) + 1,
    records: JSON.stringify(records.slice(0, MOST_RECORDS)),
    counts: JSON.stringify(counts),
    reason: reason ?? null,
  };
  const hash = entryHash(last?.hash || genesis(sealsReader(db)(0)), next, seals);
  db.prepare(INSERT).run({ ...next, hash });
  keepSeals(db, next.id, seals);
}

interface Last {
  readonly id: number;
  readonly hash: string;
}

/** Keeps the seals of an entry; 0 is what was there before the first. */
export function keepSeals(db: Db, entry: number, seals: readonly Seal[]): void {
  const insert = db.prepare('insert into seal (entry, tbl, keys, hashes, removed) values (?, ?, ?, ?, ?)');
  const block = db.prepare('insert into seal_block (entry, tbl, first_id, last_id, hash) values (?, ?, ?, ?, ?)');
  for (const { tbl, keys, hashes, removed, blocks } of seals) {
    insert.run(entry, tbl, keys, hashes, removed);
    for (const { first, last, hash } of blocks) block.run(entry, tbl, first, last, hash);
  }
}
