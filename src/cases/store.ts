import type { Day } from '../kernel/day.ts';
import { Failure, notFound } from '../kernel/failure.ts';
import { maskId, maskName, maskPhone } from '../kernel/mask.ts';
import type { Noun } from '../kernel/text.ts';
import { changesBetween, recordChanges, type Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Case, Offer } from './case.ts';
import { isTail } from './number.ts';
import type { PartyWords, Role } from './party.ts';

/** A case's own row. */
export interface CaseRow {
  readonly id: number;
  readonly kind: 'dispute' | 'petition';
  readonly number: string;
  readonly unit_id: number;
  readonly registered_on: Day;
  readonly status: string;
  readonly holder_id: number;
  readonly last_on: Day;
}

/** A move as the history keeps it. */
export interface MoveRow {
  readonly id: number;
  readonly case_id: number;
  readonly name: string;
  readonly on_day: Day;
  readonly at: string;
  readonly operator: string;
  readonly unit_id: number;
  readonly status: string;
  readonly holder_id: number;
  readonly reason: string;
  readonly details: string;
}

/** A deadline of a case with the rule and the event that started it. */
export interface DueRow {
  readonly id: number;
  readonly case_id: number;
  readonly rule_id: number;
  readonly unit_id: number;
  readonly move_id: number;
  readonly start_on: Day;
  readonly due_on: Day;
  readonly done_on: Day | null;
  readonly done: '' | 'met' | 'moot' | 'extended';
  readonly move_name: string;
}

const MOST_NAMED = 8;

/** The case with a number, or with the only one that ends like it. Throws a not-found Failure with the candidates. */
export function findMatter(db: Db, kind: CaseRow['kind'], text: string, noun: Noun): CaseRow {
  const wanted = text.trim();
  const exact = db.prepare('select * from cases where kind = ? and number = ?').get(kind, wanted);
  if (exact) return exact as CaseRow;
  if (!isTail(wanted)) notFound(noun, text);
  // A petition's serial carries a P, which people leave out.
  const tail = kind === 'petition' ? wanted.replace(/P?(\d+)$/i, 'P$1') : wanted;
  const pattern = tail.split('-').length > 2 ? `%${tail}` : `%-${tail}`;
  const found = db
    .prepare('select * from cases where kind = ? and number like ? order by number limit ?')
    .all(kind, pattern, MOST_NAMED + 1) as CaseRow[];
  const [only] = found;
  if (only && found.length === 1) return only;
  if (!only) notFound(noun, text);
  const shown = found.slice(0, MOST_NAMED).map(one => one.number);
  const more = found.length > MOST_NAMED ? ' …' : '';
  throw new Failure(
    'not-found',
    { zh: `「${text}」不止对应一件${noun.zh}`, en: `"${text}" is the end of several ${noun.en}` },
    { zh: `请写得更全：${shown.join('、')}${more}`, en: `Write more of the number: ${shown.join(', ')}${more}` },
  );
}

/** Where a case stands, with its open offer. */
export function caseState<S extends string>(db: Db, row: CaseRow): Case<S> {
  const offer = db
    .prepare(
      `select kind, from_unit as "from", to_unit as "to", offered_on as offeredOn, due_on as dueOn, answer_by as answerBy
       from offer where case_id = ? and ending = ''`,
    )
    .get(row.id) as Offer | undefined;
  // What was sent back has no sender any more: it is where it came from.
  const sender = db
    .prepare(
      `select s.from_unit from stay s where s.id = (select max(id) from stay where case_id = ?1)
       and not exists (select 1 from stay p where p.case_id = ?1 and p.returned = 1 and p.id =
         (select max(id) from stay where case_id = ?1 and id < s.id))`,
    )
    .pluck()
    .get({ 1: row.id }) as number | null | undefined;
  return {
    kind: row.kind,
    id: row.id,
    number: row.number,
    status: row.status as S,
    holder: row.holder_id,
    unit: row.unit_id,
    registeredOn: row.registered_on,
    lastOn: row.last_on,
    offer,
    sender: sender ?? undefined,
  };
}

export function movesOf(db: Db, caseId: number): MoveRow[] {
  return db.prepare('select * from move where case_id = ? order by id').all(caseId) as MoveRow[];
}

/** The deadlines of a case, oldest first. */
export function duesOf(db: Db, caseId: number): DueRow[] {
  return db
    .prepare(
      'select d.*, m.name as move_name from deadline d join move m on m.id = d.move_id where d.case_id = ? order by d.id',
    )
    .all(caseId) as DueRow[];
}

/** The offers of a case, oldest first. */
export function offersOf(db: Db, caseId: number) {
  return db.prepare('select * from offer where case_id = ? order by id').all(caseId) as {
    kind: Offer['kind'];
    from_unit: number;
    to_unit: number;
    offered_on: Day;
    due_on: Day;
    ended_on: Day | null;
    ending: string;
  }[];
}

/** A party as it stands. */
export interface PartyRow {
  readonly id: number;
  readonly role: Role;
  readonly name: string;
  readonly phone: string;
  readonly id_number: string;
  readonly household_code: string | null;
  readonly removed_on: Day | null;
}

/** The parties of a case, in the order in which they were entered. */
export function partiesOf(db: Db, caseId: number): PartyRow[] {
  return db
    .prepare(
      `select p.id, p.role, p.name, p.phone, p.id_number, h.code as household_code, p.removed_on
       from party p left join household h on h.id = p.household_id where p.case_id = ? order by p.id`,
    )
    .all(caseId) as PartyRow[];
}

/** Enters parties; a household is named by its code, which must be known. Returns the party's number. */
export function partyWriter(db: Db) {
  const insert = db.prepare(
    'insert into party (case_id, role, name, phone, id_number, household_id) values (?, ?, ?, ?, ?, ?)',
  );
  const household = householdFinder(db);
  return (caseId: number, role: Role, { name, phone, id, household: code }: PartyWords): number => {
    const { lastInsertRowid } = insert.run(caseId, role, name, phone, id, household(code));
    return Number(lastInsertRowid);
  };
}

const PARTY_COLUMNS = { name: 'name', phone: 'phone', id: 'id_number', household: 'household_id' } as const;

/** Changes what is named of a party; the old values stay in the history. */
export function changeParty(db: Db, party: PartyRow, words: Partial<PartyWords>, stamp: Stamp): number {
  const household = householdFinder(db);
  const standing = { name: party.name, phone: party.phone, id: party.id_number, household: party.household_code ?? '' };
  const changes = changesBetween(standing, words);
  for (const { field, new: value } of changes) {
    const column = PARTY_COLUMNS[field as keyof typeof PARTY_COLUMNS];
    const stored = field === 'household' ? household(String(value)) : value;
    db.prepare(`update party set ${column} = ? where id = ?`).run(stored, party.id);
  }
  recordChanges(db, 'party', party.id, changes, stamp);
  return changes.length;
}

/** Takes a party off a case; the record stays. */
export function removeParty(db: Db, party: PartyRow, stamp: Stamp): void {
  db.prepare('update party set removed_on = ? where id = ?').run(stamp.on, party.id);
  recordChanges(db, 'party', party.id, [{ field: 'removed_on', old: null, new: stamp.on }], stamp);
}

/** Whether there is a household with a code. */
export function householdKnown(db: Db) {
  const find = db.prepare('select 1 from household where code = ?').pluck();
  return (code: string): boolean => find.get(code) !== undefined;
}

function householdFinder(db: Db) {
  const find = db.prepare('select id from household where code = ?').pluck();
  return (code: string): number | null => {
    if (code === '') return null;
    const id = find.get(code) as number | undefined;
    return id ?? notFound({ zh: '户', en: 'households', one: 'household', list: 'household list' }, code);
  };
}

/** A change of a case's description or of one of its parties; personal data stays masked. */
export interface CaseChange {
  readonly at: string;
  readonly operator: string;
  readonly on_day: Day;
  readonly reason: string | null;
  readonly field: string;
  /** The party that it is about. */
  readonly party: string | null;
  readonly from: string;
  readonly to: string;
}

/** What stands where there is no value. */
export const NO_VALUE = '—';

const MASKS: Readonly<Record<string, (text: string) => string>> = {
  name: maskName,
  added: maskName,
  phone: maskPhone,
  id: maskId,
};

export function changesOf(db: Db, kind: CaseRow['kind'], id: number, reveal: boolean): CaseChange[] {
  const rows = db
    .prepare(
      `select at, operator, on_day, reason, field, old_value, new_value,
         iif(noun = 'party', (select name from party where id = record_id), null) as party from event
       where (noun = ?1 and record_id = ?2)
         or (noun = 'party' and record_id in (select id from party where case_id = ?2)) order by id`,
    )
    .all({ 1: kind, 2: id }) as (CaseChange & { old_value: unknown; new_value: unknown })[];
  return rows.map(({ old_value, new_value, ...row }) => {
    const mask = reveal ? undefined : MASKS[row.field];
    const shown = (value: unknown) =>
      value === null || value === '' ? NO_VALUE : (mask?.(String(value)) ?? String(value));
    const party = row.party && (reveal ? row.party : maskName(row.party));
    return { ...row, party, from: shown(old_value), to: shown(new_value) };
  });
}

/** The number of a case, for a link to it. */
export function numberOf(db: Db, id: number): string {
  return db.prepare('select number from cases where id = ?').pluck().get(id) as string;
}
