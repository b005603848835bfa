import { count, insertRow, lookup, rows, selectFrom, statement, updateTable, value } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Edition } from './edition-rules.ts';

export interface KeptEdition extends Edition {
  readonly id: number;
  /** The key of the unit whose office wrote it. */
  readonly writer: string;
  /** When it came to be known here, counted by bundles. */
  readonly seq: number;
}

/** The editions of a kind of record, by the keys of the records. */
export function editionsOf(db: Db, noun: string): Map<string, KeptEdition> {
  const query = selectFrom('edition')
    .select(['id', 'key', 'counter', 'hash', 'writer', 'seq'])
    .where('noun', '=', noun);
  return new Map(rows(db, query).map(({ key, ...edition }) => [key, edition]));
}

/** The edition of one record. */
export function editionReader(db: Db): (noun: string, key: string) => KeptEdition | undefined {
  const find = lookup(db, ({ noun, key }: { noun: string; key: string }) =>
    selectFrom('edition')
      .select(['id', 'counter', 'hash', 'writer', 'seq'])
      .where('noun', '=', noun)
      .where('key', '=', key),
  );
  return (noun, key) => find({ noun, key });
}

/** The number of the last bundle in which an edition came to be known. */
export function lastSeq(db: Db): number {
  return value(db, selectFrom('edition').select('seq').orderBy('seq', 'desc').limit(1)) ?? 0;
}

export type NewEdition = Omit<KeptEdition, 'id'>;

/** Keeps editions: the first of a record, or the next in its place. */
export function editionWriter(db: Db) {
  const change = statement(db, ({ id, counter, hash, writer, seq }: KeptEdition) =>
    updateTable('edition').set({ counter, hash, writer, seq }).where('id', '=', id),
  );
  return (noun: string, key: string, before: { readonly id: number } | undefined, edition: NewEdition): number => {
    if (!before) return insertRow(db, 'edition', { noun, key, ...edition });
    change({ ...edition, id: before.id });
    return before.id;
  };
}

/** How many records have come to be known since a bundle. */
export function waitingFor(db: Db, seq: number): number {
  return count(db, selectFrom('edition').where('seq', '>', seq));
}
