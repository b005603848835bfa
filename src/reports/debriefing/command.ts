import { subjectNamed, subjectsOn } from '../../assessment/scoring/subjects.ts';
import { type Context, unnamed } from '../../cli/command.ts';
import { mine, option, picks, required } from '../../cli/param.ts';
import { asYear } from '../../cli/values.ts';
import type { Day } from '../../kernel/day.ts';
import { refuseIf } from '../../kernel/failure.ts';
import { share } from '../../kernel/figures.ts';
import { untilToday } from '../../kernel/period.ts';
import type { Text } from '../../kernel/text.ts';
import { type Card, column, type Row, type Table } from '../../kernel/view.ts';
import { LEVELS } from '../../units/level.ts';
import { type UnitTerm, unitNamed } from '../../units/tree.ts';
import { notOver } from '../headline/notes.ts';
import { periodScope, type Scope } from '../scope.ts';
import { scorecard } from '../scorecard/command.ts';
import { type Head, headsOf } from './facts.ts';
import { type DebriefingFigure, debriefingFigures } from './figures.ts';
import { unitProblem } from './rules.ts';

/** The sheet for the annual review of a secretary (述职评议): the unit's work in a year, headed by who answers for it (S-51). */
export const debriefing = unnamed({
  summary: {
    zh: '述职评议材料：一个乡镇或村（社区）一年的工作，写明负责人，每个数字附明细命令',
    en: 'for the annual review: the year of a township or a village, headed by who answers for it, each figure with its command',
  },
  example: 'report debriefing --unit 150722100 --year 2023',
  access: 'read',
  personal: true,
  params: {
    unit: mine(
      'unit',
      required(
        picks('unit', option('--unit <code>', { zh: '乡镇或村（社区）', en: 'a township, a village or a community' })),
      ),
    ),
    year: required(option('--year <year>', { zh: '年份，如 2023', en: 'a year, like 2023' }, asYear)),
  },
  run: async (context, { unit: text, year }) => {
    const scope = periodScope(context, { year }, text);
    const unit = unitNamed(scope.tree, text);
    refuseIf(unitProblem(unit));
    const figures = debriefingFigures(
      scope,
      untilToday(scope.period, scope.today),
      `--unit ${unit.code} --year ${year}`,
    );
    const heads = headsOf(scope.db, unit, lastDay(scope));
    return {
      view: sheet(unit, year, heads, [figureTable(figures), await assessed(context, scope, unit, year)], scope),
    };
  },
});

/** Who holds the post on the year's last day, or today where that is still to come. */
function lastDay({ period, today }: Scope): Day {
  return period.to < today ? period.to : today;
}

function sheet(unit: UnitTerm, year: string, heads: readonly Head[], tables: readonly Table[], scope: Scope): Card {
  const several = (text: (head: Head) => string) => heads.map(text).join('、');
  const more = Object.fromEntries(heads.slice(1).map(({ holder }, index) => [`head_${index + 2}`, holder]));
  return {
    shape: 'card',
    title: { zh: `述职评议材料：${unit.name}（${year} 年）`, en: `For the annual review: ${unit.name}, ${year}` },
    columns: [
      column('unit_code', '机构代码', 'Unit code', 'code'),
      column('unit', '机构', 'Unit', 'label'),
      column('level', '层级', 'Level', 'word'),
      column('duty', '职务', 'Duty'),
      column('head', '负责人', 'Answers for it', 'name'),
      ...Object.keys(more).map(key => column(key, '负责人', 'Answers for it', 'name')),
      column('on_day', '任职截至', 'In office on', 'day'),
    ],
    row: {
      unit_code: unit.code,
      unit: unit.name,
      level: LEVELS[unit.level],
      duty: several(({ duty_title }) => duty_title),
      head: heads[0]?.holder,
      ...more,
      on_day: lastDay(scope),
    },
    tables,
    notes: [...(heads.length === 0 ? [NOBODY] : []), RULE, ...notOver(scope)],
  };
}

const NOBODY: Text = {
  zh: '台账中没有这个机构当日在任的负责人（tiaochu report gaps 列出缺项，tiaochu post add 补录）',
  en: 'The ledger has nobody who headed the unit on that day (report gaps names it, post add enters it)',
};

const RULE: Text = {
  zh: '本表写单位（含下级）一年的工作，不给个人打分、不排个人名次；负责人是工作站或工作小组的负责人（tiaochu post list），截至年末或今天。各数与所列命令的行数一致，口径见各报表；考核得分是所在考核单位的，结果运用由人登记',
  en: 'The sheet describes the work of the unit with all below it; it scores and ranks no person. Who answers for it: the head of the station or the working group (post list) at the year’s end, or today. Each figure is the number of the rows that its command lists; the reports say how they count. Points are those of the assessed unit to which it belongs; outcomes are entered by people.',
};

function figureTable(figures: readonly DebriefingFigure[]): Table {
  return {
    shape: 'table',
    key: 'figures',
    title: { zh: '一年的工作', en: 'The year’s work' },
    columns: [
      column('aspect', '方面', 'Aspect', 'word'),
      column('figure', '项目', 'Figure'),
      column('value', '数值', 'Value', 'integer'),
      column('of', '总数', 'Of', 'integer'),
      column('share', '占比', 'Share', 'rate'),
      column('command', '明细命令', 'Rows', 'command'),
    ],
    rows: figures.map(({ aspect, name, value, of, command }) => ({
      ...{ aspect, figure: name, value, of },
      share: of === null ? null : share(value, of),
      command,
    })),
  };
}

/** Points and ranks of the assessed unit, with the outcomes that people entered (S-46 to S-48). */
async function assessed(context: Context, { db, tree }: Scope, unit: UnitTerm, year: string): Promise<Table> {
  const subject = subjectNamed(subjectsOn(db, tree), unit.code, tree);
  const { view } = await scorecard.run(context, { year });
  const rows = view.shape === 'table' ? [...view.rows].filter(row => row.unit_code === subject.code) : [];
  return {
    shape: 'table',
    key: 'assessment',
    title: { zh: '年度考核', en: 'Assessment of the year' },
    columns: view.shape === 'table' ? view.columns : [],
    rows: rows as Row[],
    notes: [{ zh: `逐项见 tiaochu report scorecard --year ${year}`, en: `tiaochu report scorecard --year ${year}` }],
  };
}
