import type { Day } from '../kernel/day.ts';
import type { Row } from '../kernel/view.ts';
import { DIARY_FIELD_LIST, FIRST } from './diary.ts';
import type { DiaryBeside } from './diary-store.ts';
import type { VisitRecord } from './store.ts';

/** On which day a diary was read last, by its visit and its number. */
export type ReadOn = (visit: number, entry: number) => Day | undefined;

/** A diary in the columns of a list, with its visit. */
export interface Entry {
  readonly visit: VisitRecord;
  readonly entry: Row;
  readonly isBlank: boolean;
}

/**
 * The diaries of visits, one after the other: the one in the visit's own row comes first, unless it is empty and others
 * follow; a visit without any has an empty one. Both come with the latest visit first, and are read side by side.
 */
export function* entriesOf(
  visits: Iterable<VisitRecord>,
  beside: Iterable<DiaryBeside>,
  readOn: ReadOn,
): Generator<Entry> {
  const diaries = beside[Symbol.iterator]();
  try {
    let next = diaries.next();
    for (const visit of visits) {
      while (!next.done && next.value.visit_id > visit.id) next = diaries.next();
      const own: DiaryBeside[] = [];
      for (; !next.done && next.value.visit_id === visit.id; next = diaries.next()) own.push(next.value);
      yield* entriesOfVisit(visit, own, readOn);
    }
  } finally {
    diaries.return?.();
  }
}

function* entriesOfVisit(visit: VisitRecord, own: readonly DiaryBeside[], readOn: ReadOn): Generator<Entry> {
  const { id, diary, writer_code } = visit;
  const first = own.find(({ number }) => number === FIRST);
  if (diary !== '' || first || own.length === 0) {
    const fields = first ? fieldsOf(first) : NO_FIELDS;
    const entry = { diary_by: writer_code, diary, entry: FIRST, ...fields, read_on: readOn(id, FIRST) };
    yield { visit, entry, isBlank: diary === '' && !first };
  }
  for (const further of own) {
    if (further.number === FIRST) continue;
    const { number, diary: text, writer_code: diary_by } = further;
    const entry = { diary_by, diary: text, entry: number, ...fieldsOf(further), read_on: readOn(id, number) };
    yield { visit, entry, isBlank: false };
  }
}

const NO_FIELDS = Object.fromEntries(DIARY_FIELD_LIST.map(field => [field, null]));

function fieldsOf({ place, family, difficulties, requests, thoughts, follow_up }: DiaryBeside) {
  return { place, family, difficulties, requests, thoughts, follow_up };
}
