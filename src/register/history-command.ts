import { type Command, command } from '../cli/command.ts';
import { argument } from '../cli/param.ts';
import { fieldsOf } from '../intake/sheet.ts';
import { shownBound } from '../kernel/day.ts';
import { isPersonal, MASKS } from '../kernel/hiding.ts';
import { type Noun, type Text, withArticle } from '../kernel/text.ts';
import { type Cell, column, type Table } from '../kernel/view.ts';
import { eventsOf, type Value } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import { namedKey } from '../naming/named-param.ts';

/** How a noun's history reads: what its fields are called, which are personal, and how coded values are shown. */
export interface HistoryWords {
  readonly titles: Readonly<Record<string, Text>>;
  readonly masks?: Readonly<Record<string, (value: string) => string>>;
  readonly shown?: Readonly<Record<string, (value: Value) => Cell>>;
}

/** What was withdrawn has a day that no sheet has. */
const WITHDRAWN_TITLE = { withdrawn_on: { zh: '撤销日期', en: 'withdrawn_on' } };

/** The words of a noun that comes from a file: what its columns say of themselves, and what is said besides. */
export function wordsOf(sheet: object, more: Omit<HistoryWords, 'titles'> = {}): HistoryWords {
  const fields = fieldsOf(sheet);
  return {
    titles: { ...Object.fromEntries(fields.map(({ key, title }) => [key, title])), ...WITHDRAWN_TITLE },
    masks: Object.fromEntries(fields.flatMap(({ key, kind }) => (isPersonal(kind) ? [[key, MASKS[kind]]] : []))),
    shown: Object.fromEntries(fields.flatMap(({ key, shows }) => (shows ? [[key, shows]] : []))),
    ...more,
  };
}

/** The id of the record that a key names, or those of all that it names. */
export type IdOf = (db: Db, key: string) => number | readonly number[];

interface HistoryOptions {
  readonly keyTerm?: string | undefined;
  /** The codes of the household and the cases that a record is about, where its key is none. */
  about?(db: Db, key: string): readonly string[];
}

/** `<noun> history KEY`: every value that ever changed, with the old one; `sample` is a key that the demo has. */
export function historyCommand(
  noun: string,
  title: Noun,
  sample: string,
  idOf: IdOf,
  words: HistoryWords | ((db: Db) => HistoryWords),
  { keyTerm = '<code>', about = (_, key) => [key] }: HistoryOptions = {},
): Command {
  return command({
    name: 'history',
    zh: '历史',
    summary: {
      zh: `${title.zh}的修改历史，含原值`,
      en: `what changed about ${withArticle(title.one)}, with the old values`,
    },
    example: `${noun} history ${sample}`,
    access: 'read',
    personal: true,
    params: { key: namedKey(argument(keyTerm, title), noun) },
    run: ({ db, reveal }, { key }) => ({
      view: historyTable(
        db,
        noun,
        idOf(db, key),
        typeof words === 'function' ? words(db) : words,
        reveal,
        about(db, key),
      ),
      records: [key],
    }),
  });
}

/** The changes of one record (or of several, one after the other) as a table. */
export function historyTable(
  db: Db,
  noun: string,
  ids: number | readonly number[],
  { titles, masks, shown }: HistoryWords,
  reveal: boolean,
  about: readonly string[] = [],
): Table {
  const events = eventsOf(db, noun, ids);
  // What a personal field held before is as personal as what it holds now.
  const held = events.flatMap(({ field, old_value, new_value }) => (masks?.[field] ? [old_value, new_value] : []));
  const hides = held.filter(value => typeof value === 'string');
  const cell = (field: string, value: Value): Cell => {
    if (value === null) return null;
    if (!reveal && masks?.[field]) return masks[field](String(value));
    return shown?.[field]?.(value) ?? shownBound(String(value));
  };
  return {
    shape: 'table',
    key: 'history',
    columns: [
      column('at', '时间', 'At', 'instant'),
      column('operator', '操作员', 'Operator'),
      column('on_day', '生效日期', 'From', 'day'),
      column('field', '项目', 'Field'),
      column('old_value', '原值', 'Old value'),
      column('new_value', '新值', 'New value'),
      column('reason', '原因', 'Reason'),
    ],
    hides,
    about,
    rows: events.map(event => ({
      ...event,
      field: { zh: titles[event.field]?.zh ?? event.field, en: event.field },
      old_value: cell(event.field, event.old_value),
      new_value: cell(event.field, event.new_value),
    })),
  };
}
