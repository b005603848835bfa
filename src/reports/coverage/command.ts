import { command } from '../../cli/command.ts';
import { EXIT } from '../../cli/exit.ts';
import { choice, option } from '../../cli/param.ts';
import { periodParams, unitParam } from '../../cli/places.ts';
import { asPercent } from '../../cli/values.ts';
import { periodOf, periodText } from '../../kernel/period.ts';
import type { Text } from '../../kernel/text.ts';
import { type Column, column, type Row } from '../../kernel/view.ts';
import { hasTeam } from '../../units/level.ts';
import { loadTree } from '../../units/store.ts';
import { unitNamed, unitsWithin } from '../../units/tree.ts';
import { explainParam } from '../explain.ts';
import { byAssignee } from './by-assignee.ts';
import { byUnit } from './by-unit.ts';
import { explainedCoverage } from './explain.ts';
import { shareOf } from './figures.ts';

const COVERAGE_BY = ['banner', 'township', 'village', 'pair', 'cadre'] as const;
type CoverageBy = (typeof COVERAGE_BY)[number];

const UNIT_COLUMNS = [column('unit_code', '机构代码', 'Unit code'), column('unit', '机构', 'Unit')];
const FIRST_COLUMNS: Readonly<Record<CoverageBy, readonly Column[]>> = {
  banner: UNIT_COLUMNS,
  township: UNIT_COLUMNS,
  village: UNIT_COLUMNS,
  pair: [column('pair_code', '结对编号', 'Pair'), ...UNIT_COLUMNS],
  cadre: [column('cadre_code', '干部编号', 'Cadre'), column('cadre', '干部', 'Name', 'name'), ...UNIT_COLUMNS],
};
/** 56.6 % is no exact fraction in binary; a threshold that is just reached is reached. */
const ROUNDING = 1e-9;

const FIGURES = [
  column('households', '户数', 'Households', 'integer'),
  column('assigned', '已包', 'Assigned', 'integer'),
  column('visited', '已访户', 'Visited', 'integer'),
  column('coverage', '覆盖率', 'Coverage', 'rate'),
  column('visits', '入户户次', 'Visits', 'integer'),
  column('phone', '电话', 'Phone', 'integer'),
  column('absent', '无人', 'Absent', 'integer'),
  column('missed', '未访户', 'Missed', 'integer'),
];

const DEFINITIONS = {
  zh: '户数：统计期内任何一天在册的户；已包：期末有人包的户；已访户：期内至少入户一次的户（代访算，电话和无人不算）；覆盖率 = 已访户 ÷ 户数；未访户 = 户数 − 已访户',
  en: 'Households: active on any day of the period. Assigned: looked after on its last day. Visited: at least one home visit (stand-in visits count, phone and absent calls do not). Coverage = visited / households. Missed = households - visited.',
};
const BY_ASSIGNEE = {
  zh: '按结对或干部：户按期末的包户归属，走访按实际入户的结对；同一次走访列在两名干部名下，合计只算一次',
  en: 'By pair or cadre: households follow the assignment on the last day, visits the pair that went. A visit stands with both cadres and is counted once in the total.',
};

export const coverage = command({
  name: 'coverage',
  zh: '覆盖',
  summary: { zh: '走访覆盖率：谁已走访、谁未走访', en: 'who was visited and who was missed' },
  example: 'report coverage --by township --year 2023',
  access: 'read',
  personal: true,
  params: {
    by: choice(
      '--by <what>',
      {
        zh: '按 banner 旗、township 乡镇（默认）、village 村、pair 结对、cadre 干部',
        en: 'banner, township (default), village, pair or cadre',
      },
      COVERAGE_BY,
      {
        banner: { zh: '旗', en: 'banner' },
        township: { zh: '乡镇', en: 'township' },
        village: { zh: '村', en: 'village' },
        pair: { zh: '结对', en: 'pair' },
        cadre: { zh: '干部', en: 'cadre' },
      },
    ),
    ...periodParams,
    unit: unitParam,
    explain: explainParam,
    failUnder: option(
      '--fail-under <percent>',
      { zh: '总覆盖率低于此百分数时退出码为 5', en: 'exit 5 if the total is below this' },
      asPercent,
    ),
  },
  run: ({ db, today, remark }, input) => {
    const period = periodOf(input, today);
    const tree = loadTree(db, period.to);
    const top = input.unit === undefined ? undefined : unitNamed(tree, input.unit);
    const within = unitsWithin(tree, input.unit);
    if (input.explain !== undefined) return { view: explainedCoverage(db, tree, period, within, input.explain) };
    const by = input.by ?? (top && hasTeam(top.level) ? 'village' : 'township');
    const grid =
      by === 'pair' || by === 'cadre' ? byAssignee(db, tree, period, by, within) : byUnit(db, tree, period, by, within);
    const share = shareOf(grid.totals);
    const failed = input.failUnder !== undefined && (share ?? 0) < input.failUnder - ROUNDING;
    if (failed) remark(belowText(share, input.failUnder ?? 0));
    const totals: Row = {
      unit: { zh: '合计', en: 'Total' },
      ...grid.totals,
      coverage: share,
      missed: grid.totals.households - grid.totals.visited,
    };
    return {
      view: {
        shape: 'table',
        title: { zh: `走访覆盖（${periodText(period).zh}）`, en: `Visit coverage (${periodText(period).en})` },
        columns: [...FIRST_COLUMNS[by], ...FIGURES],
        rows: grid.rows,
        totals,
        notes: by === 'pair' || by === 'cadre' ? [DEFINITIONS, BY_ASSIGNEE] : [DEFINITIONS],
      },
      counts: { shown: grid.rows.length },
      ...(failed ? { exit: EXIT.rejected } : {}),
    };
  },
});

/** Which bound was missed, and by what: the exit code alone does not tell. */
function belowText(share: number | null, bound: number): Text {
  const percent = (value: number) => `${Number((value * 100).toFixed(4))}%`;
  return share === null
    ? {
        zh: `没有在册的户，达不到要求的 ${percent(bound)}`,
        en: `There are no households: ${percent(bound)} is not reached`,
      }
    : {
        zh: `总覆盖率 ${percent(share)}，低于要求的 ${percent(bound)}`,
        en: `Coverage is ${percent(share)} in total, below the ${percent(bound)} asked for`,
      };
}
