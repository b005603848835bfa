import { type Command, command } from '../cli/command.ts';
import { argument, flag, type Params } from '../cli/param.ts';
import { asOfParam, onParam, reasonParam, unitParam } from '../cli/places.ts';
import type { Field } from '../intake/field.ts';
import { covers, endingProblem, type Span } from '../kernel/day.ts';
import { notFound, refuse } from '../kernel/failure.ts';
import { maskId, maskName, maskPhone } from '../kernel/mask.ts';
import type { Text } from '../kernel/text.ts';
import { type Cell, type Column, type ColumnKind, lines, type Row, type Table } from '../kernel/view.ts';
import type { Sqlite } from '../ledger/sqlite.ts';
import { historyCommand, historyTable, wordsOf } from './history-command.ts';
import { importCommand, templateCommand } from './import-command.ts';
import { type PlainRecord, plainRegister } from './plain-record.ts';
import { endPlain, type PlainRow, plainRows } from './plain-store.ts';
import { addCommand, changeCommand } from './single-commands.ts';

/** What the commands of a plain record say and show beside its columns. */
export interface PlainWords {
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
    handle: Sqlite,
    day: string,
    within: string | undefined,
  ) => { nameOf(code: string): string | undefined; has(code: string): boolean };
  /** What keeps a record from being closed. */
  openWork?(handle: Sqlite, id: number, on: string): Text | undefined;
  /** More tables of `show`. */
  more?: MoreTables;
}

type MoreTables = (handle: Sqlite, row: PlainRow, today: string) => Table[];
const showTables = (more: MoreTables | undefined, handle: Sqlite, row: PlainRow, today: string) =>
  more?.(handle, row, today) ?? [];

/** list, show, add, change, close, history, import and template of a plain record. */
export function plainCommands<R extends object>(record: PlainRecord<R>, words: PlainWords): Command[] {
  const { noun, title, sheet } = record;
  const register = plainRegister(record);
  const spanned = 'from_on' in sheet;
  const fields = Object.values(sheet) as Field<unknown>[];
  const hasUnit = 'unit_code' in sheet && words.units !== undefined;
  const columns: Column[] = fields.flatMap((field): Column[] => {
    const own = { key: field.key, title: columnTitle(field), kind: words.kinds?.[field.key] ?? kindOf(field.key) };
    return field.key === 'unit_code' && hasUnit
      ? [own, { key: 'unit', title: { zh: '机构', en: 'Unit' }, kind: 'text' }]
      : [own];
  });
  const masks = Object.fromEntries(
    columns.flatMap(({ key, kind }) => (kind in MASKS ? [[key, MASKS[kind as keyof typeof MASKS]]] : [])),
  );
  const shown = (row: PlainRow, nameOf: (code: string) => string | undefined): Row => ({
    ...Object.fromEntries(Object.entries(row).map(([key, value]) => [key, shownValue(words, key, value)])),
    ...(hasUnit ? { unit: nameOf(String(row.unit_code)) } : {}),
  });
  const personal = (record.personal ?? []).length > 0;
  const keyArgument = argument('<key>', { zh: `${title.zh}编号`, en: `the ${title.one}’s code` });
  const one = (handle: Sqlite, key: string): PlainRow =>
    plainRows(handle, record).find(row => String(row[record.key[0] as string]) === key) ?? notFound(title, key);

  const list = command({
    name: 'list',
    zh: '列表',
    summary: { zh: `列出${title.zh}`, en: `list ${title.en}` },
    example: `${noun} list`,
    access: 'read',
    plain: true,
    personal,
    params: {
      ...(hasUnit ? { unit: unitParam } : {}),
      ...(spanned ? { on: asOfParam, all: flag('--all', { zh: '含已停用的', en: 'closed ones too' }) } : {}),
    } as Params,
    run: ({ handle, today }, input) => {
      const day = (input.on as string | undefined) ?? today;
      const units = words.units?.(handle, day, input.unit as string | undefined);
      const rows = plainRows(handle, record)
        .filter(row => !spanned || input.all === true || covers(row as unknown as Span, day))
        .filter(row => !hasUnit || !units || units.has(String(row.unit_code)))
        .map(row => shown(row, code => units?.nameOf(code)));
      const notes = [{ zh: `共 ${rows.length} 条`, en: `${rows.length} in all` }];
      return { view: { shape: 'table', columns, rows, notes }, counts: { shown: rows.length } };
    },
  });
  const show = command({
    name: 'show',
    zh: '查看',
    summary: { zh: `查看一条${title.zh}`, en: `show a ${title.one}` },
    example: `${noun} show ${words.sample}`,
    access: 'read',
    personal,
    params: { key: keyArgument },
    run: async ({ db, handle, today, reveal }, input) => {
      const row = one(handle, input.key);
      const units = words.units?.(handle, today, undefined);
      return {
        view: {
          shape: 'card',
          title: { zh: `${title.zh} ${input.key}`, en: `${title.one} ${input.key}` },
          columns,
          row: shown(row, code => units?.nameOf(code)),
          tables: [
            ...showTables(words.more, handle, row, today),
            await historyTable(db, noun, row.id, wordsOf(sheet, { masks }), reveal),
          ],
        },
        records: [input.key],
      };
    },
  });
  const close = command({
    name: 'close',
    zh: '停用',
    summary: { zh: `从某日起停用一条${title.zh}`, en: `close a ${title.one} from a day on` },
    example: `${noun} close ${words.sample} --on 2024-01-01 --reason 调整`,
    access: 'write',
    plain: true,
    params: { key: keyArgument, on: onParam, reason: reasonParam },
    run: ({ handle, act, today }, input) => {
      const on = input.on ?? today;
      const row = one(handle, input.key);
      const wrong = endingProblem(input.key, row as unknown as Span, on) ?? words.openWork?.(handle, row.id, on);
      if (wrong) refuse(wrong);
      endPlain(handle, record, row.id, on, act(on, input.reason));
      return {
        view: lines(
          { [noun]: input.key, to_on: on },
          { zh: `${input.key} 自 ${on} 起停用`, en: `${input.key} is closed from ${on} on` },
        ),
        records: [input.key],
      };
    },
  });
  return [
    list,
    show,
    addCommand(register, `${noun} add ${words.add}`),
    ...(words.change === undefined ? [] : [changeCommand(register, `${noun} change ${words.sample} ${words.change}`)]),
    ...(spanned ? [close] : []),
    historyCommand(
      noun,
      title,
      '<key>',
      `${noun} history ${words.sample}`,
      async ({ handle }, key) => one(handle, key).id,
      () => wordsOf(sheet, { masks }),
    ),
    importCommand(register, `${noun} import demo/${words.file}`),
    templateCommand(noun, title, sheet),
  ];
}

const MASKS = { name: maskName, phone: maskPhone, id: maskId } as const;

function kindOf(key: string): ColumnKind {
  return key.endsWith('_on') ? 'day' : 'text';
}

function columnTitle({ title }: Field<unknown>): Text {
  return { zh: title.zh, en: title.en.charAt(0).toUpperCase() + title.en.slice(1) };
}

function shownValue(words: PlainWords, key: string, value: unknown): Cell {
  const how = words.shown?.[key] as ((value: unknown) => Cell) | undefined;
  return how && value !== null && value !== '' ? how(value) : (value as Cell);
}
