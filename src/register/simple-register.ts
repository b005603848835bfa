import { problem } from '../intake/sheet.ts';
import type { Db } from '../ledger/sqlite.ts';
import { JUST_ADDED, type Register } from './register.ts';
import { entered, loadBook, onDay, type SimpleBook } from './simple-book.ts';
import { simpleProblems } from './simple-problems.ts';
import { keyColumn, keyOf, personalColumns, type SimpleRecord } from './simple-record.ts';
import { boundedRow, currentRow, hasSpan, storedRow, wholeRow } from './simple-row.ts';
import { insertSimple, updateSimple, withdrawnOn } from './simple-store.ts';
import { CODE_KEPT, withdrawnSince } from './withdrawn.ts';

/** The register of a simple record: imports and single commands judge and save it like any other. */
export function simpleRegister<R extends object>(record: SimpleRecord<R>): Register<R, SimpleBook<R>> {
  const { noun, title, sheet, immutable, table, alias } = record;
  const span = (hasSpan(record) ? ['from_on', 'to_on'] : []) as (keyof R & string)[];
  const key = keyColumn(record);
  const dated = [key, ...immutable, ...span, ...(record.dated ?? [])];
  return {
    noun,
    title,
    sheet,
    key: [key],
    immutable: [...immutable, ...span],
    undated: (Object.keys(sheet) as (keyof R & string)[]).filter(column => !dated.includes(column)),
    personal: personalColumns(record),
    tables: [table],
    load: ({ db }) => loadBook(db, record),
    find: (book, row, on) => onDay(book, keyOf(record, row), on),
    ...(alias ? { keyOf: (book, text) => keyNamed(book, alias, text) } : {}),
    complete: (book, row) => boundedRow(book, currentRow(book, row)),
    check: (book, row, before, on) => simpleProblems(book, row, before, on),
    ...(record.eventDay ? withdrawals(record) : {}),
    accept: (book, decision, on) => {
      const isChange = decision.verdict === 'change';
      const id = isChange ? decision.id : JUST_ADDED;
      const after = entered(book, decision.row, on, isChange ? decision.before : undefined);
      book.byKey.set(keyOf(record, decision.row), { id, row: wholeRow(book, after.row) as R });
      if (isChange) book.changes.set(id, after.changes);
    },
    save: (db, book, decisions, stamp) => {
      for (const decision of decisions)
        if (decision.verdict === 'add') insertSimple(db, record, storedRow(book, decision.row), stamp);
        else if (decision.verdict === 'change')
          updateSimple(db, record, decision.id, decision.changes, storedRow(book, decision.row), stamp);
    },
  };
}

function keyNamed<R extends object>({ record, byKey }: SimpleBook<R>, alias: keyof R, text: string): string {
  const found = byKey.has(text) ? undefined : [...byKey.values()].find(({ row }) => row[alias] === text);
  return found ? keyOf(record, found.row) : text;
}

/** A withdrawn record does not change any more, and its code is not free again. */
function withdrawals<R extends object>(
  record: SimpleRecord<R>,
): Pick<Register<R, SimpleBook<R>>, 'obstacle' | 'existingHint'> {
  const { table } = record;
  return {
    obstacle: (db, { id, row }) => {
      const on = withdrawnOn(db, table, id);
      return on === null ? undefined : problem(keyColumn(record), keyOf(record, row), withdrawnSince(on));
    },
    existingHint: (db: Db, id) => {
      const on = withdrawnOn(db, table, id);
      if (on === null) return undefined;
      const { zh, en } = withdrawnSince(on);
      return { zh: `它${zh}；${CODE_KEPT.zh}`, en: `It ${en}. ${CODE_KEPT.en}` };
    },
  };
}
