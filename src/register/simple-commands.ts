import { type Command, command } from '../cli/command.ts';
import { argument, flag, type Param, type Params } from '../cli/param.ts';
import { asOfParam, onParam, periodParams, reasonParam, unitParam } from '../cli/places.ts';
import type { Field } from '../intake/field.ts';
import { covers, endingProblem, type Span } from '../kernel/day.ts';
import { notFound, refuse } from '../kernel/failure.ts';
import { MASKS } from '../kernel/mask.ts';
import { type Period, type PeriodOptions, periodOf } from '../kernel/period.ts';
import type { Text } from '../kernel/text.ts';
import { type Cell, type Column, type ColumnKind, column, lines, type Row, type Table } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import { historyCommand, historyTable, wordsOf } from './history-command.ts';
import { importCommand, templateCommand } from './import-command.ts';
import type { SimpleRecord } from './simple-record.ts';
import { simpleRegister } from './simple-register.ts';
import { endSimple, type SimpleRow, simpleRows, WITHDRAWN } from './simple-store.ts';
import { addCommand, changeCommand } from './single-commands.ts';
import { type Entries, withdrawCommand } from './withdraw-command.ts';

/** What the commands of a simple record say and show beside its columns. */
export interface SimpleWords {
  /** A key that the demo has, for the examples. */
  readonly sample: string;
  /** The options of an `add` that works on the demo. */
  readonly add: string;
  /** The options of a `change`, where anything can change. */
  readonly change?: string;
  readonly file: string;
  /** How columns are shown that are no plain text. */
  readonly kinds?: Readonly<Record<string, ColumnKind>>;
  readonly shown?: Readonly<Record<string, (value: never) => Cell>>;
  /** Names for a unit's code, and whether it lies within `--unit`: handed in, since units stand above. */
  readonly units?: (
    db: Db,
    day: string,
    within: string | undefined,
  ) => { nameOf(code: string): string | undefined; has(code: string): boolean };
  /** Where a record has no unit of its own: the column that leads to one, and the units' codes by its values. */
  readonly unitBy?: { readonly column: string; codes(db: Db): ReadonlyMap<string, string> };
  /** What stands beside a column of codes: the names of what they name. */
  readonly names?: Readonly<Record<string, Names>>;
  /** More options of `list`, by their names: each makes a test that rows pass. */
  readonly filters?: Readonly<Record<string, Filter>>;
  /** Columns that give way where a list does not fit the terminal. */
  readonly details?: readonly string[];
  /** Remarks under a list. */
  notes?(rows: readonly SimpleRow[]): readonly Text[];
  /** What keeps a record from being closed, and what to do about it. */
  openWork?(db: Db, id: number, on: string): (Text & { readonly hint?: Text }) | undefined;
  /** What is entered under a record that happened on one day, and goes with it when it is withdrawn. */
  readonly entries?: Entries;
  /** More tables of `show`. */
  more?: MoreTables;
  /** Whether those tables hold personal data, so that `show` can reveal it. */
  readonly showsPersons?: boolean;
}

interface Names {
  readonly column: Column;
  of(db: Db): ReadonlyMap<string, string>;
}

interface Filter {
  readonly param: Param<unknown>;
  passes(db: Db, wanted: string): (row: SimpleRow) => boolean;
}

type MoreTables = (db: Db, row: SimpleRow, day: string) => Table[];
const showTables = (more: MoreTables | undefined, db: Db, row: SimpleRow, day: string) => more?.(db, row, day) ?? [];

/** list, show, add, change, close, history, import and template of a simple record. */
export function simpleCommands<R extends object>(record: SimpleRecord<R>, words: SimpleWords): Command[] {
  const { noun, title, sheet } = record;
  const register = simpleRegister(record);
  const spanned = 'from_on' in sheet;
  const fields = Object.values(sheet) as Field<unknown>[];
  const unitColumn = words.unitBy?.column ?? 'unit_code';
  const hasUnit = unitColumn in sheet && words.units !== undefined;
  const columns: Column[] = fields.flatMap((field): Column[] => {
    const own = {
      key: field.key,
      title: columnTitle(field),
      kind: words.kinds?.[field.key] ?? kindOf(field.key),
      ...(words.details?.includes(field.key) ? { detail: true } : {}),
    };
    const beside = words.names?.[field.key];
    return [own, ...(field.key === unitColumn && hasUnit ? [UNIT] : []), ...(beside ? [beside.column] : [])];
  });
  const masks = Object.fromEntries(
    columns.flatMap(({ key, kind }) => (kind in MASKS ? [[key, MASKS[kind as keyof typeof MASKS]]] : [])),
  );
  const unitOf = (db: Db) => {
    const codes = words.unitBy?.codes(db);
    return (row: SimpleRow) => (codes ? (codes.get(String(row[unitColumn])) ?? '') : String(row[unitColumn]));
  };
  const namesOf = (db: Db) => {
    const known = Object.entries(words.names ?? {}).map(
      ([code, { column, of }]) => [code, column.key, of(db)] as const,
    );
    return (row: SimpleRow): Row =>
      Object.fromEntries(known.map(([code, key, names]) => [key, names.get(String(row[code]))]));
  };
  const shown = (row: SimpleRow, unit: string | undefined): Row => ({
    ...Object.fromEntries(Object.entries(row).map(([key, value]) => [key, shownValue(words, key, value)])),
    ...(hasUnit ? { unit } : {}),
  });
  const historyWords = wordsOf(record.eventDay ? { ...sheet, [WITHDRAWN]: WITHDRAWN_FIELD } : sheet, {
    masks,
    shown: Object.fromEntries(
      Object.keys(words.shown ?? {}).map(key => [key, (value: unknown) => shownValue(words, key, value)]),
    ),
  });
  const filters = Object.entries(words.filters ?? {});
  const personal = (record.personal ?? []).length > 0;
  const keyArgument = argument('<key>', { zh: `${title.zh}编号`, en: `the ${title.one}’s code` });
  const one = (db: Db, key: string, day?: string): SimpleRow =>
    simpleRows(db, record, day).find(row => String(row[record.key[0] as string]) === key) ?? notFound(title, key);

  const list = command({
    name: 'list',
    zh: '列表',
    summary: { zh: `列出${title.zh}`, en: `list ${title.en}` },
    example: `${noun} list`,
    access: 'read',
    personal,
    params: {
      ...(record.eventDay ? periodParams : {}),
      ...(hasUnit ? { unit: unitParam } : {}),
      ...Object.fromEntries(filters.map(([name, { param }]) => [name, param])),
      ...(spanned ? { on: asOfParam, all: flag('--all', { zh: '含已停用的', en: 'closed ones too' }) } : {}),
      ...(record.eventDay ? { all: flag('--all', { zh: '含已撤销的', en: 'withdrawn ones too' }) } : {}),
    } as Params,
    run: ({ db, today }, input) => {
      const period = record.eventDay && periodOf(input as PeriodOptions, today);
      const day = period ? period.to : ((input.on as string | undefined) ?? today);
      const units = words.units?.(db, day, input.unit as string | undefined);
      const codeOf = unitOf(db);
      const namesIn = namesOf(db);
      const tests = filters.flatMap(([name, { passes }]) =>
        input[name] === undefined || input[name] === false ? [] : [passes(db, input[name] as string)],
      );
      const found = simpleRows(db, record, day)
        .filter(row => !period || liesIn(period, row[record.eventDay as string]))
        .filter(row => tests.every(passes => passes(row)))
        .filter(row => input.all === true || !row[WITHDRAWN])
        .filter(row => !spanned || input.all === true || covers(row as unknown as Span, day))
        .map(row => ({ row, unit: hasUnit ? codeOf(row) : '' }))
        .filter(({ unit }) => !hasUnit || !units || units.has(unit));
      const rows = found.map(({ row, unit }) => ({ ...shown(row, units?.nameOf(unit)), ...namesIn(row) }));
      const remarks = words.notes?.(found.map(({ row }) => row)) ?? [];
      const notes = [{ zh: `共 ${rows.length} 条`, en: `${rows.length} in all` }, ...remarks];
      const shownColumns = record.eventDay && input.all === true ? [...columns, WITHDRAWN_COLUMN] : columns;
      return { view: { shape: 'table', columns: shownColumns, rows, notes }, counts: { shown: rows.length } };
    },
  });
  const show = command({
    name: 'show',
    zh: '查看',
    summary: { zh: `查看一条${title.zh}`, en: `show a ${title.one}` },
    example: `${noun} show ${words.sample}`,
    access: 'read',
    personal: personal || words.showsPersons === true,
    params: { key: keyArgument, ...(record.dated ? { on: asOfParam } : {}) } as Params,
    run: async ({ db, today, reveal }, input) => {
      const day = (input.on as string | undefined) ?? today;
      const key = String(input.key);
      const row = one(db, key, day);
      const units = words.units?.(db, day, undefined);
      return {
        view: {
          shape: 'card',
          title: { zh: `${title.zh} ${key}`, en: `${capital(title.one)} ${key}` },
          columns: row[WITHDRAWN] ? [...columns, WITHDRAWN_COLUMN] : columns,
          row: { ...shown(row, units?.nameOf(unitOf(db)(row))), ...namesOf(db)(row) },
          tables: [...showTables(words.more, db, row, day), await historyTable(db, noun, row.id, historyWords, reveal)],
        },
        records: [key],
      };
    },
  });
  const close = command({
    name: 'close',
    zh: '停用',
    summary: { zh: `从某日起停用一条${title.zh}`, en: `close a ${title.one} from a day on` },
    example: `${noun} close ${words.sample} --on 2024-01-01 --reason 调整`,
    access: 'write',
    params: { key: keyArgument, on: onParam, reason: reasonParam },
    run: ({ db, stamp, today }, input) => {
      const on = input.on ?? today;
      const row = one(db, input.key);
      const wrong = endingProblem(input.key, row as unknown as Span, on);
      if (wrong) refuse(wrong);
      const open = words.openWork?.(db, row.id, on);
      if (open) refuse(open, open.hint);
      endSimple(db, record, row.id, on, stamp(on, input.reason));
      return {
        view: lines(
          { [noun]: input.key, to_on: on },
          { zh: `${input.key} 自 ${on} 起停用`, en: `${input.key} is closed from ${on} on` },
        ),
        records: [input.key],
      };
    },
  });
  const add = addCommand(register, `${noun} add ${words.add}`);
  return [
    list,
    show,
    spanned ? add : withoutDay(add),
    ...(words.change === undefined ? [] : [changeCommand(register, `${noun} change ${words.sample} ${words.change}`)]),
    ...(spanned ? [close] : []),
    ...(record.eventDay ? [withdrawCommand(record, words.sample, one, words.entries)] : []),
    historyCommand(
      noun,
      title,
      '<key>',
      `${noun} history ${words.sample}`,
      async ({ db }, key) => one(db, key).id,
      () => historyWords,
    ),
    importCommand(register, `${noun} import demo/${words.file}`),
    templateCommand(noun, title, sheet),
  ];
}

const UNIT: Column = { key: 'unit', title: { zh: '机构', en: 'Unit' }, kind: 'text' };
const WITHDRAWN_COLUMN = column(WITHDRAWN, '撤销日期', 'Withdrawn', 'day');
const WITHDRAWN_FIELD = { key: WITHDRAWN, title: WITHDRAWN_COLUMN.title };

function liesIn(period: Period, day: unknown): boolean {
  return period.from <= String(day) && String(day) <= period.to;
}

function kindOf(key: string): ColumnKind {
  return key.endsWith('_on') ? 'day' : 'text';
}

function columnTitle({ title }: Field<unknown>): Text {
  return { zh: title.zh, en: capital(title.en).replace(' (exclusive)', '') };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What has no span does not take effect on a day. */
function withoutDay(add: Command): Command {
  return { ...add, params: Object.fromEntries(Object.entries(add.params).filter(([name]) => name !== 'on')) };
}

function shownValue(words: SimpleWords, key: string, value: unknown): Cell {
  const how = words.shown?.[key] as ((value: unknown) => Cell) | undefined;
  return how && value !== null && value !== '' ? how(value) : (value as Cell);
}
