import { type Command, command } from '../cli/command.ts';
import { flag, type Params } from '../cli/param.ts';
import { asOfParam, periodParams } from '../cli/places.ts';
import { covers, type Day, type Span } from '../kernel/day.ts';
import { type PeriodOptions, periodOf } from '../kernel/period.ts';
import { withArticle } from '../kernel/text.ts';
import type { Db } from '../ledger/sqlite.ts';
import { historyTable } from './history-command.ts';
import { hasSpan, type SimpleRecord } from './simple-record.ts';
import { type SimpleRow, simpleRows, WITHDRAWN } from './simple-store.ts';
import { capital, type SimpleView, WITHDRAWN_COLUMN } from './simple-view.ts';
import type { SimpleWords } from './simple-words.ts';

type ListInput = PeriodOptions & {
  readonly on?: Day;
  readonly all?: boolean;
  readonly [filter: string]: unknown;
};

/** `<noun> list`: those that exist on a day, or happened in a period. */
export function listCommand(view: SimpleView): Command {
  const { record, words } = view;
  const { noun, title, eventDay } = record;
  return command({
    name: 'list',
    zh: '列表',
    summary: { zh: `列出${title.zh}`, en: `list ${title.en}` },
    example: `${noun} list`,
    access: 'read',
    personal: true,
    params: listParams(view),
    run: ({ db, today }, given) => {
      const input = given as ListInput;
      const day = eventDay ? periodOf(input, today).to : (input.on ?? today);
      const rows = simpleRows(db, record, day)
        .filter(isWanted(record, input, today))
        .filter(passesFilters(words, db, input, day));
      const notes = [{ zh: `共 ${rows.length} 条`, en: `${rows.length} in all` }, ...(words.notes?.(rows) ?? [])];
      const listed = view.columns.filter(({ key }) => !words.longTexts?.includes(key));
      const columns = eventDay && input.all ? [...listed, WITHDRAWN_COLUMN] : listed;
      return {
        view: { shape: 'table', columns, rows: rows.map(view.cellsOn(db, day)), notes },
        counts: { shown: rows.length },
      };
    },
  });
}

/** `<noun> show CODE`: one record with what belongs to it, and its history. */
export function showCommand({ record, words, ...view }: SimpleView): Command {
  const { noun, title } = record;
  const { figures, more } = words;
  return command({
    name: 'show',
    zh: '查看',
    summary: { zh: `查看${title.zh}`, en: `show ${withArticle(title.one)}` },
    example: `${noun} show ${words.sample}`,
    access: 'read',
    personal: true,
    params: { key: view.keyArgument, ...(record.dated ? { on: asOfParam } : {}) } as Params,
    run: ({ db, today, reveal }, input) => {
      const day = (input.on as string | undefined) ?? today;
      const row = view.find(db, String(input.key), day);
      const key = view.keyOf(row);
      return {
        view: {
          shape: 'card',
          title: { zh: `${title.zh} ${key}`, en: `${capital(title.one)} ${key}` },
          columns: [...view.columns, ...(row[WITHDRAWN] ? [WITHDRAWN_COLUMN] : []), ...(figures?.columns ?? [])],
          row: { ...view.cellsOn(db, day)(row), ...figures?.of(db, row) },
          tables: [...(more?.(db, row, day) ?? []), historyTable(db, noun, row.id, view.history, reveal)],
        },
        records: [key],
      };
    },
  });
}

function listParams({ record, words: { filters = {} } }: SimpleView): Params {
  return {
    ...(record.eventDay ? periodParams : {}),
    ...Object.fromEntries(Object.entries(filters).map(([name, { param }]) => [name, param])),
    ...(hasSpan(record) ? { on: asOfParam, all: flag('--all', { zh: '含已停用的', en: 'closed ones too' }) } : {}),
    ...(record.eventDay ? { all: flag('--all', { zh: '含已撤销的', en: 'withdrawn ones too' }) } : {}),
  } as Params;
}

/** Whether a record is in the list's time; closed and withdrawn ones are so only with `--all`. */
function isWanted(record: SimpleRecord, input: ListInput, today: Day): (row: SimpleRow) => boolean {
  const { eventDay } = record;
  if (eventDay) {
    const { from, to } = periodOf(input, today);
    return row => {
      const on = String(row[eventDay]);
      return from <= on && on <= to && (input.all === true || !row[WITHDRAWN]);
    };
  }
  const day = input.on ?? today;
  return row => !hasSpan(record) || input.all === true || covers(row as unknown as Span, day);
}

function passesFilters({ filters = {} }: SimpleWords, db: Db, input: ListInput, day: Day) {
  const tests = Object.entries(filters).flatMap(([name, { passes }]) => {
    const wanted = input[name] as string | false | undefined;
    if (wanted === undefined || wanted === false) return [];
    return [passes?.(db, wanted, day) ?? ((row: SimpleRow) => row[name] === wanted)];
  });
  return (row: SimpleRow) => tests.every(passes => passes(row));
}
