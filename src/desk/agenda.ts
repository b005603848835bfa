import { command } from '../cli/command.ts';
import { option, required } from '../cli/param.ts';
import { asOfParam } from '../cli/places.ts';
import { type Day, dayNumber } from '../kernel/day.ts';
import { refuse } from '../kernel/failure.ts';
import { column, lines, type Row, type Table } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import { ITEM_COLUMNS, itemRow } from '../meetings/item-table.ts';
import { actionItems } from '../meetings/store.ts';
import { byUnit } from '../reports/coverage/by-unit.ts';
import { lateDeadlines } from '../reports/overdue.ts';
import { hasTeam } from '../units/level.ts';
import { loadTree } from '../units/store.ts';
import { branch, type UnitTree, unitNamed } from '../units/tree.ts';

type Within = ReadonlySet<number>;

/** What a township's next dispatch meeting has to talk about, ready to print. */
export const agenda = command({
  name: 'agenda',
  zh: '议程',
  summary: {
    zh: '调度会议程：未办结的事项、逾期的期限、本月还没有走访到的村，可以直接打印',
    en: 'the next meeting’s agenda: open items, overdue deadlines, villages not yet visited in full; ready to print',
  },
  example: 'meeting agenda --unit 150722100',
  access: 'read',
  params: {
    unit: required(option('--unit <code>', { zh: '乡镇（或旗）代码', en: 'the township (or the banner)' })),
    on: asOfParam,
  },
  run: ({ db, today }, input) => {
    const day = input.on ?? today;
    const tree = loadTree(db, day);
    const unit = unitNamed(tree, input.unit);
    if (hasTeam(unit.level))
      refuse({
        zh: `${unit.name}不召开调度会，应写乡镇或旗`,
        en: `${unit.name} holds no dispatch meetings: name a township or the banner`,
      });
    const within = new Set(branch(tree, unit).map(one => one.unit_id));
    const tables = [openItems(db, within, day), late(db, tree, within, day), gaps(db, tree, within, day)];
    const [items, overdue, villages] = tables.map(table => (table.rows as Row[]).length);
    return {
      view: {
        shape: 'pages',
        pages: [
          lines(
            { unit_code: unit.code, unit: unit.name, day, items, overdue, villages },
            { zh: `${unit.name}调度会议程（${day}）`, en: `Agenda of ${unit.name} (${day})` },
          ),
          ...tables,
        ],
      },
    };
  },
});

/** Items carry over from meeting to meeting until they are done (S-45). */
function openItems(db: Db, within: Within, day: Day): Table {
  const rows = actionItems(db)
    .filter(item => within.has(item.unit_id) && item.held_on <= day && (item.done_on === null || item.done_on > day))
    .map(item => itemRow({ ...item, done_on: null }, undefined, day));
  return {
    shape: 'table',
    title: { zh: `一、未办结的会议事项（${rows.length}）`, en: `1. Open items (${rows.length})` },
    columns: ITEM_COLUMNS.open,
    rows,
  };
}

function late(db: Db, tree: UnitTree, within: Within, day: Day): Table {
  const rows = lateDeadlines(db, day)
    .filter(one => within.has(one.unit_id) || within.has(one.holder_id))
    .map(one => ({
      number: one.number,
      title: one.title,
      deadline: { zh: one.name_zh, en: one.name_en },
      unit: tree.units.get(one.unit_id)?.name,
      due_on: one.due_on,
      days_over: dayNumber(day) - dayNumber(one.due_on),
    }));
  return {
    shape: 'table',
    title: { zh: `二、逾期的期限（${rows.length}）`, en: `2. Overdue deadlines (${rows.length})` },
    columns: [
      column('number', '编号', 'Number'),
      column('title', '名称', 'Title'),
      column('deadline', '期限', 'Deadline'),
      column('unit', '由谁', 'By'),
      column('due_on', '到期', 'Due', 'day'),
      column('days_over', '逾期天数', 'Days over', 'integer'),
    ],
    rows,
  };
}

/** Villages and communities where households were not visited at home yet this month. */
function gaps(db: Db, tree: UnitTree, within: Within, day: Day): Table {
  const month = { from: `${day.slice(0, 7)}-01`, to: day };
  const rows = byUnit(db, tree, month, 'village', within).rows.filter(row => Number(row.missed) > 0);
  return {
    shape: 'table',
    title: {
      zh: `三、本月还没有走访到的户（${month.from} 至 ${month.to}）`,
      en: `3. Households not visited this month (${month.from} to ${month.to})`,
    },
    columns: [
      column('unit_code', '机构代码', 'Unit code'),
      column('unit', '村（社区）', 'Unit'),
      column('households', '户数', 'Households', 'integer'),
      column('visited', '已访户', 'Visited', 'integer'),
      column('coverage', '覆盖率', 'Coverage', 'rate'),
      column('missed', '未访户', 'Missed', 'integer'),
    ],
    rows,
  };
}
