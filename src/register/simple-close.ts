import type { Command } from '../cli/command.ts';
import { endingProblem, OPEN_END, type Span } from '../kernel/day.ts';
import { refuseIf } from '../kernel/failure.ts';
import { closing } from './closing.ts';
import { keyArgument } from './simple-show.ts';
import { updateSimple } from './simple-store.ts';
import type { SimpleView } from './simple-view.ts';

/** `<noun> close CODE`: ends a record's span from a day on. */
export function closeCommand<R extends object>(view: SimpleView<R>): Command {
  const { record, words } = view;
  const { noun, title } = record;
  return closing({
    noun,
    summary: { zh: `从某日起停用${title.zh}`, en: `close a ${title.one} from a day on` },
    example: `${noun} close ${words.sample} --on 2024-01-01 --reason 调整`,
    key: keyArgument(record),
    end: (db, text, stamp) => {
      const { on } = stamp;
      const row = view.find(db, text);
      const key = String(row[view.key]);
      refuseIf(endingProblem(key, row as unknown as Span, on) ?? words.openWork?.(db, row, on));
      updateSimple(db, record, row.id, [{ field: 'to_on', old: OPEN_END, new: on }], { to_on: on }, stamp);
      return { key, zh: `${key} 自 ${on} 起停用`, en: `${key} is closed from ${on} on` };
    },
  });
}
