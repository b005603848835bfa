import { type Command, command } from '../cli/command.ts';
import type { Params } from '../cli/param.ts';
import { asOfParam } from '../cli/places.ts';
import { historyTable } from './history-command.ts';
import { WITHDRAWN } from './simple-store.ts';
import { capital, type SimpleView, WITHDRAWN_COLUMN } from './simple-view.ts';

/** `<noun> show CODE`: one record with what belongs to it, and its history. */
export function showCommand({ record, words, ...view }: SimpleView): Command {
  const { noun, title } = record;
  const { figures, more } = words;
  return command({
    name: 'show',
    zh: '查看',
    summary: { zh: `查看${title.zh}`, en: `show a ${title.one}` },
    example: `${noun} show ${words.sample}`,
    access: 'read',
    personal: view.isPersonal,
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
          row: { ...view.shownOn(db, day).cells(row), ...figures?.of(db, row) },
          tables: [...(more?.(db, row, day) ?? []), historyTable(db, noun, row.id, view.history, reveal)],
        },
        records: [key],
      };
    },
  });
}
