import { type Problem, problem } from '../intake/sheet.ts';
import { addDays, type Day, encloses, type Span } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { type DatedChange, versionsOf } from './dated-changes.ts';
import type { AnyRow, Existing } from './register.ts';
import { entered, referencesOf, type SimpleBook, wholeRow } from './simple-book.ts';
import { hasSpan, keyOf, type Referenced } from './simple-record.ts';
import { referencedIds } from './simple-store.ts';
import { spanProblems } from './span.ts';

/** Everything that is wrong with a new row of a simple record, or with a change of one that holds from a day on. */
export function simpleProblems(book: SimpleBook, given: AnyRow, before: Existing | undefined, on: Day): Problem[] {
  const row = wholeRow(book, given);
  const time = timeOf(book, row);
  const unknown = unknownReferences(book, row, before?.row);
  const absent = time ? absentReferences(book, row, time) : [];
  return [
    ...(before ? datedChangeProblems(book, given, before, on) : futureProblems(book, given, on)),
    ...(time && hasSpan(book.record) && absent.length === 0 ? spanProblems(time) : []),
    ...unknown,
    ...absent,
    ...(unknown.length > 0 ? [] : ruleProblems(book, row, on, before)),
  ];
}

/** When a row holds: its span, or the one day on which it happened. */
function timeOf({ record: { eventDay } }: SimpleBook, row: AnyRow): Span | undefined {
  const { from_on, to_on } = row as Partial<Span>;
  if (from_on !== undefined && to_on !== undefined) return { from_on, to_on };
  const day = eventDay && (row[eventDay] as Day | undefined);
  return day === undefined ? undefined : { from_on: day, to_on: addDays(day, 1) };
}

/** References to records that are not in the ledger; what does not change stays as it is. */
function unknownReferences(book: SimpleBook, row: AnyRow, before: AnyRow | undefined): Problem[] {
  const found = referencesOf(book, row);
  return Object.entries(book.record.references ?? {}).flatMap(([column, reference]) => {
    const value = String(row[column] ?? '');
    if (found[column] || (value === '' && reference?.optional) || row[column] === before?.[column]) return [];
    return [problem(column, value, reference?.unknown ?? NOT_KNOWN)];
  });
}

/** References to records that do not exist for the whole time of the row. */
function absentReferences(book: SimpleBook, row: AnyRow, time: Span): Problem[] {
  return Object.entries(referencesOf(book, row)).flatMap(([column, referenced]) =>
    referenced && (!encloses(referenced, time) || time.from_on >= referenced.to_on)
      ? [problem(column, row[column], hasSpan(book.record) ? NOT_THEN : NOT_THAT_DAY)]
      : [],
  );
}

/** What has happened is not in the future. */
function futureProblems({ record: { eventDay } }: SimpleBook, row: AnyRow, on: Day): Problem[] {
  return eventDay && String(row[eventDay]) > on ? [problem(eventDay, row[eventDay], FUTURE)] : [];
}

/** A dated value cannot be changed before a later change of it, nor from a day on which its record is closed. */
function datedChangeProblems(
  { record: { dated = [] }, changes }: SimpleBook,
  row: AnyRow,
  { id, row: before }: Existing,
  on: Day,
): Problem[] {
  const { to_on } = before as unknown as Span;
  return dated
    .filter(column => row[column] !== before[column])
    .flatMap(column => {
      const later = changes.get(id)?.find(change => change.field === column && change.on_day > on)?.on_day;
      if (later !== undefined) return [problem(column, row[column], CHANGES_LATER(later))];
      return on < to_on ? [] : [problem(column, row[column], CLOSED(to_on))];
    });
}

/** What the record's rules say: version by version where it has dated columns, from the day of the change on. */
function ruleProblems(book: SimpleBook, row: AnyRow, on: Day, before: Existing | undefined): Problem[] {
  const { record, db } = book;
  const { rules, dated } = record;
  if (!rules) return [];
  const versions = (last: AnyRow, changes: readonly DatedChange[] = []) => (dated ? versionsOf(last, changes) : [last]);
  const others = () =>
    [...book.byKey.values()]
      .filter(other => keyOf(record, other.row) !== keyOf(record, row))
      .flatMap(({ id, row: last }) => versions(last, book.changes.get(id)).map(version => ({ id, row: version })));
  const after = entered(book, row, on, before?.row);
  const judged = versions(after.row, after.changes);
  for (const version of dated && before ? judged.filter(({ to_on }) => String(to_on) > on) : judged) {
    const references = referencesOf(book, version);
    const found = rules({
      row: version,
      references: references as Record<string, Referenced>,
      on,
      // A getter: most rules look at one row only, and there may be many others.
      get others() {
        return others().map(other => other.row);
      },
      othersNaming: column => naming(book, column, references[column]?.id, others()),
      db,
    });
    if (found.length > 0) return found;
  }
  return [];
}

/** The records that name a record in a column, compared by ids: a unit may have had other codes, and others its code. */
function naming(book: SimpleBook, column: string, id: number | undefined, others: readonly Existing[]): AnyRow[] {
  const ids = referencedIds(book.db, book.record, column);
  const idOf = (other: Existing) => ids.get(other.id) ?? book.lookups[column]?.(String(other.row[column]))?.id;
  return others.filter(other => idOf(other) === id).map(other => other.row);
}

const NOT_KNOWN: Text = { zh: '没有这个编号', en: 'is not known' };
const NOT_THEN: Text = { zh: '在这段时间并不都在册', en: 'does not exist for the whole of that time' };
const NOT_THAT_DAY: Text = { zh: '那一天不在册', en: 'did not exist on that day' };
const FUTURE: Text = { zh: '在今天之后', en: 'is after today' };
const CHANGES_LATER = (day: Day): Text => ({
  zh: `不能修改：${day} 起另有修改，这次修改要定在那一天或以后`,
  en: `cannot be changed: it changes again on ${day}, so date this change that day or later`,
});
const CLOSED = (day: Day): Text => ({
  zh: `不能修改：${day} 已停用，这次修改要用 --on 定在那以前`,
  en: `cannot be changed: the record is closed from ${day} on, so date this change earlier with --on`,
});
