import { type Command, command } from '../cli/command.ts';
import { flag, option, required } from '../cli/param.ts';
import { asReason } from '../cli/values.ts';
import type { Day } from '../kernel/day.ts';
import { refuseIf } from '../kernel/failure.ts';
import { lines } from '../kernel/view.ts';
import { keyArgument } from './simple-show.ts';
import { updateSimple, WITHDRAWN } from './simple-store.ts';
import type { SimpleView } from './simple-view.ts';
import { CODE_KEPT, withdrawalProblem } from './withdrawn.ts';

/** `<noun> withdraw CODE`: for what happened on one day and was entered by mistake; it stays in the history only. */
export function withdrawCommand<R extends object>(view: SimpleView<R>): Command {
  const {
    record,
    words: { sample, entries },
  } = view;
  const { noun, title } = record;
  return command({
    name: 'withdraw',
    zh: '撤销',
    summary: {
      zh: `撤销登记有误的${title.zh}：历史中保留，不再计入任何统计`,
      en: `withdraw a ${title.one} that was entered by mistake: the history keeps it, no figure counts it`,
    },
    example: `${noun} withdraw ${sample} --reason 日期登记错误`,
    access: 'write',
    params: {
      key: keyArgument(record),
      reason: required(option('--reason <text>', { zh: '撤销的原因', en: 'why it is withdrawn' }, asReason)),
      ...(entries ? { withEntries: flag('--with-entries', entries.option) } : {}),
    },
    run: ({ db, stamp, today }, { key, reason, ...input }) => {
      const row = view.find(db, key);
      const under = entries?.count(db, row.id);
      const includes = 'withEntries' in input && input.withEntries === true;
      refuseIf(withdrawalProblem(key, row[WITHDRAWN] as Day | null, includes ? undefined : under));
      const change = { field: WITHDRAWN, old: null, new: today };
      updateSimple(db, record, row.id, [change], { [WITHDRAWN]: today }, stamp(today, reason));
      return {
        view: lines(
          { [noun]: key, withdrawn_on: today },
          {
            zh: `${title.zh} ${key} 已撤销${under ? `，连同 ${under.zh}` : ''}：不再计入统计，历史里仍可查到`,
            en: `Withdrew ${noun} ${key}${under ? ` with ${under.en}` : ''}: it no longer counts and stays in the history`,
          },
          CODE_KEPT,
        ),
        records: [key],
      };
    },
  });
}
