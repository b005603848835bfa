import { command } from '../../cli/command.ts';
import { option } from '../../cli/param.ts';
import { periodParams } from '../../cli/places.ts';
import { asCount } from '../../cli/values.ts';
import { LIST } from '../../cli/verbs.ts';
import { addDays } from '../../kernel/day.ts';
import { REFUSAL_REASONS, type RefusalReason } from '../../kernel/duty.ts';
import { lookedFor } from '../../kernel/hiding.ts';
import { namesPeriod, periodOf } from '../../kernel/period.ts';
import type { Text } from '../../kernel/text.ts';
import { column } from '../../kernel/view.ts';
import { startIn } from '../../kernel/zone.ts';
import { each, selectFrom } from '../../ledger/query.ts';

/** What the journal counts, in Chinese. */
const COUNTS: Readonly<Record<string, string>> = {
  read: '读入',
  added: '新增',
  add: '新增',
  changed: '修改',
  change: '修改',
  already: '已有',
  rejected: '退回',
  removed: '删除',
  shown: '显示',
  found: '找到',
  pairs: '结对',
  households: '户',
  assignments_ended: '结束包户',
  assignments_restored: '恢复包户',
  moves: '办理步骤',
  corrections: '修改记录',
  units: '机构',
  files: '文件',
  printed: '打印',
  invited: '邀请',
  answered: '答复',
  outside: '范围以外',
  stepped_back: '撤销办理',
  from: '原版本',
  to: '新版本',
  refused: '拒绝',
  sensitive: '含敏感',
  case: '案卷',
  visit: '日记',
  need: '需求',
  household: '户',
  staff: '人员',
};

/** What no command does. */
const UPGRADE: Text = { zh: '升级', en: 'upgrade' };

function countsText(counts: Readonly<Record<string, number>>): Text {
  const entries = Object.entries(counts);
  return {
    zh: entries.map(([key, count]) => `${COUNTS[key] ?? key} ${count}`).join('、'),
    en: entries.map(([key, count]) => `${key} ${count}`).join(', '),
  };
}

/** The journal keeps a word for why somebody was refused; other reasons are what people wrote. */
function reasonText({
  command,
  counts,
  reason,
}: {
  readonly command: string;
  readonly counts: string;
  readonly reason: string | null;
}): Text | string | null {
  // Earlier versions wrote down the words of a search as they were typed.
  if (command === 'find' && reason !== null && !('refused' in (JSON.parse(counts) as object)))
    return lookedFor(reason.split(' '));
  const isRefusal = reason !== null && reason in REFUSAL_REASONS && 'refused' in (JSON.parse(counts) as object);
  return isRefusal ? REFUSAL_REASONS[reason as RefusalReason] : reason;
}

export const log = command({
  ...LIST,
  isDefault: true,
  summary: {
    zh: '查看日志：时间、操作员、操作（「列表」可以省略）',
    en: 'show the journal: who did what, and when (list may be left out)',
  },
  example: 'log list --last 20',
  params: {
    ...periodParams,
    operator: option('--operator <name>', { zh: '只看一名操作员', en: 'only this operator' }),
    last: option('--last <rows>', { zh: '只看最近几条', en: 'the latest rows only' }, asCount),
  },
  run: async ({ db, today, zone, commandNames }, input) => {
    const names = new Map([...(await commandNames()), ['upgrade', UPGRADE]]);
    let query = selectFrom('journal').selectAll().orderBy('id', 'desc');
    // Instants come from the clock even where TIAOCHU_TODAY sets another day, so without a period there is no end.
    if (namesPeriod(input)) {
      const { from, to } = periodOf(input, today);
      query = query.where('at', '>=', startIn(zone, from)).where('at', '<', startIn(zone, addDays(to, 1)));
    }
    if (input.operator) query = query.where('operator', '=', input.operator);
    if (input.last !== undefined) query = query.limit(input.last);
    function* rows() {
      for (const row of each(db, query))
        yield {
          ...row,
          records: (JSON.parse(row.records) as string[]).join(' '),
          command: names.get(row.command) ?? row.command,
          counts: countsText(JSON.parse(row.counts) as Record<string, number>),
          reason: reasonText(row),
        };
    }
    return {
      view: {
        shape: 'table',
        columns: [
          column('id', '序号', 'No.'),
          column('at', '时间', 'At', 'instant'),
          column('operator', '操作员', 'Operator'),
          column('command', '命令', 'Command', 'code'),
          { ...column('records', '记录', 'Records', 'code'), isWrapped: true },
          column('counts', '数量', 'Counts'),
          column('reason', '理由', 'Reason'),
        ],
        rows: rows(),
      },
    };
  },
});
