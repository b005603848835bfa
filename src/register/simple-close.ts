import { type Command, command } from '../cli/command.ts';
import { onParam, reasonParam } from '../cli/places.ts';
import { endingProblem, OPEN_END, type Span } from '../kernel/day.ts';
import { refuseIf } from '../kernel/failure.ts';
import { lines } from '../kernel/view.ts';
import { keyArgument } from './simple-show.ts';
import { updateSimple } from './simple-store.ts';
import type { SimpleView } from './simple-view.ts';

/** `<noun> close CODE`: ends a record's span from a day on. */
export function closeCommand<R extends object>(view: SimpleView<R>): Command {
  const { record, words } = view;
  const { noun, title } = record;
  return command({
    name: 'close',
    zh: '停用',
    summary: { zh: `从某日起停用${title.zh}`, en: `close a ${title.one} from a day on` },
    example: `${noun} close ${words.sample} --on 2024-01-01 --reason 调整`,
    access: 'write',
    params: { key: keyArgument(record), on: onParam, reason: reasonParam },
    run: ({ db, stamp, today }, input) => {
      const on = input.on ?? today;
      const row = view.find(db, input.key);
      const key = String(row[view.key]);
      refuseIf(endingProblem(key, row as unknown as Span, on) ?? words.openWork?.(db, row, on));
      const change = { field: 'to_on', old: OPEN_END, new: on };
      updateSimple(db, record, row.id, [change], { to_on: on }, stamp(on, input.reason));
      return {
        view: lines({ [noun]: key, to_on: on }, { zh: `${key} 自 ${on} 起停用`, en: `${key} is closed from ${on} on` }),
        records: [key],
      };
    },
  });
}
