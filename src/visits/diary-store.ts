import type { InferResult, Selectable } from 'kysely';
import { type Change, changeRow, eventsOf, type Stamp } from '../ledger/events.ts';
import { insertRow, rows, selectFrom, value } from '../ledger/query.ts';
import type { DiaryTable } from '../ledger/schema/visits.ts';
import type { Db } from '../ledger/sqlite.ts';
import { DIARY_FIELD_LIST, type Diary, type DiaryFields, FIRST, givenFields, type KeptDiary } from './diary.ts';

export type DiaryRow = Selectable<DiaryTable>;

const NO_FIELDS = { place: '', family: '', difficulties: '', requests: '', thoughts: '', follow_up: '' } as const;

/** What is kept of a visit's diaries beside its own row, in the order in which they were entered, withdrawn ones too. */
export function diaryRows(db: Db, visitId: number): DiaryRow[] {
  return rows(db, selectFrom('diary').selectAll().where('visit_id', '=', visitId).orderBy('number'));
}

/** All diaries of a visit, its own first, each with what it said before. */
export function diariesOf(db: Db, visit: Diary & { readonly id: number }, kept: readonly DiaryRow[]): KeptDiary[] {
  const { id, diary, diary_by } = visit;
  const own = kept.find(({ number }) => number === FIRST);
  const before = { ...formerValues(db, 'visit', id), ...(own && formerValues(db, 'diary', own.id)) };
  return [
    { diary, diary_by, fields: own && fieldsOf(own), before },
    ...kept
      .filter(({ number }) => number > FIRST)
      .map(row => ({ ...row, fields: fieldsOf(row), before: formerValues(db, 'diary', row.id) })),
  ];
}

function formerValues(db: Db, noun: 'visit' | 'diary', id: number): Record<string, unknown[]> {
  const before: Record<string, unknown[]> = {};
  for (const { field, old_value } of eventsOf(db, noun, id)) before[field] = [...(before[field] ?? []), old_value];
  return before;
}

function fieldsOf(row: DiaryRow): DiaryFields | undefined {
  return givenFields(field => row[field]);
}

/** Writes diaries beside the rows of their visits. */
export function diaryWriter(db: Db, import_id: number | null) {
  const insert = (visit_id: number, number: number, diary: Omit<Diary, 'fields'>, fields?: DiaryFields) =>
    insertRow(db, 'diary', {
      ...{ visit_id, number, diary: diary.diary, diary_by: diary.diary_by, ...(fields ?? NO_FIELDS), import_id },
    });
  return {
    /** The fields of the diary that stands in the row of a new visit. */
    own: (visitId: number, { diary_by, fields }: Diary) => insert(visitId, FIRST, { diary: '', diary_by }, fields),
    /** Adds a diary after the ones that a visit has; returns its number. */
    further: (visitId: number, { fields, ...diary }: Diary, kept: readonly DiaryRow[]) => {
      const number = Math.max(FIRST, ...kept.map(row => row.number)) + 1;
      insert(visitId, number, diary, fields);
      return number;
    },
  };
}

/** Changes the text or the fields of a diary that has a row of its own; the old values stay in the history. */
export function changeDiary(db: Db, id: number, changes: readonly Change[], stamp: Stamp): void {
  changeRow(db, { table: 'diary', noun: 'diary' }, id, changes, stamp);
}

/** The row for the fields of a visit's own diary, which has none until a field is given; it belongs to the visit's import. */
export function addOwnRow(db: Db, visit: Pick<DiaryRow, 'diary_by' | 'import_id'> & { readonly id: number }): DiaryRow {
  const { id: visit_id, diary_by, import_id } = visit;
  const row = { ...NO_FIELDS, visit_id, number: FIRST, diary: '', diary_by, import_id, withdrawn_on: null };
  return { ...row, id: insertRow(db, 'diary', row) };
}

/** A diary that was entered by mistake stays to be read, and counts nowhere. */
export function withdrawDiary(db: Db, id: number, stamp: Stamp): void {
  changeRow(db, { table: 'diary', noun: 'diary' }, id, [{ field: 'withdrawn_on', old: null, new: stamp.on }], stamp);
}

/** The numbers of the diaries that a visit has: the one in its own row, unless it is empty, and the further ones. */
export function diaryNumbers(db: Db, visitId: number): number[] {
  const kept = diaryRows(db, visitId).filter(row => row.withdrawn_on === null);
  const own = value(db, selectFrom('visit').select('diary').where('id', '=', visitId));
  const numbers = kept.map(({ number }) => number);
  return own && !numbers.includes(FIRST) ? [FIRST, ...numbers] : numbers;
}

/** Diaries that have rows of their own, in the order of a list of visits: the latest entered first. */
export function diariesBeside() {
  return selectFrom('diary as d')
    .innerJoin('cadre as w', 'w.id', 'd.diary_by')
    .select(['d.visit_id', 'd.number', 'd.diary', 'w.code as writer_code'])
    .select(DIARY_FIELD_LIST.map(field => `d.${field}` as const))
    .where('d.withdrawn_on', 'is', null)
    .orderBy('d.visit_id', 'desc')
    .orderBy('d.number');
}

export type DiaryBeside = InferResult<ReturnType<typeof diariesBeside>>[number];
