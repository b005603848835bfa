import { type Command, command } from '../cli/command.ts';
import { argument, type Param, type Params } from '../cli/param.ts';
import { asOfParam } from '../cli/places.ts';
import type { Field } from '../intake/field.ts';
import { historyTable } from './history-command.ts';
import { keyColumn, personalColumns, type SimpleRecord } from './simple-record.ts';
import { WITHDRAWN } from './simple-store.ts';
import { capital, type SimpleView, WITHDRAWN_COLUMN } from './simple-view.ts';

/** The argument that names a record: its key or, where there is one, its alias. */
export function keyArgument<R extends object>(record: SimpleRecord<R>): Param<string, true> {
  const fields = record.sheet as Readonly<Record<string, Field<unknown>>>;
  const titles = [keyColumn(record), record.alias].flatMap(column => (column && fields[column]?.title) || []);
  return argument('<code>', {
    zh: titles.map(title => title.zh).join('或'),
    en: `the ${titles.map(title => title.en).join(' or ')}`,
  });
}

/** `<noun> show CODE`: one record with what belongs to it, and its history. */
export function showCommand<R extends object>(view: SimpleView<R>): Command {
  const { record, words } = view;
  const { noun, title } = record;
  return command({
    name: 'show',
    zh: '查看',
    summary: { zh: `查看${title.zh}`, en: `show a ${title.one}` },
    example: `${noun} show ${words.sample}`,
    access: 'read',
    personal: personalColumns(record).length > 0,
    params: { key: keyArgument(record), ...(record.dated ? { on: asOfParam } : {}) } as Params,
    run: ({ db, today, reveal }, input) => {
      const day = (input.on as string | undefined) ?? today;
      const row = view.find(db, String(input.key), day);
      const key = String(row[view.key]);
      const unit = words.units?.(db, day, undefined).nameOf(view.unitCodes(db)(row));
      const { columns: figureColumns = [], of: figuresOf } = words.figures ?? {};
      return {
        view: {
          shape: 'card',
          title: { zh: `${title.zh} ${key}`, en: `${capital(title.one)} ${key}` },
          columns: [...view.columns, ...(row[WITHDRAWN] ? [WITHDRAWN_COLUMN] : []), ...figureColumns],
          row: { ...view.rows(db)(row, unit), ...figuresOf?.(db, row) },
          tables: [...(words.more?.(db, row, day) ?? []), historyTable(db, noun, row.id, view.history, reveal)],
        },
        records: [key],
      };
    },
  });
}
