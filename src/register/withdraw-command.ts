import { type Command, command } from '../cli/command.ts';
import { argument, flag, option, required } from '../cli/param.ts';
import { asReason } from '../cli/values.ts';
import type { Day } from '../kernel/day.ts';
import { refuse } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { lines } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { SimpleRecord } from './simple-record.ts';
import { type SimpleRow, WITHDRAWN, withdrawSimple } from './simple-store.ts';
import { CODE_KEPT, withdrawnSince } from './withdrawn.ts';

/** What was entered under a record: it goes with it, but only where that is said. */
export interface Entries {
  /** What the option takes along. */
  readonly option: Text;
  /** How much there is, in words; undefined where there is nothing. */
  count(db: Db, id: number): Text | undefined;
}

/** `<noun> withdraw KEY`: takes back what happened on one day and was entered by mistake; it stays in the history only. */
export function withdrawCommand<R extends object>(
  record: SimpleRecord<R>,
  sample: string,
  one: (db: Db, key: string) => SimpleRow,
  entries: Entries | undefined,
): Command {
  const { noun, title } = record;
  return command({
    name: 'withdraw',
    zh: '撤销',
    summary: {
      zh: `撤销一条登记错的${title.zh}：留在历史里，不再计入任何统计`,
      en: `take back a ${title.one} that was entered by mistake: it stays in the history and counts nowhere`,
    },
    example: `${noun} withdraw ${sample} --reason 日期登记错误`,
    access: 'write',
    params: {
      key: argument('<key>', { zh: `${title.zh}编号`, en: `the ${title.one}’s code` }),
      reason: required(option('--reason <text>', { zh: '撤销的原因', en: 'why it is withdrawn' }, asReason)),
      ...(entries ? { withEntries: flag('--with-entries', entries.option) } : {}),
    },
    run: ({ db, stamp, today }, { key, reason, ...input }) => {
      const row = one(db, key);
      const before = row[WITHDRAWN] as Day | null;
      if (before !== null)
        refuse({ zh: `${key} ${withdrawnSince(before).zh}`, en: `${key} ${withdrawnSince(before).en}` }, CODE_KEPT);
      const kept = entries?.count(db, row.id);
      if (kept && !('withEntries' in input && input.withEntries))
        refuse(
          { zh: `${key} 下已登记 ${kept.zh}`, en: `${key} has ${kept.en} entered under it` },
          { zh: '要一并撤销请加 --with-entries', en: 'Add --with-entries to withdraw them with it' },
        );
      withdrawSimple(db, record, row.id, today, stamp(today, reason));
      return {
        view: lines(
          { [noun]: key, withdrawn_on: today },
          {
            zh: `${title.zh} ${key} 已撤销${kept ? `，连同 ${kept.zh}` : ''}：不再计入，历史里仍可查到`,
            en: `Withdrew ${noun} ${key}${kept ? ` with ${kept.en}` : ''}: it counts no longer and stays in the history`,
          },
          CODE_KEPT,
        ),
        records: [key],
      };
    },
  });
}
