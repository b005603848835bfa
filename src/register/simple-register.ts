import { problem } from '../intake/sheet.ts';
import type { Db } from '../ledger/sqlite.ts';
import { JUST_ADDED, type Register } from './register.ts';
import { entered, loadBook, onDay, type SimpleBook } from './simple-book.ts';
import { simpleProblems } from './simple-problems.ts';
import type { Coded, SimpleRecord } from './simple-record.ts';
import { boundedRow, hasSpan, storedRow, wholeRow } from './simple-row.ts';
import { insertSimple, updateSimple, withdrawnOn } from './simple-store.ts';
import { CODE_KEPT, withdrawnSince } from './withdrawn.ts';

/** The register of a simple record: imports and single commands judge and save it like any other. */
export function simpleRegister<R extends Coded>(record: SimpleRecord<R>): Register<R, SimpleBook<R>> {
  const { noun, title, sheet, immutable, table, alias } = record;
  const span = (hasSpan(record) ? ['from_on', 'to_on'] : []) as (keyof R & string)[];
  const dated = ['code', ...immutable, ...span, ...(record.dated ?? [])];
  return {
    noun,
    title,
    sheet,
    key: ['code'],
    immutable: [...immutable, ...span],
    undated: (Object.keys(sheet) as (keyof R & string)[]).filter(column => !dated.includes(column)),
    ...(record.personal ? { personal: record.personal } : {}),
    tables: [table],
    load: async ({ db }) => loadBook(db, record),
    find: (book, row, on) => onDay(book, row.code, on),
    ...(alias ? { codeOf: (book, text) => codeNamed(book, alias, text) } : {}),
    complete: (book, row) => boundedRow(record, book, row),
    check: (book, row, before, on) => simpleProblems(record, book, row, before, on),
    ...(record.eventDay ? withdrawals<R>(table) : {}),
    accept: (book, decision, on) => {
      const isChange = decision.verdict === 'change';
      const id = isChange ? decision.id : JUST_ADDED;
      const after = entered(record, book, decision.row, on, isChange ? decision.before : undefined);
      book.byCode.set(decision.row.code, { id, row: wholeRow(record, book, after.row) as R });
      if (isChange) book.changes.set(id, after.changes);
    },
    save: (db, book, decisions, stamp) => {
      for (const decision of decisions)
        if (decision.verdict === 'add') insertSimple(db, record, storedRow(record, book, decision.row), stamp);
        else if (decision.verdict === 'change')
          updateSimple(db, record, decision.id, decision.changes, storedRow(record, book, decision.row), stamp);
    },
  };
}

/** The code of the record with an alias, or the text itself. */
function codeNamed<R extends Coded>({ byCode }: SimpleBook<R>, alias: keyof R, text: string): string {
  const found = byCode.has(text) ? undefined : [...byCode.values()].find(({ row }) => row[alias] === text);
  return found?.row.code ?? text;
}

/** A withdrawn record does not change any more, and its code is not free again. */
function withdrawals<R extends Coded>(
  table: string,
): Pick<Register<R, SimpleBook<R>>, 'obstacle' | 'existingHint'> {
  return {
    obstacle: (db, { id, row }) => {
      const on = withdrawnOn(db, table, id);
      return on === null ? undefined : problem('code', row.code, withdrawnSince(on));
    },
    existingHint: (db: Db, id) => {
      const on = withdrawnOn(db, table, id);
      if (on === null) return undefined;
      const { zh, en } = withdrawnSince(on);
      return { zh: `它${zh}；${CODE_KEPT.zh}`, en: `It ${en}. ${CODE_KEPT.en}` };
    },
  };
}
