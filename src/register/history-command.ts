import { type Command, command } from '../cli/command.ts';
import { argument } from '../cli/param.ts';
import { maskName, maskPhone } from '../kernel/mask.ts';
import type { Text } from '../kernel/text.ts';
import { column, type Table } from '../kernel/view.ts';
import { eventsOf } from '../ledger/events.ts';
import type { Db } from '../ledger/kysely.ts';
import type { Source } from './register.ts';

/** Values of these fields are a person's and masked like anywhere else. */
const MASKS: Readonly<Record<string, (value: string) => string>> = {
  name: maskName,
  head_name: maskName,
  phone: maskPhone,
  diary: text => `(${text.length})`,
};

/** `<noun> history KEY`: every value that ever changed, with the old one. */
export function historyCommand(
  noun: string,
  title: Text,
  keyTerm: string,
  example: string,
  idOf: (source: Source, key: string) => Promise<number>,
): Command {
  return command({
    name: 'history',
    zh: '历史',
    summary: { zh: `${title.zh}的修改历史,含原值`, en: `what changed about one of ${title.en}, with the old values` },
    example,
    access: 'read',
    personal: true,
    params: { key: argument(keyTerm, title) },
    run: async (context, input) => ({
      view: await historyTable(context.db, noun, await idOf(context, input.key), context.reveal),
      records: [input.key],
    }),
  });
}

/** The changes of one record as a table. */
export async function historyTable(db: Db, noun: string, id: number, reveal: boolean): Promise<Table> {
  const events = await eventsOf(db, noun, id);
  const masked = (field: string, value: string | number | null) =>
    value === null || reveal ? value : (MASKS[field]?.(String(value)) ?? value);
  return {
    shape: 'table',
    key: 'history',
    columns: [
      column('at', '时间', 'At'),
      column('operator', '操作员', 'Operator'),
      column('on_day', '生效日期', 'From', 'day'),
      column('field', '项目', 'Field'),
      column('old_value', '原值', 'Old value'),
      column('new_value', '新值', 'New value'),
      column('reason', '原因', 'Reason'),
    ],
    rows: events.map(event => ({
      ...event,
      old_value: bounds(masked(event.field, event.old_value)),
      new_value: bounds(masked(event.field, event.new_value)),
    })),
  };
}

function bounds(value: string | number | null): string | number | null {
  return value === '9999-12-31' || value === '0001-01-01' ? null : value;
}
