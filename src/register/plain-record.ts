import type { Field } from '../intake/field.ts';
import { type Problem, problem, type Sheet } from '../intake/sheet.ts';
import { ALWAYS, BEGINNING, type Day, encloses, OPEN_END, type Span } from '../kernel/day.ts';
import type { Noun, Text } from '../kernel/text.ts';
import type { Sqlite } from '../ledger/sqlite.ts';
import {
  type Found,
  insertPlain,
  type PlainRow,
  plainRows,
  type Referent,
  referents,
  updatePlain,
} from './plain-store.ts';
import { JUST_ADDED, type Register, type Standing } from './register.ts';
import { spanProblems, within } from './span.ts';

/** A column that names a record of another table by its code; the table keeps the other's number. */
export interface Reference {
  /** The column of the table: `unit_id`. */
  readonly column: string;
  readonly referent: Referent;
  /** Whether the cell may be empty. */
  readonly optional?: boolean;
}

/**
 * A kind of record that is one row of one table: its columns are the file's, but for references, which are kept as numbers.
 * Most nouns of an office are such; what else holds for them stands in `rules`.
 */
export interface PlainRecord<R extends object> {
  readonly noun: string;
  readonly table: string;
  readonly title: Noun;
  readonly sheet: Sheet<R>;
  readonly key: readonly (keyof R & string)[];
  readonly fixed: readonly (keyof R & string)[];
  readonly personal?: readonly (keyof R & string)[];
  readonly references: Readonly<Partial<Record<keyof R & string, Reference>>>;
  /** What speaks against a row besides its references and its span; `found` are what its references name. */
  rules?(row: R, found: Readonly<Record<string, Found | undefined>>, on: Day, handle: Sqlite): Problem[];
}

interface PlainBook<R> {
  readonly handle: Sqlite;
  readonly byKey: Map<string, Standing<R>>;
  readonly referents: Readonly<Record<string, ReadonlyMap<string, Found>>>;
}

/** The register of a plain record: imports and single commands judge and keep it as any other. */
export function plainRegister<R extends object>(record: PlainRecord<R>): Register<R, PlainBook<R>> {
  const { noun, title, sheet, key, fixed, table } = record;
  const keyOf = (row: R) => key.map(column => String(row[column] ?? '')).join('\n');
  const hasSpan = 'from_on' in sheet;
  const dated = (hasSpan ? ['from_on', 'to_on'] : []) as (keyof R & string)[];
  const undated = (Object.keys(sheet) as (keyof R & string)[]).filter(
    column => !key.includes(column) && !fixed.includes(column) && !dated.includes(column),
  );
  return {
    noun,
    title,
    sheet,
    key,
    fixed: [...fixed, ...dated],
    undated,
    ...(record.personal ? { personal: record.personal } : {}),
    tables: [table],
    load: async ({ handle }) => {
      const rows = plainRows(handle, record) as (PlainRow & R)[];
      return {
        handle,
        byKey: new Map(rows.map(({ id, ...row }) => [keyOf(row as unknown as R), { id, row: row as unknown as R }])),
        referents: referents(handle, record.references),
      };
    },
    find: (book, row) => book.byKey.get(keyOf(row)),
    complete: (book, row) => (hasSpan ? bounded(record, book, row) : row),
    check: (book, row, _, on) => problemsOf(record, book, row, on),
    accept: (book, decision) => {
      const id = decision.verdict === 'change' ? decision.id : JUST_ADDED;
      book.byKey.set(keyOf(decision.row), { id, row: whole(record, book, decision.row) });
    },
    save: (handle, book, decisions, act) => {
      const stored = (row: R) => storedRow(record, book, row);
      for (const one of decisions)
        if (one.verdict === 'add') insertPlain(handle, table, stored(one.row), act);
        else if (one.verdict === 'change') {
          const after = stored(one.row);
          updatePlain(handle, record, one.id, one.changes, after, act);
        }
    },
  };
}

/** What a row's references name. */
function foundFor<R extends object>(
  record: PlainRecord<R>,
  book: PlainBook<R>,
  row: R,
): Record<string, Found | undefined> {
  return Object.fromEntries(
    Object.keys(record.references).map(column => [
      column,
      book.referents[column]?.get(String(row[column as keyof R] ?? '')),
    ]),
  );
}

function problemsOf<R extends object>(record: PlainRecord<R>, book: PlainBook<R>, given: R, on: Day): Problem[] {
  const row = whole(record, book, given);
  const found = foundFor(record, book, row);
  const unknown = (Object.entries(record.references) as [keyof R & string, Reference][]).flatMap(
    ([column, reference]) => {
      const value = String(row[column] ?? '');
      if (found[column] || (value === '' && reference.optional)) return [];
      return [problem(column, value, NOT_KNOWN)];
    },
  );
  const span = spanOf(row);
  const outlived = Object.entries(found).flatMap(([column, one]) =>
    span && one && !encloses(one, span) ? [problem(column, row[column as keyof R], NOT_THEN)] : [],
  );
  const own = unknown.length > 0 ? [] : (record.rules?.(row, found, on, book.handle) ?? []);
  return [...(span ? spanProblems(span) : []), ...unknown, ...outlived, ...own];
}

const NOT_KNOWN: Text = { zh: '没有这个编号', en: 'is not known' };
const NOT_THEN: Text = { zh: '在这段时间并不都在册', en: 'does not stand for the whole of that time' };

function spanOf(row: object): Span | undefined {
  const { from_on, to_on } = row as { from_on?: Day; to_on?: Day };
  return from_on === undefined || to_on === undefined ? undefined : { from_on, to_on };
}

/** The span of everything that a row rests on. */
function groundOf<R extends object>(record: PlainRecord<R>, book: PlainBook<R>, row: R): Span {
  const spans = Object.values(foundFor(record, book, row)).flatMap(one => (one ? [one] : []));
  return spans.reduce<Span>(
    (a, b) => ({
      from_on: a.from_on > b.from_on ? a.from_on : b.from_on,
      to_on: a.to_on < b.to_on ? a.to_on : b.to_on,
    }),
    ALWAYS,
  );
}

/** A row with nothing left out: unbounded ends are those of what it rests on. */
function whole<R extends object>(record: PlainRecord<R>, book: PlainBook<R>, row: R): R {
  const empty = Object.fromEntries(
    (Object.values(record.sheet) as Field<unknown>[]).map(field => [
      field.key,
      field.optional ? field.read('') : undefined,
    ]),
  );
  const full = { ...empty, ...Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) };
  if (!('from_on' in record.sheet)) return full as R;
  const span = { from_on: BEGINNING, to_on: OPEN_END, ...full } as Span;
  return { ...full, ...within(span, groundOf(record, book, row)) } as R;
}

function bounded<R extends object>(record: PlainRecord<R>, book: PlainBook<R>, row: R): R {
  const full = whole(record, book, row) as R & Span;
  const given = row as { from_on?: Day; to_on?: Day };
  return {
    ...row,
    ...(given.from_on === undefined ? {} : { from_on: full.from_on }),
    ...(given.to_on === undefined ? {} : { to_on: full.to_on }),
  };
}

/** A row as its table keeps it: numbers in the place of codes. */
function storedRow<R extends object>(
  record: PlainRecord<R>,
  book: PlainBook<R>,
  row: R,
): Record<string, string | number | null> {
  const full = whole(record, book, row);
  const found = foundFor(record, book, full);
  const entries = Object.entries(full).map(([column, value]) => {
    const reference = record.references[column as keyof R & string];
    return reference ? [reference.column, found[column]?.id ?? null] : [column, value ?? null];
  });
  return Object.fromEntries(entries);
}
