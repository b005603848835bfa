import { agentCoded } from '../../agents/store.ts';
import { command } from '../../cli/command.ts';
import { flag, option } from '../../cli/param.ts';
import { unitParam } from '../../cli/places.ts';
import { asCount } from '../../cli/values.ts';
import { addDays, BEGINNING, type Day, dayNumber } from '../../kernel/day.ts';
import { misuse } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';
import { type Column, column, type Row } from '../../kernel/view.ts';
import { named } from '../../naming/named-param.ts';
import { includes, type Scope, scopeOf } from '../../reports/scope.ts';
import { BRIEF_COLUMNS, briefRows } from './brief.ts';
import { cadreDay } from './cadre.ts';
import { caseLines, visitLines } from './lines.ts';
import { officeLines } from './office-lines.ts';
import { byUrgency, daysLeftText, type TodoLine, WAITS } from './rules.ts';

const DAYS = 7;
const MOST_HOUSEHOLDS = 20;
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
  column('unit', '责任单位', 'By'),
  column('agent', '代办员', 'Agent'),
  column('due_on', '到期日', 'Due', 'day'),
  column('basis', '性质', 'Basis', 'word'),
  { ...column('days_left', '剩余天数', 'Days left', 'integer'), reads: days => daysLeftText(Number(days)) },
  column('command', '办理命令', 'Command', 'code'),
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
    unit: unitParam,
    agent: named(option('--agent <code>', { zh: '只列一名代办员的待办', en: 'only this agent’s' }), 'agent'),
    cadre: named(
      option('--cadre <code>', {
        zh: '一名干部当天的包户：地址、上次入户、待办',
        en: 'a cadre’s households for the day: address, last visit, what waits',
      }),
      'cadre',
    ),
    days: option(
      '--days <count>',
      { zh: '多少日内到期的（默认 7）', en: 'due within this many days (default 7)' },
      asCount,
    ),
    allLines: flag('--all-lines', {
      zh: '每项一行，附完整命令（默认每件一行）',
      en: 'every line by itself, with its whole command (default: one line a case)',
    }),
  },
  run: (context, { unit: asked, agent, cadre, days = DAYS, allLines: isWhole }) => {
    const { db, today, settings } = context;
    const unit = asked ?? (agent === undefined && cadre === undefined ? settings.unit : undefined);
    if (cadre !== undefined) {
      if (unit !== undefined || agent !== undefined) misuse(CADRE_ALONE);
      const until = addDays(today, days);
      return cadreDay(db, cadre, today, units => visitLines(db, { today, until, units }, EVERY_HOUSEHOLD));
    }
    if (agent !== undefined) agentCoded(db, agent);
    const until = addDays(today, days);
    const scope = scopeOf(context, { from: BEGINNING, to: today }, unit);
    const shown = allLines(scope, until)
      .filter(line => includes(scope, line.unit) && (agent === undefined || line.agent === agent))
      .sort(byUrgency);
    return {
      view: {
        shape: 'table',
        title: { zh: `待办（${today}）`, en: `To do (${today})` },
        columns: COLUMNS,
        rows: shown.map(line => lineRow(scope, line)),
        ...(isWhole ? {} : { brief: { columns: BRIEF_COLUMNS, rows: briefRows(shown, scope.tree, today) } }),
        notes: [
          {
            zh: `共 ${shown.length} 项：${until} 及以前到期的（含已逾期的）；按走访标准应入户的最多列 ${MOST_HOUSEHOLDS} 户（全部见 report missed --standard）`,
            en: `${shown.length} in all: what is due by ${until} or overdue; at most ${MOST_HOUSEHOLDS} households to be visited by their standard (report missed --standard has all)`,
          },
        ],
      },
      counts: { shown: shown.length },
    };
  },
});

function allLines({ db, today, within }: Scope, until: Day): TodoLine[] {
  return [
    ...caseLines(db, today, until),
    ...officeLines(db, today, until),
    ...visitLines(db, { today, until, units: within }, MOST_HOUSEHOLDS),
  ];
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
