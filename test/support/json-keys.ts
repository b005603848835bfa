import type { Command, Outcome } from '../../src/cli/command.ts';
import type { Cell, Column, ColumnKind, Row, Table, View } from '../../src/kernel/view.ts';
import { keysOf } from '../../src/output/json.ts';
import { AREAS } from '../../src/program.ts';

/** What is known of a key: of which kind its values are, and what its column is called. */
export interface KeyUse {
  readonly type: string;
  readonly zh: string;
  readonly en: string;
}

/** The keys of each command's JSON by where they are: `array` for rows, `object` for a page, `object.parties` for its tables. */
export type CommandKeys = Map<string, Map<string, Map<string, KeyUse | undefined>>>;

const TYPES: Readonly<Record<ColumnKind, string>> = {
  text: 'text',
  word: 'word',
  code: 'code',
  label: 'text',
  command: 'code',
  integer: 'number',
  rate: 'share',
  money: 'fen',
  yuan: 'fen',
  day: 'day',
  instant: 'instant',
  flag: 'flag',
  name: 'name',
  phone: 'phone',
  id: 'id',
  address: 'address',
};

/** What a value of a result is that no column declares; nothing is known of null. */
function typeOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return 'list';
  return { number: 'number', boolean: 'flag' }[typeof value as string] ?? 'text';
}

const HISTORY = new Set(['old_value', 'new_value']);

/** Listens to every command that runs from now on: which keys its JSON has, and where words come without their codes. */
export function listenToKeys(): { readonly keys: CommandKeys; readonly faults: Set<string> } {
  const keys: CommandKeys = new Map();
  const faults = new Set<string>();
  for (const area of AREAS as { -readonly [K in keyof (typeof AREAS)[number]]: (typeof AREAS)[number][K] }[]) {
    const load = area.load;
    area.load = async verb =>
      (await load(verb)).map(command => heard(command, area.solo ? area.name : `${area.name} ${command.name}`));
  }
  return { keys, faults };

  function heard(command: Command, path: string): Command {
    const hear = (outcome: Outcome): Outcome => {
      if (!keys.has(path)) keys.set(path, new Map());
      return { ...outcome, view: listened(outcome.view, path) };
    };
    return {
      ...command,
      run: (context, input) => {
        const outcome = command.run(context, input);
        return outcome instanceof Promise ? outcome.then(hear) : hear(outcome);
      },
    };
  }

  function listened(view: View, path: string): View {
    if (view.shape === 'pages') return { ...view, pages: view.pages.map(page => listened(page, path)) };
    if (view.shape === 'table') return listenedTable(view, path, 'array');
    if (view.shape === 'card') {
      note(path, 'object', view.columns);
      look(view.columns, view.row, path);
      const tables = (view.tables ?? []).map(table => listenedTable(table, path, `object.${table.key ?? 'rows'}`));
      return { ...view, tables };
    }
    for (const [key, value] of Object.entries(view.data)) {
      const place = placeOf(path, 'object');
      if (value !== null && typeof value === 'object' && 'code' in value) {
        place.set(`${key}_code`, { type: 'code', zh: '', en: '' }).set(key, { type: 'word', zh: '', en: '' });
        continue;
      }
      const type = typeOf(value);
      if (type !== undefined) place.set(key, { type, zh: '', en: '' });
      else if (!place.has(key)) place.set(key, undefined);
      if (value !== null && typeof value === 'object' && 'zh' in value) faults.add(`${path}: ${key} is a text in data`);
    }
    return view;
  }

  function listenedTable(table: Table, path: string, at: string): Table {
    // A file that is filled in has the columns of its import, which the manual of that command names.
    if (table.isFile) return table;
    note(path, at, table.columns);
    const { rows, columns } = table;
    function* tapped(): Generator<Row> {
      for (const row of rows) {
        look(columns, row, path);
        yield row;
      }
    }
    if (!Array.isArray(rows)) return { ...table, rows: tapped() };
    for (const row of rows) look(columns, row, path);
    return table;
  }

  function note(path: string, at: string, columns: readonly Column[]): void {
    const place = placeOf(path, at);
    for (const column of columns) {
      const { kind, title } = column;
      const own = keysOf(column, columns);
      for (const key of own) {
        const isCode = own.length === 2 && key === own[0];
        place.set(key, { type: isCode ? 'code' : TYPES[kind], ...title });
      }
    }
  }

  /** A word has its code where its column says that it is one, and nowhere else. */
  function look(columns: readonly Column[], row: Row, path: string): void {
    for (const { key, kind } of columns) {
      const cell: Cell = row[key];
      // Such a column is shown as it is: nobody is hidden in it.
      if (kind === 'word' && typeof cell === 'string' && cell !== '')
        faults.add(`${path}: ${key} ("${cell}") is what somebody wrote in a column of words`);
      // A history has the values of any column, personal ones too: they are texts, in which people are hidden.
      if (cell === null || typeof cell !== 'object' || HISTORY.has(key)) continue;
      const isCoded = 'code' in cell;
      if (isCoded !== (kind === 'word') && !columns.some(other => other.key === `${key}_code`))
        faults.add(`${path}: ${key} ("${cell.en}") is ${isCoded ? 'a word in a column of another kind' : 'no word'}`);
    }
  }

  function placeOf(path: string, at: string) {
    const places = keys.get(path) ?? new Map<string, Map<string, KeyUse | undefined>>();
    keys.set(path, places);
    const place = places.get(at) ?? new Map<string, KeyUse | undefined>();
    places.set(at, place);
    return place;
  }
}
