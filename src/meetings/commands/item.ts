import { type Command, command, type Outcome } from '../../cli/command.ts';
import { argument, flag, option, required } from '../../cli/param.ts';
import { reasonParam, unitParam } from '../../cli/places.ts';
import { asActDay, asName } from '../../cli/values.ts';
import { misuse, refuseIf } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';
import { lines } from '../../kernel/view.ts';
import { changeRow, changesBetween } from '../../ledger/events.ts';
import { historyCommand } from '../../register/history-command.ts';
import { withdrawnProblem } from '../../register/simple-end.ts';
import { loadTree } from '../../units/store.ts';
import { unitsWithin } from '../../units/tree.ts';
import { ITEM_COLUMNS, itemRow } from '../item-table.ts';
import { ITEM_TITLE } from '../meeting.ts';
import { itemChangeProblem, itemDoneProblem, itemDueProblem } from '../rules.ts';
import { actionItems, addItem, itemCoded, meetingCoded } from '../store.ts';

const ITEM = { table: 'action_item', noun: 'action-item' } as const;

const itemArgument = argument('<item>', { zh: '事项编号（会议编号-序号）', en: 'the item’s code' });
const text = option('--text <text>', { zh: '要办的事', en: 'the task' }, asName);
const owner = option('--owner <office>', { zh: '责任单位', en: 'the office that does it' }, asName);
const dueDay = option('--due <day>', { zh: '办结期限', en: 'when it is due' }, asActDay);

const add = command({
  name: 'item add',
  zh: '事项 新增',
  summary: {
    zh: '登记一件会议事项：责任单位（人）、办结期限',
    en: 'enter what a meeting decided: who does it, by when',
  },
  example: 'meeting item add 150722100-2023-05-1 --text 修通三组水渠 --owner 镇水利站 --due 2023-06-30',
  access: 'write',
  params: {
    meeting: argument('<meeting>', { zh: '会议编号', en: 'the meeting’s code' }),
    text: required(text),
    owner: required(owner),
    due: required(dueDay),
  },
  run: ({ db }, input) => {
    const meeting = meetingCoded(db, input.meeting);
    refuseIf(withdrawnProblem(meeting.code, meeting.withdrawn_on) ?? itemDueProblem(meeting.held_on, input.due));
    const code = addItem(db, meeting, { text: input.text, owner: input.owner, due_on: input.due });
    return shown(code, {
      zh: `已登记事项 ${code}，${input.owner}于 ${input.due} 前办结`,
      en: `Item ${code} entered, due on ${input.due} (${input.owner})`,
    });
  },
});

const change = command({
  name: 'item change',
  zh: '事项 修改',
  summary: { zh: '修改未办结的事项，原值保留在历史中', en: 'change an open item; old values stay in the history' },
  example: 'meeting item change 150722100-2023-05-1-1 --due 2023-07-31 --reason 雨季停工',
  access: 'write',
  params: { item: itemArgument, text, owner, due: dueDay, reason: reasonParam },
  run: ({ db, stamp }, input) => {
    const item = itemCoded(db, input.item);
    refuseIf(withdrawnProblem(item.meeting, item.withdrawn_on) ?? itemChangeProblem(item));
    const { text, owner, due: due_on } = input;
    const changes = changesBetween(item, { text, owner, due_on });
    if (changes.length === 0) misuse({ zh: '没有写明要修改的项目', en: 'Nothing to change was named' });
    refuseIf(itemDueProblem(item.held_on, input.due ?? item.due_on));
    changeRow(db, ITEM, item.id, changes, stamp(undefined, input.reason));
    return shown(item.code, { zh: `已修改事项 ${item.code}`, en: `Item ${item.code} changed` });
  },
});

const done = command({
  name: 'item done',
  zh: '事项 办结',
  summary: { zh: '登记会议事项已办结及其结果', en: 'enter that an item is done, with its result' },
  example: 'meeting item done 150722100-2023-05-1-1 --result 水渠已通水 --on 2023-06-20',
  access: 'write',
  params: {
    item: itemArgument,
    result: required(option('--result <text>', { zh: '办理结果', en: 'the result' }, asName)),
    on: option('--on <day>', { zh: '办结日期（默认今天）', en: 'the day it was done (default today)' }, asActDay),
  },
  run: ({ db, stamp, today }, input) => {
    const item = itemCoded(db, input.item);
    const on = input.on ?? today;
    refuseIf(withdrawnProblem(item.meeting, item.withdrawn_on) ?? itemDoneProblem(item, on, today));
    changeRow(db, ITEM, item.id, changesBetween(item, { done_on: on, result: input.result }), stamp(on));
    return shown(item.code, { zh: `${item.code} 于 ${on} 办结`, en: `${item.code} done on ${on}` });
  },
});

const list = command({
  name: 'item list',
  zh: '事项 列表',
  summary: { zh: '列出会议事项，先到期的在前', en: 'list action items, the first due first' },
  example: 'meeting item list --open --unit 150722100',
  access: 'read',
  personal: true,
  params: { unit: unitParam, open: flag('--open', { zh: '只列未办结的', en: 'open ones only' }) },
  run: ({ db, today }, input) => {
    const tree = loadTree(db, today);
    const within = unitsWithin(tree, input.unit);
    const items = actionItems(db).filter(
      item => (!within || within.has(item.unit_id)) && (!input.open || item.done_on === null),
    );
    const open = items.filter(item => item.done_on === null).length;
    return {
      view: {
        shape: 'table',
        columns: ITEM_COLUMNS.all,
        rows: items.map(item => itemRow(item, tree, today)),
        notes: [
          {
            zh: `共 ${items.length} 件，未办结 ${open} 件；未办结的一直列入以后的会议议程`,
            en: `${items.length} in all, ${open} open. Open ones stay on the agenda of the meetings that follow.`,
          },
        ],
      },
      counts: { shown: items.length },
    };
  },
});

const history: Command = {
  ...historyCommand(
    'action-item',
    ITEM_TITLE,
    '150722100-2023-05-1-1',
    (db, code) => itemCoded(db, code).id,
    { titles: Object.fromEntries(ITEM_COLUMNS.meeting.map(column => [column.key, column.title])) },
    { keyTerm: '<item>' },
  ),
  example: 'meeting item history 150722100-2023-05-1-1',
  name: 'item history',
  zh: '事项 历史',
};

export const itemCommands: readonly Command[] = [add, change, done, list, history];

function shown(code: string, sentence: Text): Outcome {
  return { view: lines({ item: code }, sentence), records: [code] };
}
