import { type Command, type Context, command } from '../cli/command.ts';
import type { Param } from '../cli/param.ts';
import { SHOW } from '../cli/verbs.ts';
import type { Card } from '../kernel/view.ts';
import { type HistoryWords, historyTable } from './history-command.ts';

/** The page of a record without its history, which follows from its id and the words of its columns. */
interface Page extends Omit<Card, 'shape'> {
  readonly id: number;
  readonly words: HistoryWords;
}

interface Showing<K> extends Pick<Command, 'summary' | 'example'> {
  readonly noun: string;
  readonly key: Param<K, true>;
  page(context: Context, key: K): Page;
}

/** `<noun> show KEY`: one record with what belongs to it, and its history. */
export function showing<K extends string | number>({ noun, summary, example, key, page }: Showing<K>): Command {
  return command({
    ...SHOW,
    summary,
    example,
    personal: true,
    params: { key },
    run: (context, input) => {
      const { id, words, tables = [], ...card } = page(context, input.key);
      const history = historyTable(context.db, noun, id, words, context.reveal);
      return { view: { shape: 'card', ...card, tables: [...tables, history] }, records: [String(input.key)] };
    },
  });
}
