import { ENDED } from '../disputes/transitions.ts';
import type { Day } from '../kernel/day.ts';
import { notFound } from '../kernel/failure.ts';
import { keysOf } from '../kernel/keys.ts';
import { isPurged } from '../kernel/purged.ts';
import { liftGuards } from '../ledger/erasure.ts';
import { readSetting } from '../ledger/settings.ts';
import type { Db } from '../ledger/sqlite.ts';
import {
  DEFAULT_RETENTION,
  dueBefore,
  FOREVER,
  LONG_YEARS,
  RECORD_CLASSES,
  type RecordClass,
  type Retention,
} from './classes.ts';
import { HELD, HELD_KINDS, type Held } from './held.ts';
import { type DueRecord, purgedByOthers } from './others-store.ts';
import type { Purge } from './token.ts';

/** The key of the setting that says how long a class is kept. */
export const settingOf = (recordClass: RecordClass) => `retention.${recordClass}`;

/** How long a class is kept: as the office has set it, or by default. */
export function retentionOf(db: Db, recordClass: RecordClass): Retention {
  const set = readSetting(db, settingOf(recordClass));
  if (set === undefined) return DEFAULT_RETENTION[recordClass];
  return set === FOREVER ? FOREVER : Number(set);
}

/** The statuses in which nothing is done with a case any more. */
const OVER = ['closed', 're_examined', ...ENDED];
const over = OVER.map(status => `'${status}'`).join(', ');
const marked = (column: string) => `is_purged(${column})`;
const unmarked = (columns: readonly string[]) => columns.map(column => `(not ${marked(column)})`).join(' or ');
const texts = ['diary', 'place', 'family', 'difficulties', 'requests', 'thoughts', 'follow_up'];

/** Queries for the records of a class that are due and of which something is left, with the day from which they age. */
const DUE: Readonly<Record<RecordClass, string>> = {
  case: `select c.id, 'case' as noun, c.last_on as day from cases c
    left join dispute d on d.id = c.id left join petition p on p.id = c.id
    where c.status in (${over}) and coalesce(d.retention, '') <> 'permanent'
      and c.last_on < iif(d.retention = 'long', min(@before, @long), @before)
      and not ${marked(`coalesce(d.title, p.demand)`)}`,
  visit: `select v.id, 'visit' as noun, v.visited_on as day from visit v where v.visited_on < @before and (${unmarked(['v.diary'])}
      or exists (select 1 from diary d where d.visit_id = v.id and (${unmarked(texts.map(text => `d.${text}`))}))
      or exists (select 1 from reading r where r.visit_id = v.id and ${unmarked(['r.remark'])}))
    union all select v.id, 'visit', v.visited_on from withdrawn_visit v where v.visited_on < @before and (${unmarked(['v.diary'])}
      or exists (select 1 from diary d where d.visit_id = v.id and (${unmarked(texts.map(text => `d.${text}`))})))`,
  need: `select n.id, 'need' as noun, coalesce(n.withdrawn_on, n.feedback_on) as day from need n
    where coalesce(n.withdrawn_on, n.feedback_on) < @before and (${unmarked(['n.content', 'n.result'])})
    union all select s.id, 'service', s.served_on from service s where s.served_on < @before and ${unmarked(['s.note'])}`,
  household: `select h.id, 'household' as noun, max(t.to_on) as day from household h join household_term t on t.household_id = h.id
    where ${unmarked(['h.head_name'])} group by h.id having max(t.to_on) < @before`,
  staff: `select c.id, 'cadre' as noun, max(m.to_on) as day from cadre c join team_member m on m.cadre_id = c.id
    where c.phone <> '' group by c.id having max(m.to_on) < @before
    ${['agent', 'mediator', 'expert', 'post'].map(noun => `union all select id, '${noun}', to_on from ${noun} where phone <> '' and to_on < @before`).join(' ')}`,
};

/** What is due of a class: how many records, the oldest and the day before which they are due. */
export interface Due {
  readonly recordClass: RecordClass;
  readonly retention: Retention;
  readonly before: Day | undefined;
  readonly records: number;
  readonly oldest: Day | null;
}

/** Counts what is due of a class. */
export function countDue(db: Db, recordClass: RecordClass, today: Day): Due {
  const retention = retentionOf(db, recordClass);
  const before = dueBefore(retention, today);
  knowPurged(db);
  const found = before === undefined ? NONE_DUE : counted(db, recordClass, limits(recordClass, before, today));
  return { recordClass, retention, before, ...found };
}

const NONE_DUE = { records: 0, oldest: null };

function counted(db: Db, recordClass: RecordClass, until: ReturnType<typeof limits>): Pick<Due, 'records' | 'oldest'> {
  const isOthers = purgedByOthers(db);
  if (!isOthers)
    return db
      .prepare(`select count(*) as records, min(day) as oldest from (${DUE[recordClass]})`)
      .get(until) as typeof NONE_DUE;
  let records = 0;
  let oldest: Day | null = null;
  for (const record of dueRecords(db, recordClass, until)) {
    if (isOthers(record)) continue;
    records++;
    if (oldest === null || record.day < oldest) oldest = record.day;
  }
  return { records, oldest };
}

const dueRecords = (db: Db, recordClass: RecordClass, until: ReturnType<typeof limits>) =>
  db.prepare(DUE[recordClass]).iterate(until) as IterableIterator<DueRecord & { readonly day: Day }>;

/**
 * Fills the table `due` with what is due of a class before a day and is purged in this ledger: what another office writes is
 * purged there, and a bundle brings it.
 */
export function gatherDue(db: Db, recordClass: RecordClass, before: Day, today: Day): void {
  emptied(db);
  db.prepare(`insert into due select id, noun, day from (${DUE[recordClass]})`).run(limits(recordClass, before, today));
  const isOthers = purgedByOthers(db);
  if (!isOthers) return;
  const remove = db.prepare('delete from due where rowid = ?');
  for (const { rowid, ...record } of db.prepare('select rowid, id, noun from due').all() as (DueRecord & {
    readonly rowid: number;
  })[])
    if (isOthers(record)) remove.run(rowid);
}

/** Only case files can be kept longer than their class. */
function limits(recordClass: RecordClass, before: Day, today: Day) {
  return recordClass === 'case' ? { before, long: dueBefore(LONG_YEARS, today) } : { before };
}

/** Puts one case into the table `due`. */
export function dueCase(db: Db, id: number): void {
  emptied(db);
  db.prepare(`insert into due select id, 'case', last_on from cases where id = ?`).run(id);
}

function knowPurged(db: Db): void {
  const isGone = (text: unknown) => (text === null || text === '' || isPurged(String(text)) ? 1 : 0);
  db.function('is_purged', { deterministic: true }, isGone);
}

function emptied(db: Db): void {
  knowPurged(db);
  db.exec('create temp table if not exists due (id integer, noun text, day text); delete from temp.due');
}

/** How many rows of a column hold anything that was not purged. */
export function heldRows(db: Db, { table, unless }: Held, column: string): number {
  knowPurged(db);
  const persons = unless === undefined ? '' : `and not (${unless})`;
  return db.prepare(`select count(*) from ${table} where not is_purged(${column}) ${persons}`).pluck().get() as number;
}

/**
 * Takes away what the due records of a class say of people: words become tokens, numbers and addresses nothing; in the history,
 * too, whose triggers are lifted and put back in the same transaction. Rows stay, since reports count them.
 */
export function purgeDue(db: Db, recordClass: RecordClass, { token, details }: Purge): void {
  db.function('purged', { deterministic: true }, text => (text === null ? null : token(String(text))));
  db.function('purged_details', { deterministic: true }, json => details(String(json)));
  const pieces = HELD.filter(piece => piece.class === recordClass);
  const putBack = liftGuards(db, [...new Set(pieces.map(({ table }) => table)), 'event', 'undone_event']);
  for (const piece of pieces) emptyPiece(db, piece);
  putBack();
}

function emptyPiece(db: Db, { table, columns, of = '1', history, unless }: Held): void {
  const left = (column: string, kind: keyof typeof HELD_KINDS) => {
    if (kind === 'acts') return `purged_details(${column})`;
    return HELD_KINDS[kind].left === 'nothing' ? `''` : `purged(${column})`;
  };
  const sets = Object.entries(columns).map(([column, kind]) => `${column} = ${left(column, kind)}`);
  const persons = unless === undefined ? '' : `and not (${unless})`;
  db.prepare(`update ${table} set ${sets.join(', ')} where ${of} ${persons}`).run();
  if (!history) return;
  const [noun, ids] = history;
  for (const events of ['event', 'undone_event']) {
    const own = `noun = ? and record_id in (${ids})`;
    db.prepare(`update ${events} set reason = purged(reason) where ${own}`).run(noun);
    for (const [column, kind] of Object.entries(columns)) {
      const value = (name: string) => `${name} = iif(${name} is null, null, ${left(name, kind)})`;
      db.prepare(`update ${events} set ${value('old_value')}, ${value('new_value')} where ${own} and field = ?`).run(
        noun,
        fieldOf(noun, column),
      );
    }
  }
}

/** The history calls a party's identity number by the key with which it is entered. */
function fieldOf(noun: string, column: string): string {
  return noun === 'party' && column === 'id_number' ? 'id' : column;
}

/** All classes, in the order in which they are shown. */
export const ALL_CLASSES = keysOf(RECORD_CLASSES);

/** A case that is to be purged before its time: by its number. */
export function earlyCase(db: Db, number: string) {
  const found = db
    .prepare(
      `select c.id, c.number, c.kind, c.status, coalesce(d.retention, '') as retention
       from cases c left join dispute d on d.id = c.id where c.number = ?`,
    )
    .get(number) as
    | { readonly id: number; readonly number: string; readonly status: string; readonly retention: string }
    | undefined;
  if (!found) notFound({ zh: '案件', en: 'cases', one: 'case', list: 'find' }, number);
  return { ...found, isOver: OVER.includes(found.status), isPermanent: found.retention === 'permanent' };
}
