import { problem } from '../intake/sheet.ts';
import type { Text } from '../kernel/text.ts';
import { changeRow, type Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import { valuesOn } from './dated-changes.ts';
import { type Numbering, startOf } from './numbering/numbering.ts';
import { comparable } from './numbering/numbering-rules.ts';
import { type AnyRow, type Decision, idOf, JUST_ADDED, type Register } from './register.ts';
import { completeRow, entered, loadBook, type SimpleBook, storedRow, wholeRow } from './simple-book.ts';
import { CODE_KEPT, withdrawnSince } from './simple-end.ts';
import { simpleProblems } from './simple-problems.ts';
import { hasSpan, keyColumn, keyOf, type SimpleRecord } from './simple-record.ts';
import { columnsOf, insertSimple, withdrawnOn } from './simple-store.ts';

/** The register of a simple record: imports and single commands judge and save it like any other. */
export function simpleRegister(record: SimpleRecord): Register<AnyRow, SimpleBook> {
  const { noun, title, sheet, table, dated = [] } = record;
  const key = keyColumn(record);
  const immutable = [...record.immutable, ...(hasSpan(record) ? ['from_on', 'to_on'] : [])];
  return {
    noun,
    title,
    sheet,
    key: [key],
    immutable,
    undated: Object.keys(sheet).filter(column => ![key, ...immutable, ...dated].includes(column)),
    tables: [table],
    load: ({ db }) => loadBook(db, record),
    find: ({ byKey, changes }, row, on) => {
      const last = byKey.get(keyOf(record, row));
      return last && { ...last, row: valuesOn(last.row, changes.get(last.id) ?? [], on) };
    },
    ...(record.alias ? { keyOf: keyNamed } : {}),
    complete: completeRow,
    check: simpleProblems,
    ...(record.numbering ? { numbering: numberingOf(record, record.numbering) } : {}),
    ...(record.entryRule ? { entryRule: record.entryRule } : {}),
    ...(record.doubts ? { doubts: (db: Db, added: readonly AnyRow[]) => doubtsOf(record, db, added) } : {}),
    ...(record.eventDay ? withdrawals(record) : {}),
    accept: (book, decision, on) => {
      const id = idOf(decision);
      const after = entered(book, decision.row, on, decision.verdict === 'change' ? decision.before : undefined);
      book.byKey.set(keyOf(record, decision.row), { id, row: wholeRow(book, after.row) });
      if (id !== JUST_ADDED) book.changes.set(id, after.changes);
    },
    save: (db, book, decisions, stamp) => saveAll(record, db, book, decisions, stamp),
  };
}

/** Records are recognised in the place that their code says, too: what moved is found by the file that had it elsewhere. */
function numberingOf(
  { sheet }: SimpleRecord,
  { start, digits = 2, by }: NonNullable<SimpleRecord['numbering']>,
): Numbering<SimpleBook> {
  const example = String(sheet.code?.example.zh);
  const keysAt = (row: AnyRow, starts: readonly string[]) =>
    [...new Set(starts)].map(at => [at, ...by.map(column => comparable(row[column]))].join('\n'));
  return {
    rule: { zh: `如 ${example}`, en: `like ${example}` },
    start,
    digits,
    by,
    records: ({ byKey }) => byKey.values(),
    keys: (row, book) => {
      const whole = wholeRow(book, row);
      const code = String(row.code ?? '');
      return keysAt(whole, code === '' ? [start(whole)] : [start(whole), startOf(code)]);
    },
  };
}

function saveAll(record: SimpleRecord, db: Db, book: SimpleBook, decisions: readonly Decision[], stamp: Stamp): void {
  for (const decision of decisions) {
    if (decision.verdict !== 'add' && decision.verdict !== 'change') continue;
    const stored = storedRow(book, decision.row);
    const kept = (column: string) => [column, stored[column] ?? null] as const;
    if (decision.verdict === 'add') insertSimple(db, record, stored, stamp);
    else changeRow(db, record, decision.id, decision.changes, stamp, ({ field }) => columnsOf(record, field).map(kept));
  }
}

/** Rows are looked at with nothing left out: a single record is given as it was typed. */
function doubtsOf(record: SimpleRecord, db: Db, added: readonly AnyRow[]): readonly Text[] {
  const book = loadBook(db, record);
  return record.doubts?.(added.map(row => completeRow(book, row))) ?? [];
}

/** The key of a record that may be named by its alias. */
function keyNamed({ record, byKey }: SimpleBook, text: string): string {
  const { alias } = record;
  const found = alias && !byKey.has(text) ? [...byKey.values()].find(({ row }) => row[alias] === text) : undefined;
  return found ? keyOf(record, found.row) : text;
}

/** A withdrawn record does not change any more, and its code is not free again. */
function withdrawals(record: SimpleRecord): Pick<Register, 'obstacle' | 'existingHint'> {
  const since = (db: Db, id: number) => {
    const on = withdrawnOn(db, record.table, id);
    return on === null ? undefined : withdrawnSince(on);
  };
  return {
    obstacle: (db, { id, row }) => {
      const withdrawn = since(db, id);
      return withdrawn && problem(keyColumn(record), keyOf(record, row), withdrawn);
    },
    existingHint: (db, id) => {
      const withdrawn = since(db, id);
      return withdrawn && { zh: `它${withdrawn.zh}；${CODE_KEPT.zh}`, en: `It ${withdrawn.en}. ${CODE_KEPT.en}` };
    },
  };
}
