import type { Field } from '../intake/field.ts';
import { type Problem, problem, type Sheet } from '../intake/sheet.ts';
import { ALWAYS, addDays, BEGINNING, type Day, encloses, OPEN_END, type Span } from '../kernel/day.ts';
import type { Noun, Text } from '../kernel/text.ts';
import type { Sqlite } from '../ledger/sqlite.ts';
import {
  columnOf,
  type Found,
  insertPlain,
  type PlainRow,
  plainRows,
  type Referent,
  type Referents,
  referents,
  updatePlain,
  WITHDRAWN,
  withdrawnOn,
} from './plain-store.ts';
import { JUST_ADDED, type Register, type Standing } from './register.ts';
import { spanProblems, within } from './span.ts';
import { CODE_KEPT, withdrawnSince } from './withdrawn.ts';

/** A column that names a record of another table by its code; the table keeps the other's number. */
export interface Reference {
  /** The column of the table: `unit_id`. */
  readonly column: string;
  readonly referent: Referent;
  /** Whether the cell may be empty. */
  readonly optional?: boolean;
}

/** A column that the table keeps in another form: an amount in yuan as whole fen. */
export interface Kept {
  /** The column of the table: `amount_fen`. */
  readonly column: string;
  /** An expression for the text of what stands in a column. */
  text(column: string): string;
  stored(text: string): number | null;
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
  readonly kept?: Readonly<Partial<Record<keyof R & string, Kept>>>;
  /** Of what happens on one day: a fixed column with the day, which is past and on which all that the row names stood. */
  readonly happened?: keyof R & string;
  /** What a row rests on besides its references: a village rule begins on its adoption where nothing else is said. */
  ground?(row: R): Span;
  /**
   * What speaks against a row besides its references and its span; `found` are what its references name, `others` all
   * records but this one, those of earlier rows of the same file among them.
   */
  rules?(
    row: R,
    found: Readonly<Record<string, Found | undefined>>,
    on: Day,
    handle: Sqlite,
    others: () => readonly R[],
  ): Problem[];
}

interface PlainBook<R> {
  readonly handle: Sqlite;
  readonly byKey: Map<string, Standing<R>>;
  readonly referents: Readonly<Record<string, Referents>>;
}

/** The register of a plain record: imports and single commands judge and keep it as any other. */
export function plainRegister<R extends object>(record: PlainRecord<R>): Register<R, PlainBook<R>> {
  const { noun, title, sheet, key, fixed, table } = record;
  const keyOf = (row: R) => keyText(record, row);
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
        byKey: new Map(
          rows.map(({ id, [WITHDRAWN]: _, ...row }) => [keyOf(row as unknown as R), { id, row: row as unknown as R }]),
        ),
        referents: referents(handle, record.references),
      };
    },
    ...(record.happened
      ? {
          obstacle: (handle, { id, row }) => {
            const on = withdrawnOn(handle, table, id);
            const [code = noun] = key;
            return on === null ? undefined : problem(code, row[code as keyof R], withdrawnSince(on));
          },
          takenHint: (handle: Sqlite, id: number) => {
            const on = withdrawnOn(handle, table, id);
            return on === null
              ? undefined
              : {
                  zh: `它${withdrawnSince(on).zh}；${CODE_KEPT.zh}`,
                  en: `It ${withdrawnSince(on).en}. ${CODE_KEPT.en}`,
                };
          },
        }
      : {}),
    find: (book, row) => book.byKey.get(keyOf(row)),
    complete: (book, row) => (hasSpan ? bounded(record, book, row) : row),
    check: (book, row, before, on) => [
      ...(before ? [] : futureProblems(record, row, on)),
      ...problemsOf(record, book, row, on),
    ],
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

function keyText<R extends object>({ key }: PlainRecord<R>, row: R): string {
  return key.map(column => String(row[column] ?? '')).join('\n');
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
  const time = span ?? dayOfRow(record, row);
  const outlived = Object.entries(found).flatMap(([column, one]) =>
    time && one && (!encloses(one, time) || time.from_on >= one.to_on)
      ? [problem(column, row[column as keyof R], span ? NOT_THEN : NOT_THAT_DAY)]
      : [],
  );
  const ownKey = keyText(record, row);
  const others = () => [...book.byKey].flatMap(([key, one]) => (key === ownKey ? [] : [one.row]));
  const own = unknown.length > 0 ? [] : (record.rules?.(row, found, on, book.handle, others) ?? []);
  return [...(span && outlived.length === 0 ? spanProblems(span) : []), ...unknown, ...outlived, ...own];
}

const NOT_KNOWN: Text = { zh: '没有这个编号', en: 'is not known' };
const NOT_THEN: Text = { zh: '在这段时间并不都在册', en: 'does not stand for the whole of that time' };
const NOT_THAT_DAY: Text = { zh: '那一天不在册', en: 'did not stand on that day' };
const FUTURE: Text = { zh: '在今天之后', en: 'is after today' };

/** What has happened lies in no future. */
function futureProblems<R extends object>({ happened }: PlainRecord<R>, row: R, on: Day): Problem[] {
  return happened && String(row[happened]) > on ? [problem(happened, row[happened], FUTURE)] : [];
}

/** The one day on which something happened, as a span. */
function dayOfRow<R extends object>({ happened }: PlainRecord<R>, row: R): Span | undefined {
  const day = happened && (row[happened] as Day | undefined);
  return day === undefined ? undefined : { from_on: day, to_on: addDays(day, 1) };
}

function spanOf(row: object): Span | undefined {
  const { from_on, to_on } = row as { from_on?: Day; to_on?: Day };
  return from_on === undefined || to_on === undefined ? undefined : { from_on, to_on };
}

/** The span of everything that a row rests on. */
function groundOf<R extends object>(record: PlainRecord<R>, book: PlainBook<R>, row: R): Span {
  const spans = Object.values(foundFor(record, book, row)).flatMap<Span>(one => (one ? [one] : []));
  return [...spans, ...(record.ground ? [record.ground(row)] : [])].reduce<Span>(
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

/** The same where a row says so; what stands keeps its ends, although its ground may have ended since. */
function bounded<R extends object>(record: PlainRecord<R>, book: PlainBook<R>, row: R): R {
  const full = whole(record, book, row) as R & Span;
  const standing = book.byKey.get(keyText(record, row))?.row as Partial<Span> | undefined;
  const end = (bound: keyof Span) => {
    const given = (row as Partial<Span>)[bound];
    return given === undefined || given === standing?.[bound] ? {} : { [bound]: full[bound] };
  };
  return { ...row, ...end('from_on'), ...end('to_on') };
}

/** A row as its table keeps it: numbers in the place of codes, and what is kept in another form. */
function storedRow<R extends object>(
  record: PlainRecord<R>,
  book: PlainBook<R>,
  row: R,
): Record<string, string | number | null> {
  const full = whole(record, book, row);
  const found = foundFor(record, book, full);
  const stored = (column: string, value: unknown): string | number | null => {
    if (record.references[column as keyof R & string]) return found[column]?.id ?? null;
    const kept = record.kept?.[column as keyof R & string];
    return kept ? kept.stored(String(value)) : ((value ?? null) as string | number | null);
  };
  return Object.fromEntries(
    Object.entries(full).map(([column, value]) => [columnOf(record, column), stored(column, value)]),
  );
}
