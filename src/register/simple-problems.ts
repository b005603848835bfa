import { type Problem, problem, type Whole } from '../intake/sheet.ts';
import { type Day, encloses, type Span } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { type DatedChange, versionsOf } from './dated-changes.ts';
import type { Reference, Referenced } from './reference.ts';
import type { Existing } from './register.ts';
import { datedChangeProblems, entered, type SimpleBook } from './simple-book.ts';
import { keyOf, type SimpleRecord } from './simple-record.ts';
import { hasSpan, referencesOf, timeOf, wholeRow } from './simple-row.ts';
import { referencedIds } from './simple-store.ts';
import { spanProblems } from './span.ts';

/** Everything that is wrong with a new row of a simple record, or with a change of one that holds from a day on. */
export function simpleProblems<R extends object>(
  book: SimpleBook<R>,
  given: R,
  before: Existing<R> | undefined,
  on: Day,
): Problem[] {
  const { record } = book;
  const row = wholeRow(book, given);
  const time = timeOf(record, row);
  const unknown = unknownReferences(book, row);
  const absent = time ? absentReferences(book, row, time) : [];
  return [
    ...(before ? datedChangeProblems(book, given, before, on) : futureProblems(record, given, on)),
    ...(time && hasSpan(record) && absent.length === 0 ? spanProblems(time) : []),
    ...unknown,
    ...absent,
    ...(unknown.length > 0 ? [] : ruleProblems(book, row as R, on, before)),
  ];
}

/** References to records that are not in the ledger. */
function unknownReferences<R extends object>(book: SimpleBook<R>, row: Whole<R>): Problem[] {
  const found = referencesOf(book, row as R);
  const declared = Object.entries(book.record.references ?? {}) as [keyof R & string, Reference][];
  return declared.flatMap(([column, { optional }]) => {
    const value = String(row[column] ?? '');
    return found[column] || (value === '' && optional) ? [] : [problem(column, value, NOT_KNOWN)];
  });
}

/** References to records that do not exist for the whole time of the row. */
function absentReferences<R extends object>(book: SimpleBook<R>, row: Whole<R>, time: Span): Problem[] {
  const found = Object.entries<Referenced | undefined>(referencesOf(book, row as R));
  return found.flatMap(([column, referenced]) =>
    referenced && (!encloses(referenced, time) || time.from_on >= referenced.to_on)
      ? [problem(column, row[column as keyof R], hasSpan(book.record) ? NOT_THEN : NOT_THAT_DAY)]
      : [],
  );
}

/** What the record's rules say: version by version where it has dated columns, from the day of the change on. */
function ruleProblems<R extends object>(
  book: SimpleBook<R>,
  row: R,
  on: Day,
  before: Existing<R> | undefined,
): Problem[] {
  const { record } = book;
  const { rules, dated } = record;
  if (!rules) return [];
  const versions = (last: R, changes: readonly DatedChange[]) => (dated ? versionsOf(last, changes) : [last]);
  const others = () =>
    [...book.byKey.values()]
      .filter(other => keyOf(record, other.row) !== keyOf(record, row))
      .flatMap(({ id, row: last }) =>
        versions(last, book.changes.get(id) ?? []).map(version => ({ id, row: version as Whole<R> })),
      );
  const after = entered(book, row, on, before?.row);
  const judged = versions(after.row, after.changes).filter(
    version => !dated || !before || (version as unknown as Span).to_on > on,
  );
  for (const version of judged) {
    const references = referencesOf(book, version);
    const found = rules({
      row: version as Whole<R>,
      references,
      on,
      // A getter: most rules look at one row only, and there may be many others.
      get others() {
        return others().map(other => other.row);
      },
      othersNaming: column => naming(book, column, references[column]?.id, others()),
      db: book.db,
    });
    if (found.length > 0) return found;
  }
  return [];
}

/** The records that name a record in a column, compared by ids: a unit may have had other codes, and others its code. */
function naming<R extends object>(
  book: SimpleBook<R>,
  column: keyof R & string,
  id: number | undefined,
  others: readonly { readonly id: number; readonly row: Whole<R> }[],
): Whole<R>[] {
  const ids = referencedIds(book.db, book.record, column);
  const idOf = (other: { readonly id: number; readonly row: Whole<R> }) =>
    ids.get(other.id) ?? book.lookups[column]?.(String(other.row[column]))?.id;
  return others.filter(other => idOf(other) === id).map(other => other.row);
}

/** What has happened is not in the future. */
function futureProblems<R extends object>({ eventDay }: SimpleRecord<R>, row: R, on: Day): Problem[] {
  return eventDay && String(row[eventDay]) > on ? [problem(eventDay, row[eventDay], FUTURE)] : [];
}

const NOT_KNOWN: Text = { zh: '没有这个编号', en: 'is not known' };
const NOT_THEN: Text = { zh: '在这段时间并不都在册', en: 'does not exist for the whole of that time' };
const NOT_THAT_DAY: Text = { zh: '那一天不在册', en: 'did not exist on that day' };
const FUTURE: Text = { zh: '在今天之后', en: 'is after today' };
