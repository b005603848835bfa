import { Failure } from '../kernel/failure.ts';
import type { Db } from '../ledger/sqlite.ts';
import { CATALOG, isBase, type Kind, kindOf } from './catalog.ts';
import { type Verdict, verdictOn } from './edition-rules.ts';
import { editionReader, editionWriter, lastSeq } from './edition-store.ts';
import { type Body, fingerprint } from './fingerprint.ts';
import { leaveAside } from './held-once-store.ts';
import { type Id, type Keys, keysIn } from './key-store.ts';
import { newIds } from './new-id-store.ts';
import { purging } from './purging.ts';
import { type Carried, carriedOf, nounsIn } from './record-file-store.ts';
import { recordReader } from './record-store.ts';
import { recordWriter, removeRecord } from './record-writing-store.ts';

/** How a bundle is taken in. */
export interface Taking {
  /** Records that somebody leaves out, by noun and key. */
  readonly leftOut: ReadonlySet<string>;
  /** Records that are taken although they contradict what is here. */
  readonly preferred: ReadonlySet<string>;
  /** Whether the ledger is new, so that what the program put into it gives way. */
  readonly isNew: boolean;
}

/** A record of a bundle and what is done with it. */
export interface Decided {
  readonly noun: string;
  readonly key: string;
  readonly verdict: Treatment;
}

/** What is done with a record: what the rule says, or nothing where somebody leaves it out. */
type Treatment = Verdict | 'left-out';

export interface Taken {
  readonly counts: ReadonlyMap<string, Readonly<Partial<Record<Treatment, number>>>>;
  readonly conflicts: readonly Decided[];
  /** Tables that were written into. */
  readonly nouns: ReadonlySet<string>;
  /** Whether anything was purged, of which this ledger's file still has traces. */
  readonly isPurging: boolean;
}

const placeOf = (noun: string, key: string) => `${noun} ${key}`;

/**
 * Takes the records of a bundle in: decides on each, then writes those that are new or changed, unless there is a conflict.
 * After that each is as it was sent, or everything is rolled back by what is thrown.
 */
export function takeRecords(
  db: Db,
  records: Db,
  taking: Taking,
  step: (kind: Kind, done: number, total: number) => void,
): Taken {
  const unknown = nounsIn(records).filter(noun => !kindOf(noun));
  if (unknown.length > 0) throw unknownKinds(unknown);
  const keys = keysIn(db);
  const decided = CATALOG.flatMap(kind => decisions(db, records, kind, keys, taking));
  demandNamed(decided, taking);
  const counts = countsOf(decided);
  const conflicts = decided.filter(({ verdict }) => verdict === 'conflict');
  const changing = decided.filter(({ verdict }) => CHANGES.includes(verdict));
  const nouns = new Set(changing.map(({ noun }) => noun));
  if (conflicts.length > 0) return { counts, conflicts, nouns: new Set(), isPurging: false };
  const isPurging = writeRecords(db, records, decided, keys, step);
  return { counts, conflicts, nouns, isPurging };
}

/** Refuses to leave out or to prefer what the bundle does not have: nobody would notice that it was in vain (exit 3). */
function demandNamed(decided: readonly Decided[], { leftOut, preferred }: Taking): void {
  const known = new Set(decided.map(({ noun, key }) => placeOf(noun, key)));
  const unknown = [...leftOut, ...preferred].find(place => !known.has(place));
  if (unknown === undefined) return;
  const key = unknown.slice(unknown.indexOf(' ') + 1);
  const meant = [...known].find(place => place.endsWith(` ${key}`));
  throw new Failure(
    'not-found',
    { zh: `数据包中没有记录「${unknown}」`, en: `The bundle has no record "${unknown}"` },
    meant === undefined
      ? {
          zh: '照列出的冲突写：种类和编号，如 "case 150722100-2026-1"',
          en: 'Write it as conflicts are listed: its kind and its number, such as "case 150722100-2026-1"',
        }
      : { zh: `是否指 "${meant}"`, en: `Did you mean "${meant}"` },
  );
}

const CHANGES: readonly string[] = ['new', 'changed', 'removed'];

function decisions(db: Db, records: Db, kind: Kind, keys: Keys, { leftOut, preferred, isNew }: Taking) {
  const read = recordReader(db, kind, keys);
  const editionOf = editionReader(db);
  const decided: Decided[] = [];
  for (const { noun, key, body, ...coming } of carriedOf(records, kind.noun)) {
    const place = placeOf(noun, key);
    if (leftOut.has(place)) {
      decided.push({ noun, key, verdict: 'left-out' });
      continue;
    }
    const hash = body === '' ? '' : fingerprint(JSON.parse(body) as Body);
    if (hash !== coming.hash) throw notAsSent(noun, key);
    const id = keys.idOf(kind.table, key);
    const now = id === undefined ? undefined : fingerprint(read(id).body);
    const verdict = verdictOn(coming, { edition: editionOf(noun, key), now });
    const yields = preferred.has(place) || (isNew && isBase(kind));
    decided.push({
      noun,
      key,
      verdict: verdict === 'conflict' && yields ? (hash === '' ? 'removed' : 'changed') : verdict,
    });
  }
  return decided;
}

function countsOf(decided: readonly Decided[]): Taken['counts'] {
  const counts = new Map<string, Partial<Record<Treatment, number>>>();
  for (const { noun, verdict } of decided) {
    const of = counts.get(noun) ?? {};
    of[verdict] = (of[verdict] ?? 0) + 1;
    counts.set(noun, of);
  }
  return counts;
}

/** Writes what is new or changed; returns whether anything of it was purged. */
function writeRecords(
  db: Db,
  records: Db,
  decided: readonly Decided[],
  keys: Keys,
  step: (kind: Kind, done: number, total: number) => void,
): boolean {
  const newId = newIds(db);
  const purges = purging(db);
  // A bundle that changes nothing leaves the schema alone, too.
  const holdAgain = decided.some(({ verdict }) => CHANGES.includes(verdict)) ? leaveAside(db) : undefined;
  const verdicts = new Map(decided.map(({ noun, key, verdict }) => [placeOf(noun, key), verdict]));
  // Records may refer to others that come later.
  for (const { noun, key, verdict } of decided) {
    const kind = kindOf(noun) as Kind;
    if (verdict === 'new' || (verdict === 'changed' && keys.idOf(kind.table, key) === undefined))
      keys.add(kind.table, key, newRecordId(kind, key, newId));
  }
  const keep = editionKeeper(db);
  for (const kind of CATALOG) {
    const write = recordWriter(db, kind, keys, { newId, purging: purges });
    const read = recordReader(db, kind, keys);
    const total = decided.filter(({ noun }) => noun === kind.noun).length;
    let done = 0;
    for (const record of carriedOf(records, kind.noun)) {
      if (++done % 1000 === 0) step(kind, done, total);
      const verdict = verdicts.get(placeOf(record.noun, record.key));
      if (verdict === undefined || !TAKEN.includes(verdict)) continue;
      if (CHANGES.includes(verdict)) writeRecord(db, kind, record, { write, read, keys, isNew: verdict === 'new' });
      keep(record);
    }
  }
  holdAgain?.();
  purges.end();
  return purges.isPurging;
}

/** Keeps the editions of what was taken in, as known from this bundle on. */
function editionKeeper(db: Db): (record: Carried) => void {
  const seq = lastSeq(db) + 1;
  const editionOf = editionReader(db);
  const keep = editionWriter(db);
  return ({ noun, key, counter, hash, writer }) => {
    const before = editionOf(noun, key);
    if (!before || before.counter < counter || before.hash !== hash)
      keep(noun, key, before, { counter, hash, writer, seq });
  };
}

/** What is the same already has the edition from now on, too. */
const TAKEN: readonly string[] = [...CHANGES, 'same'];

function newRecordId(kind: Kind, key: string, newId: (table: string) => number): Id {
  if (kind.isNumbered) return Number(key);
  return kind.id === 'id' ? newId(kind.table) : key;
}

interface Writing {
  readonly write: ReturnType<typeof recordWriter>;
  readonly read: ReturnType<typeof recordReader>;
  readonly keys: Keys;
  readonly isNew: boolean;
}

function writeRecord(
  db: Db,
  kind: Kind,
  { noun, key, body, hash }: Carried,
  { write, read, keys, isNew }: Writing,
): void {
  const id = keys.idOf(kind.table, key);
  if (id === undefined) return;
  const local = isNew ? undefined : read(id);
  if (body === '') {
    removeRecord(db, kind, id);
    return;
  }
  write({ key, id, body: JSON.parse(body) as Body, local: local?.body[kind.table] ? local : undefined });
  if (fingerprint(read(id).body) !== hash) throw notAsSent(noun, key);
}

function unknownKinds(nouns: readonly string[]): Failure {
  return new Failure(
    'ledger',
    {
      zh: `数据包中有本程序无法识别的内容：${nouns.join('、')}`,
      en: `The bundle has what this program does not know: ${nouns.join(', ')}`,
    },
    { zh: '请先更新本单位的程序', en: 'Update the program here first' },
  );
}

function notAsSent(noun: string, key: string): Failure {
  const { zh, en } = kindOf(noun)?.title ?? { zh: noun, en: noun };
  return new Failure(
    'rejected',
    {
      zh: `${zh} ${key} 写入后与对方的不同，未写入任何数据`,
      en: `After writing it, ${key} (${en}) is not as it was sent; nothing was written`,
    },
    {
      zh: '请先对两边的台账运行 tiaochu check；仍不行的，用 --leave-out 略过这一条',
      en: 'Run tiaochu check on both ledgers; if that finds nothing, leave the record out with --leave-out',
    },
  );
}

/** How many records a bundle brought that were written. */
export function writtenIn({ counts }: Taken): number {
  return [...counts.values()].reduce(
    (sum, of) => sum + CHANGES.reduce((n, each) => n + (of[each as Treatment] ?? 0), 0),
    0,
  );
}
