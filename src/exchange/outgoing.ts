import type { Db } from '../ledger/sqlite.ts';
import { CATALOG, type Kind } from './catalog.ts';
import { concerned } from './concern-store.ts';
import { editionsOf, editionWriter, type KeptEdition, lastSeq } from './edition-store.ts';
import { fingerprint } from './fingerprint.ts';
import { type Keys, keysIn, recordsOf } from './key-store.ts';
import type { Carried, RecordFile } from './record-file-store.ts';
import { recordReader } from './record-store.ts';

/** For whom records are picked: everything that concerns the office's unit, or what has changed since a bundle. */
interface Wanted {
  readonly unit: number;
  readonly since: number;
  /** The key of the office's unit, whose own editions need not be sent back to it. */
  readonly receiver: string | undefined;
  readonly writer: string;
}

interface Picked {
  readonly seq: number;
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * Gives every record that was written here its next edition and puts those into a file that the receiver is to have: what
 * everybody needs, what concerns its unit or one below, and what those records refer to.
 */
export function pickRecords(
  db: Db,
  file: RecordFile,
  { unit, since, receiver, writer }: Wanted,
  step: (kind: Kind, done: number, total: number) => void,
): Picked {
  const keys = noting(keysIn(db));
  const editions = editionKeeper(db, writer);
  const concerns = concerned(db, unit);
  const counts = new Map<string, number>();
  const put = (kind: Kind, record: Carried) => {
    file.add(record);
    counts.set(kind.noun, (counts.get(kind.noun) ?? 0) + 1);
  };
  for (const kind of CATALOG) {
    const keeper = editions.of(kind);
    const isConcerned = concerns(kind);
    const read = recordReader(db, kind, keys);
    const all = recordsOf(db, kind);
    for (const [i, [id, key]] of all.entries()) {
      keys.forget();
      const { body } = read(id);
      const edition = keeper.now(key, fingerprint(body));
      if (i % 1000 === 0) step(kind, i, all.length);
      if (!isConcerned(id)) continue;
      keys.inReach(kind.table, key);
      if (edition.seq <= since || edition.writer === receiver) continue;
      keys.need();
      put(kind, { noun: kind.noun, key, ...bare(edition), body: JSON.stringify(body) });
    }
    for (const [key, edition] of keeper.gone())
      if (edition.seq > since) put(kind, { noun: kind.noun, key, ...bare(edition), body: '' });
  }
  putNeeded(db, keys, editions, (kind, record) => {
    if (!file.has(record.noun, record.key)) put(kind, record);
  });
  return { seq: editions.seq, counts };
}

const bare = ({ counter, hash, writer }: KeptEdition) => ({ counter, hash, writer });

/** What records refer to that the receiver is not told of otherwise. */
function putNeeded(db: Db, keys: Noting, editions: EditionKeeper, put: (kind: Kind, record: Carried) => void): void {
  const byTable = new Map(CATALOG.map(kind => [kind.table, kind]));
  const done = new Set<string>();
  for (let left = keys.needed(); left.length > 0; left = keys.needed().filter(([, , place]) => !done.has(place)))
    for (const [table, key, place] of left) {
      done.add(place);
      const kind = byTable.get(table);
      const id = keys.idOf(table, key);
      if (!kind || id === undefined) throw new Error(`${table} ${key} is referred to and not there`);
      keys.forget();
      const { body } = recordReader(db, kind, keys)(id);
      keys.need();
      const edition = editions.of(kind).now(key, fingerprint(body));
      put(kind, { noun: kind.noun, key, ...bare(edition), body: JSON.stringify(body) });
    }
}

interface Noting extends Keys {
  /** Forgets which keys were asked for. */
  forget(): void;
  /** The keys that were asked for since are needed by what is sent. */
  need(): void;
  /** The receiver has this record, or gets it. */
  inReach(table: string, key: string): void;
  needed(): [table: string, key: string, place: string][];
}

/** Keys that note which records are referred to. */
function noting(keys: Keys): Noting {
  const asked = new Map<string, [string, string, string]>();
  const needed = new Map<string, [string, string, string]>();
  const reached = new Set<string>();
  return {
    ...keys,
    keyOf: (table, id) => {
      const key = keys.keyOf(table, id);
      const place = `${table} ${key}`;
      asked.set(place, [table, key, place]);
      return key;
    },
    visitKey: id => {
      const key = keys.visitKey(id);
      const household = key.split('|')[0] ?? '';
      asked.set(`household ${household}`, ['household', household, `household ${household}`]);
      return key;
    },
    forget: () => asked.clear(),
    need: () => {
      for (const [place, one] of asked) needed.set(place, one);
    },
    inReach: (table, key) => reached.add(`${table} ${key}`),
    needed: () => [...needed.values()].filter(([, , place]) => !reached.has(place)),
  };
}

type EditionKeeper = ReturnType<typeof editionKeeper>;

/** Gives records their next edition where they are not as they were given out last. */
function editionKeeper(db: Db, writer: string) {
  const write = editionWriter(db);
  const before = lastSeq(db);
  let seq = before;
  const kinds = new Map<Kind, ReturnType<typeof keeperOf>>();
  const keeperOf = (kind: Kind) => {
    const known = editionsOf(db, kind.noun);
    const seen = new Set<string>();
    const next = (key: string, hash: string): KeptEdition => {
      const last = known.get(key);
      if (last && last.hash === hash) return last;
      seq = before + 1;
      const edition = { counter: (last?.counter ?? 0) + 1, hash, writer, seq };
      const kept = { id: write(kind.noun, key, last, edition), ...edition };
      known.set(key, kept);
      return kept;
    };
    return {
      now: (key: string, hash: string) => {
        seen.add(key);
        return next(key, hash);
      },
      gone: () => [...known.keys()].filter(key => !seen.has(key)).map(key => [key, next(key, '')] as const),
    };
  };
  return {
    of: (kind: Kind) => {
      const known = kinds.get(kind) ?? keeperOf(kind);
      kinds.set(kind, known);
      return known;
    },
    get seq() {
      return seq;
    },
  };
}
