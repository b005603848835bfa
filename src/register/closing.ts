import { type Command, command } from '../cli/command.ts';
import type { Param } from '../cli/param.ts';
import { onParam, reasonParam } from '../cli/places.ts';
import type { Text } from '../kernel/text.ts';
import { lines } from '../kernel/view.ts';
import type { Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';

/** What was ended: the key of the record, the sentence about it, and what ended with it. */
interface Ended extends Text {
  readonly key: string;
  readonly counts?: Readonly<Record<string, number>>;
}

interface Closing extends Pick<Command, 'summary' | 'example'> {
  readonly noun: string;
  readonly key: Param<string, true>;
  /** Ends the record on the stamp's day, or refuses. */
  end(db: Db, key: string, stamp: Stamp): Ended;
}

/** `<noun> close KEY`: ends a record from a day on. */
export function closing({ noun, summary, example, key, end }: Closing): Command {
  return command({
    name: 'close',
    zh: '停用',
    summary,
    example: `${example} --yes`,
    access: 'write',
    confirm: 'always',
    params: { key, on: onParam, reason: reasonParam },
    run: ({ db, stamp, today }, { on = today, reason, ...input }) => {
      const { key, counts, zh, en } = end(db, input.key, stamp(on, reason));
      const view = lines({ [noun]: key, to_on: on, ...counts }, { zh, en });
      return { view, records: [key], ...(counts ? { counts } : {}) };
    },
  });
}
