import type { Field } from '../intake/field.ts';
import { type Problem, problem } from '../intake/sheet.ts';
import { ALWAYS, addDays, BEGINNING, type Day, encloses, OPEN_END, type Span } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import type { Db } from '../ledger/sqlite.ts';
import { type DatedChange, valuesOn, versionsOf } from './dated-changes.ts';
import { type Existing, JUST_ADDED, type Register } from './register.ts';
import { datedChangeProblems, entered, keyText, type SimpleBook } from './simple-book.ts';
import type { Reference, SimpleRecord } from './simple-record.ts';
import {
  columnOf,
  datedChangesOf,
  type Found,
  insertSimple,
  referents,
  type SimpleRow,
  simpleRows,
  updateSimple,
  WITHDRAWN,
  withdrawnOn,
} from './simple-store.ts';
import { spanProblems, within } from './span.ts';
import { CODE_KEPT, withdrawnSince } from './withdrawn.ts';

/** The register of a simple record: imports and single commands judge and keep it as any other. */
export function simpleRegister<R extends object>(record: SimpleRecord<R>): Register<R, SimpleBook<R>> {
  const { noun, title, sheet, key, immutable, table } = record;
  const keyOf = (row: R) => keyText(record, row);
  const hasSpan = 'from_on' in sheet;
  const span = (hasSpan ? ['from_on', 'to_on'] : []) as (keyof R & string)[];
  const dated = record.dated ?? [];
  const undated = (Object.keys(sheet) as (keyof R & string)[]).filter(
    column => ![...key, ...immutable, ...span, ...dated].includes(column),
  );
  return {
    noun,
    title,
    sheet,
    key,
    immutable: [...immutable, ...span],
    undated,
    ...(record.personal ? { personal: record.personal } : {}),
    tables: [table],
    load: async ({ db }) => {
      const rows = simpleRows(db, record) as (SimpleRow & R)[];
      return {
        db,
        byKey: new Map(
          rows.map(({ id, [WITHDRAWN]: _, ...row }) => [keyOf(row as unknown as R), { id, row: row as unknown as R }]),
        ),
        turns: datedChangesOf(db, record),
        referents: referents(db, record.references),
      };
    },
    ...(record.eventDay
      ? {
          obstacle: (db, { id, row }) => {
            const on = withdrawnOn(db, table, id);
            const [code = noun] = key;
            return on === null ? undefined : problem(code, row[code as keyof R], withdrawnSince(on));
          },
          existingHint: (db: Db, id: number) => {
            const on = withdrawnOn(db, table, id);
            return on === null
              ? undefined
              : {
                  zh: `它${withdrawnSince(on).zh}；${CODE_KEPT.zh}`,
                  en: `It ${withdrawnSince(on).en}. ${CODE_KEPT.en}`,
                };
          },
        }
      : {}),
    find: (book, row, on) => {
      const last = book.byKey.get(keyOf(row));
      return last && { ...last, row: valuesOn(last.row, book.turns.get(last.id) ?? [], on) };
    },
    complete: (book, row) => (hasSpan ? bounded(record, book, row) : row),
    check: (book, row, before, on) => [
      ...(before ? datedChangeProblems(record, book, row, before, on) : futureProblems(record, row, on)),
      ...problemsOf(record, book, row, on, before),
    ],
    accept: (book, decision, on) => {
      const id = decision.verdict === 'change' ? decision.id : JUST_ADDED;
      const { row, turns } = entered(
        record,
        book,
        decision.row,
        on,
        decision.verdict === 'change' ? decision.before : undefined,
      );
      book.byKey.set(keyOf(decision.row), { id, row: whole(record, book, row) });
      if (decision.verdict === 'change') book.turns.set(id, turns);
    },
    save: (db, book, decisions, stamp) => {
      const stored = (row: R) => storedRow(record, book, row);
      for (const one of decisions)
        if (one.verdict === 'add') insertSimple(db, table, stored(one.row), stamp);
        else if (one.verdict === 'change') {
          const after = stored(one.row);
          updateSimple(db, record, one.id, one.changes, after, stamp);
        }
    },
  };
}

/** What a row's references name. */
function foundFor<R extends object>(
  record: SimpleRecord<R>,
  book: SimpleBook<R>,
  row: R,
): Record<string, Found | undefined> {
  return Object.fromEntries(
    Object.keys(record.references).map(column => [
      column,
      book.referents[column]?.get(String(row[column as keyof R] ?? '')),
    ]),
  );
}

function problemsOf<R extends object>(
  record: SimpleRecord<R>,
  book: SimpleBook<R>,
  given: R,
  on: Day,
  before: Existing<R> | undefined,
): Problem[] {
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
  const own = unknown.length > 0 ? [] : ownProblems(record, book, row, on, before);
  return [...(span && outlived.length === 0 ? spanProblems(span) : []), ...unknown, ...outlived, ...own];
}

/** What the record's rules say: version by version where it has dated columns, from the day of the change on. */
function ownProblems<R extends object>(
  record: SimpleRecord<R>,
  book: SimpleBook<R>,
  row: R,
  on: Day,
  before: Existing<R> | undefined,
): Problem[] {
  const { rules, dated } = record;
  if (!rules) return [];
  const versions = (last: R, turns: readonly DatedChange[]) => (dated ? versionsOf(last, turns) : [last]);
  const ownKey = keyText(record, row);
  const others = () =>
    [...book.byKey].flatMap(([key, { id, row: last }]) =>
      key === ownKey ? [] : versions(last, book.turns.get(id) ?? []),
    );
  const own = entered(record, book, row, on, before?.row);
  const judged = versions(own.row, own.turns).filter(one => !dated || !before || (one as unknown as Span).to_on > on);
  for (const one of judged) {
    const found = rules(one, foundFor(record, book, one), on, book.db, others);
    if (found.length > 0) return found;
  }
  return [];
}

const NOT_KNOWN: Text = { zh: '没有这个编号', en: 'is not known' };
const NOT_THEN: Text = { zh: '在这段时间并不都在册', en: 'does not stand for the whole of that time' };
const NOT_THAT_DAY: Text = { zh: '那一天不在册', en: 'did not stand on that day' };
const FUTURE: Text = { zh: '在今天之后', en: 'is after today' };

/** What has happened lies in no future. */
function futureProblems<R extends object>({ eventDay }: SimpleRecord<R>, row: R, on: Day): Problem[] {
  return eventDay && String(row[eventDay]) > on ? [problem(eventDay, row[eventDay], FUTURE)] : [];
}

/** The one day on which something happened, as a span. */
function dayOfRow<R extends object>({ eventDay }: SimpleRecord<R>, row: R): Span | undefined {
  const day = eventDay && (row[eventDay] as Day | undefined);
  return day === undefined ? undefined : { from_on: day, to_on: addDays(day, 1) };
}

function spanOf(row: object): Span | undefined {
  const { from_on, to_on } = row as { from_on?: Day; to_on?: Day };
  return from_on === undefined || to_on === undefined ? undefined : { from_on, to_on };
}

/** The span of everything that a row rests on. */
function groundOf<R extends object>(record: SimpleRecord<R>, book: SimpleBook<R>, row: R): Span {
  const spans = Object.values(foundFor(record, book, row)).flatMap<Span>(one => (one ? [one] : []));
  return [...spans, ...(record.limits ? [record.limits(row)] : [])].reduce<Span>(
    (a, b) => ({
      from_on: a.from_on > b.from_on ? a.from_on : b.from_on,
      to_on: a.to_on < b.to_on ? a.to_on : b.to_on,
    }),
    ALWAYS,
  );
}

/** A row with nothing left out: unbounded ends are those of what it rests on. */
function whole<R extends object>(record: SimpleRecord<R>, book: SimpleBook<R>, row: R): R {
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
function bounded<R extends object>(record: SimpleRecord<R>, book: SimpleBook<R>, row: R): R {
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
  record: SimpleRecord<R>,
  book: SimpleBook<R>,
  row: R,
): Record<string, string | number | null> {
  const full = whole(record, book, row);
  const found = foundFor(record, book, full);
  const stored = (column: string, value: unknown): string | number | null => {
    if (record.references[column as keyof R & string]) return found[column]?.id ?? null;
    const kept = record.storedAs?.[column as keyof R & string];
    return kept ? kept.stored(String(value)) : ((value ?? null) as string | number | null);
  };
  return Object.fromEntries(
    Object.entries(full).map(([column, value]) => [columnOf(record, column), stored(column, value)]),
  );
}
