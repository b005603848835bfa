import { type Command, command } from '../cli/command.ts';
import { flag, option, required } from '../cli/param.ts';
import { asReason } from '../cli/values.ts';
import { type Day, endingProblem, OPEN_END, type Span } from '../kernel/day.ts';
import { type Refusal, refuseIf } from '../kernel/failure.ts';
import { type Text, withArticle } from '../kernel/text.ts';
import { lines } from '../kernel/view.ts';
import { changeRow } from '../ledger/events.ts';
import { closing } from './closing.ts';
import { WITHDRAWN } from './simple-store.ts';
import type { SimpleView } from './simple-view.ts';

/** `<noun> close CODE`: ends a record's span from a day on. */
export function closeCommand({ record, words, ...view }: SimpleView): Command {
  const { noun, title } = record;
  return closing({
    noun,
    summary: { zh: `从某日起停用${title.zh}`, en: `close ${withArticle(title.one)} from a day on` },
    example: `${noun} close ${words.sample} --on 2024-01-01 --reason 调整`,
    key: view.keyArgument,
    end: (db, given, stamp) => {
      const { on } = stamp;
      const row = view.find(db, given);
      const key = view.keyOf(row);
      refuseIf(endingProblem(key, row as unknown as Span, on) ?? words.openWork?.(db, row, on));
      changeRow(db, record, row.id, [{ field: 'to_on', old: OPEN_END, new: on }], stamp);
      return { key, zh: `${key} 自 ${on} 起停用`, en: `${key} is closed from ${on} on` };
    },
  });
}

/** `<noun> withdraw CODE`: for what happened on one day and was entered by mistake; it stays in the history only. */
export function withdrawCommand({ record, words, ...view }: SimpleView): Command {
  const { noun, title } = record;
  const { sample, entries } = words;
  return command({
    name: 'withdraw',
    zh: '撤销',
    summary: {
      zh: `撤销登记有误的${title.zh}：历史中保留，不再计入任何统计`,
      en: `withdraw ${withArticle(title.one)} that was entered by mistake: the history keeps it, no figure counts it`,
    },
    example: `${noun} withdraw ${sample} --reason 日期登记错误`,
    access: 'write',
    confirm: 'at-terminal',
    params: {
      key: view.keyArgument,
      reason: required(option('--reason <text>', { zh: '撤销的原因', en: 'why it is withdrawn' }, asReason)),
      ...(entries ? { withEntries: flag('--with-entries', entries.option) } : {}),
    },
    run: ({ db, stamp, today }, { key, reason, ...input }) => {
      const row = view.find(db, key);
      const under = entries?.count(db, row.id);
      const includes = 'withEntries' in input && input.withEntries === true;
      refuseIf(withdrawalProblem(key, row[WITHDRAWN] as Day | null, includes ? undefined : under));
      const change = { field: WITHDRAWN, old: null, new: today };
      changeRow(db, record, row.id, [change], stamp(today, reason));
      const done = {
        zh: `${title.zh} ${key} 已撤销${under ? `，连同 ${under.zh}` : ''}：不再计入统计，历史里仍可查到`,
        en: `Withdrew ${noun} ${key}${under ? ` with ${under.en}` : ''}: it no longer counts and stays in the history`,
      };
      return { view: lines({ [noun]: key, withdrawn_on: today }, done, CODE_KEPT), records: [key] };
    },
  });
}

/** What a withdrawn record is refused with: nothing changes in it any more. */
export function withdrawnSince(on: Day): Text {
  return { zh: `已于 ${on} 撤销`, en: `was withdrawn on ${on}` };
}

/** Nothing is entered under a withdrawn record, and nothing in it changes. */
export function withdrawnProblem(code: string, on: Day | null): Text | undefined {
  if (on === null) return undefined;
  const { zh, en } = withdrawnSince(on);
  return { zh: `${code} ${zh}`, en: `${code} ${en}` };
}

/** Its code stays with it, so that its history can be read and a file that is imported again does not bring it back. */
export const CODE_KEPT: Text = {
  zh: '编号不再使用：改正后的请用另一个编号登记',
  en: 'Its code is not reused: register the corrected record under another code',
};

/** A record is withdrawn once, and the entries under it only on request. */
function withdrawalProblem(code: string, withdrawnOn: Day | null, under: Text | undefined): Refusal | undefined {
  const already = withdrawnProblem(code, withdrawnOn);
  if (already) return { ...already, hint: CODE_KEPT };
  return (
    under && {
      zh: `${code} 下已登记 ${under.zh}`,
      en: `${code} has ${under.en} entered under it`,
      hint: { zh: '要一并撤销请加 --with-entries', en: 'Add --with-entries to withdraw them with it' },
    }
  );
}
