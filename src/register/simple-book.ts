import { type Problem, problem } from '../intake/sheet.ts';
import type { Day, Span } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import type { Value } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { DatedChange } from './dated-changes.ts';
import type { Existing } from './register.ts';
import type { SimpleRecord } from './simple-record.ts';
import type { Referents } from './simple-store.ts';

/** What stands in the ledger of a simple record, while rows are judged. */
export interface SimpleBook<R> {
  readonly db: Db;
  /** What was entered last, although it may hold from a later day only. */
  readonly byKey: Map<string, Existing<R>>;
  readonly turns: Map<number, DatedChange[]>;
  readonly referents: Readonly<Record<string, Referents>>;
}

/** What tells a row from all others. */
export function keyText<R extends object>({ key }: SimpleRecord<R>, row: R): string {
  return key.map(column => String(row[column] ?? '')).join('\n');
}

/** What a record is entered as by a change on a day: the values entered last, and the changes that led to them. */
export function entered<R extends object>(
  { dated, ...record }: SimpleRecord<R>,
  book: SimpleBook<R>,
  row: R,
  on: Day,
  before: R | undefined,
): { readonly row: R; readonly turns: DatedChange[] } {
  const last = before && book.byKey.get(keyText(record, row));
  if (!dated || !last) return { row, turns: [] };
  const kept = dated.filter(column => row[column] === before[column]);
  const turned = dated.filter(column => row[column] !== before[column]);
  return {
    row: { ...row, ...Object.fromEntries(kept.map(column => [column, last.row[column]])) },
    turns: [
      ...(book.turns.get(last.id) ?? []),
      ...turned.map(field => ({ field, old_value: before[field] as Value, on_day: on })),
    ],
  };
}

/** A dated value cannot be changed before a later change of it, nor from a day on which its record is closed. */
export function datedChangeProblems<R extends object>(
  { dated = [] }: SimpleRecord<R>,
  book: SimpleBook<R>,
  row: R,
  { id, row: before }: Existing<R>,
  on: Day,
): Problem[] {
  const { to_on } = before as unknown as Span;
  return dated
    .filter(column => row[column] !== before[column])
    .flatMap(column => {
      const later = book.turns.get(id)?.find(turn => turn.field === column && turn.on_day > on)?.on_day;
      if (later !== undefined) return [problem(column, row[column], TURNS_LATER(later))];
      return on < to_on ? [] : [problem(column, row[column], CLOSED(to_on))];
    });
}

const TURNS_LATER = (day: Day): Text => ({
  zh: `不能改：${day} 起另有修改，这次修改要定在那一天或以后`,
  en: `cannot be changed: it changes again on ${day}, so put this change on that day or later`,
});
const CLOSED = (day: Day): Text => ({
  zh: `不能改：${day} 已停用，这次修改要用 --on 定在那以前`,
  en: `cannot be changed: the record is closed from ${day} on, so put this change before it with --on`,
});
