import { command } from '../cli/command.ts';
import { option, required } from '../cli/param.ts';
import { asOfParam } from '../cli/places.ts';
import { BEGINNING, type Day } from '../kernel/day.ts';
import { refuse } from '../kernel/failure.ts';
import { chosen, lines, type Row, type Table } from '../kernel/view.ts';
import { ITEM_COLUMNS, itemRow } from '../meetings/item-table.ts';
import { actionItems } from '../meetings/store.ts';
import { byUnit } from '../reports/coverage/by-unit.ts';
import { COVERAGE_COLUMNS } from '../reports/coverage/figures.ts';
import { OVERDUE_COLUMNS, overdueRows } from '../reports/overdue.ts';
import { includes, type Scope, scopeOf, UNIT_COLUMNS } from '../reports/scope.ts';
import { hasTeam } from '../units/level.ts';
import { unitNamed } from '../units/tree.ts';

/** What a township's next dispatch meeting has to talk about, ready to print. */
export const agenda = command({
  name: 'agenda',
  zh: '议程',
  summary: {
    zh: '调度会议程：未办结的事项、逾期的时限、本月尚有未访户的村，可直接打印',
    en: 'the next meeting’s agenda: open items, overdue deadlines, villages not yet visited in full; ready to print',
  },
  example: 'meeting agenda --unit 150722100',
  access: 'read',
  params: {
    unit: required(option('--unit <code>', { zh: '乡镇（或旗）代码', en: 'the township (or the banner)' })),
    on: asOfParam,
  },
  run: (context, input) => {
    const day = input.on ?? context.today;
    const scope = scopeOf(context, { from: BEGINNING, to: day }, input.unit);
    const unit = unitNamed(scope.tree, input.unit);
    if (hasTeam(unit.level))
      refuse({
        zh: `${unit.name}不召开调度会，应写乡镇或旗`,
        en: `${unit.name} holds no dispatch meetings: name a township or the banner`,
      });
    const tables = [openItems(scope), late(scope), gaps(scope)];
    const [items, overdue, villages] = tables.map(table => (table.rows as Row[]).length);
    const heading = { zh: `${unit.name}调度会议程（${day}）`, en: `Agenda of ${unit.name} (${day})` };
    const data = { unit_code: unit.code, unit: unit.name, day, items, overdue, villages };
    return { view: { shape: 'pages', pages: [lines(data, heading), ...tables] } };
  },
});

/** Items carry over from meeting to meeting until they are done (S-45). */
function openItems(scope: Scope): Table {
  const day = scope.period.to;
  const isOpen = (doneOn: Day | null) => doneOn === null || doneOn > day;
  const rows = actionItems(scope.db)
    .filter(item => includes(scope, item.unit_id) && item.held_on <= day && isOpen(item.done_on))
    .map(item => itemRow({ ...item, done_on: null }, undefined, day));
  return {
    shape: 'table',
    title: { zh: `一、未办结的会议事项（${rows.length}）`, en: `1. Open items (${rows.length})` },
    columns: ITEM_COLUMNS.open,
    rows,
  };
}

function late(scope: Scope): Table {
  const rows = overdueRows(scope);
  return {
    shape: 'table',
    title: { zh: `二、逾期的时限（${rows.length}）`, en: `2. Overdue deadlines (${rows.length})` },
    columns: chosen(OVERDUE_COLUMNS, ['number', 'title', 'deadline', 'unit', 'due_on', 'days_over']),
    rows,
  };
}

/** Villages and communities where households were not visited at home yet this month. */
function gaps(scope: Scope): Table {
  const period = { from: `${scope.period.to.slice(0, 7)}-01`, to: scope.period.to };
  return {
    shape: 'table',
    title: {
      zh: `三、本月尚未走访的户（${period.from} 至 ${period.to}）`,
      en: `3. Households not visited this month (${period.from} to ${period.to})`,
    },
    columns: [...UNIT_COLUMNS, ...chosen(COVERAGE_COLUMNS, ['households', 'visited', 'coverage', 'missed'])],
    rows: byUnit({ ...scope, period }, 'village').rows.filter(row => Number(row.missed) > 0),
  };
}
