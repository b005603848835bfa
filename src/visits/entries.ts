import type { Day } from '../kernel/day.ts';
import type { Row } from '../kernel/view.ts';
import { DIARY_FIELD_LIST, FIRST } from './diary.ts';
import type { VisitWithDiary } from './diary-store.ts';

/** On which day a diary was read last, by its visit and its number. */
export type ReadOn = (visit: number, entry: number) => Day | undefined;

/** A diary in the columns of a list: the cells of its visit, and its own. */
export interface Entry {
  readonly visit: VisitWithDiary;
  readonly entry: Row;
  readonly isBlank: boolean;
}

/**
 * The diaries of visits, one after the other: the one in the visit's own row comes first, unless it is empty and others
 * follow; a visit without any has an empty one. The rows of a visit come together, in the order of their numbers.
 */
export function* entriesOf(visits: Iterable<VisitWithDiary>, readOn: ReadOn): Generator<Entry> {
  let last: number | undefined;
  for (const visit of visits) {
    const isFurther = visit.number !== null && visit.number > FIRST;
    if (isFurther && visit.id !== last && visit.diary !== '') yield ownEntry(visit, readOn);
    yield isFurther ? furtherEntry(visit, readOn) : ownEntry(visit, readOn);
    last = visit.id;
  }
}

const NO_FIELDS = Object.fromEntries(DIARY_FIELD_LIST.map(field => [field, null]));

/** The diary in the row of its visit; its fields are those of the row with the first number. */
function ownEntry(visit: VisitWithDiary, readOn: ReadOn): Entry {
  const { id, diary, writer_code: diary_by } = visit;
  const fields = visit.number === FIRST ? fieldsOf(visit) : NO_FIELDS;
  const entry = { diary_by, diary, entry: FIRST, ...fields, read_on: readOn(id, FIRST) };
  return { visit, entry, isBlank: diary === '' && visit.number !== FIRST };
}

function furtherEntry(visit: VisitWithDiary, readOn: ReadOn): Entry {
  const { id, own_diary: diary, own_writer: diary_by, number } = visit;
  const entry = { diary_by, diary, entry: number, ...fieldsOf(visit), read_on: readOn(id, number ?? FIRST) };
  return { visit, entry, isBlank: false };
}

function fieldsOf({ place, family, difficulties, requests, thoughts, follow_up }: VisitWithDiary) {
  return { place, family, difficulties, requests, thoughts, follow_up };
}
