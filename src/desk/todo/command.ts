import { backupRemark } from '../../backups/age-rules.ts';
import { lastCopiedAt } from '../../backups/store.ts';
import { type Context, command } from '../../cli/command.ts';
import { flag, option } from '../../cli/param.ts';
import { dueTone } from '../../deadlines/tones.ts';
import { dayNumber } from '../../kernel/day.ts';
import { misuse } from '../../kernel/failure.ts';
import { counted, type Text } from '../../kernel/text.ts';
import { type Column, column, type Row } from '../../kernel/view.ts';
import { dayIn } from '../../kernel/zone.ts';
import { named } from '../../naming/named-param.ts';
import type { Scope } from '../../reports/scope.ts';
import { BRIEF_COLUMNS, briefRows } from './brief.ts';
import { cadreDay } from './cadre.ts';
import { visitLines } from './lines.ts';
import { lastListed, listParams, MOST_HOUSEHOLDS, todoList } from './list.ts';
import { daysLeftText, grouped, type TodoLine, WAITS } from './rules.ts';

/** More than a village has. */
const EVERY_HOUSEHOLD = 100_000;

const CADRE_ALONE: Text = {
  zh: '--cadre 只看一名干部的包户，不与 --unit、--agent 同用',
  en: '--cadre is about one cadre’s households and stands alone, without --unit and --agent',
};

const COLUMNS = [
  column('wait', '待办', 'Waits', 'word'),
  column('about', '编号', 'Number', 'code'),
  column('title', '名称', 'Title'),
  column('what', '事项', 'What'),
  column('unit', '责任单位', 'By', 'label'),
  column('agent', '代办员', 'Agent'),
  column('due_on', '到期日', 'Due', 'day'),
  column('basis', '性质', 'Basis', 'word'),
  {
    ...column('days_left', '剩余天数', 'Days left', 'integer'),
    reads: days => daysLeftText(Number(days)),
    tone: ({ due_on }, today) => (typeof due_on === 'string' ? dueTone(due_on, today) : undefined),
  },
  column('command', '办理命令', 'Command', 'command'),
  { ...column('household', '户编号', 'Household', 'code'), inFiles: true },
] as const satisfies readonly Column[];

export const todo = command({
  name: 'todo',
  zh: '待办',
  summary: {
    zh: '待办：本单位或代办员待办的全部事项，最急的在前，附办理命令',
    en: 'the open work of a unit or an agent, most urgent first, with the command for each item',
  },
  example: 'todo --unit 150722100 --days 7',
  access: 'read',
  personal: true,
  params: {
    ...listParams,
    cadre: named(
      option('--cadre <code>', {
        zh: '一名干部当天的包户：地址、上次入户、待办',
        en: 'a cadre’s households for the day: address, last visit, what waits',
      }),
      'cadre',
    ),
    allLines: flag('--all-lines', {
      zh: '每项一行，附完整命令（默认每件一行）',
      en: 'every line by itself, with its whole command (default: one line a case)',
    }),
  },
  run: (context, { cadre, allLines: isWhole, ...wishes }) => {
    const { db, today } = context;
    if (cadre !== undefined) {
      if (wishes.unit !== undefined || wishes.agent !== undefined) misuse(CADRE_ALONE);
      const until = lastListed(context, wishes.days);
      return cadreDay(db, cadre, today, units => visitLines(db, { today, until, units }, EVERY_HOUSEHOLD));
    }
    const { scope, until, shown } = todoList(context, wishes);
    const late = lateBackup(context);
    return {
      view: {
        shape: 'table',
        title: { zh: `待办（${today}）`, en: `To do (${today})` },
        columns: COLUMNS,
        rows: shown.map(line => lineRow(scope, line)),
        ...(isWhole ? {} : { brief: { columns: BRIEF_COLUMNS, rows: briefRows(shown, scope.tree, today) } }),
        notes: [
          ...(late ? [late] : []),
          {
            zh: `${countText(shown).zh}：${until} 及以前到期的（含已逾期的）；按走访标准应入户的排在最后，最多列 ${MOST_HOUSEHOLDS} 户（全部见 tiaochu report missed --standard）`,
            en: `${countText(shown).en}: what is due by ${until} or overdue; last come at most ${MOST_HOUSEHOLDS} households to be visited by their standard (report missed --standard has all)`,
          },
        ],
      },
      counts: { shown: shown.length },
    };
  },
});

/** How many items there are, and on how many numbered lines they are shown: one a case, one a village for its visits. */
function countText(shown: readonly TodoLine[]): Text {
  const [items, lines] = [shown.length, grouped(shown).length];
  if (items === lines) return { zh: `共 ${items} 项`, en: `${items} in all` };
  return { zh: `共 ${items} 项，合为 ${lines} 行`, en: `${items} in all, on ${counted(lines, 'line')}` };
}

/** A backup is due for the whole ledger, whichever unit is looked at. */
function lateBackup({ db, today, zone }: Pick<Context, 'db' | 'today' | 'zone'>): Text | undefined {
  const last = lastCopiedAt(db);
  return last === undefined ? undefined : backupRemark(dayIn(zone, new Date(last)), today);
}

function lineRow({ tree, today }: Scope, { dueOn, ...line }: TodoLine): Row {
  return {
    ...line,
    wait: WAITS[line.wait],
    unit: tree.units.get(line.unit)?.name,
    due_on: dueOn,
    days_left: dueOn === null ? null : dayNumber(dueOn) - dayNumber(today),
  };
}
