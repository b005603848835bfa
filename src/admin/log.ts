import { command } from '../cli/command.ts';
import { option } from '../cli/param.ts';
import { periodParams } from '../cli/places.ts';
import { asCount } from '../cli/values.ts';
import { addDays } from '../kernel/day.ts';
import { namesPeriod, periodOf } from '../kernel/period.ts';
import type { Text } from '../kernel/text.ts';
import { column } from '../kernel/view.ts';
import { startIn } from '../kernel/zone.ts';
import { each, selectFrom } from '../ledger/query.ts';

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
};

function countsText(counts: Readonly<Record<string, number>>): Text {
  const entries = Object.entries(counts);
  return {
    zh: entries.map(([key, count]) => `${COUNTS[key] ?? key} ${count}`).join('、'),
    en: entries.map(([key, count]) => `${key} ${count}`).join(', '),
  };
}

export const log = command({
  name: 'log',
  zh: '日志',
  summary: { zh: '查看日志：时间、操作员、操作', en: 'show the journal: who did what, and when' },
  example: 'log --last 20',
  access: 'read',
  params: {
    ...periodParams,
    operator: option('--operator <name>', { zh: '只看一名操作员', en: 'only this operator' }),
    last: option('--last <rows>', { zh: '只看最近几条', en: 'the latest rows only' }, asCount),
  },
  run: async ({ db, today, zone, commandNames }, input) => {
    const names = await commandNames();
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
          column('records', '记录', 'Records', 'code'),
          column('counts', '数量', 'Counts'),
          column('reason', '理由', 'Reason'),
        ],
        rows: rows(),
      },
    };
  },
});
