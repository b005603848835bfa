import { EXIT } from '../../cli/exit.ts';
import { option } from '../../cli/param.ts';
import { asPercent } from '../../cli/values.ts';
import { share } from '../../kernel/figures.ts';
import type { Text } from '../../kernel/text.ts';
import { type Column, column } from '../../kernel/view.ts';
import { hasTeam } from '../../units/level.ts';
import { byParam, periodReport } from '../report.ts';
import { UNIT_COLUMNS } from '../scope.ts';
import { byAssignee } from './by-assignee.ts';
import { byUnit } from './by-unit.ts';
import { explainedCoverage } from './explain.ts';
import { COVERAGE_COLUMNS, coverageRow } from './figures.ts';

const BY = {
  banner: { zh: '旗', en: 'banner' },
  township: { zh: '乡镇', en: 'township' },
  village: { zh: '村', en: 'village' },
  pair: { zh: '结对', en: 'pair' },
  cadre: { zh: '干部', en: 'cadre' },
} as const satisfies Record<string, Text>;
type By = keyof typeof BY;

const ASSIGNEE: Readonly<Partial<Record<By, readonly Column[]>>> = {
  pair: [column('pair_code', '结对编号', 'Pair', 'code')],
  cadre: [column('cadre_code', '干部编号', 'Cadre', 'code'), column('cadre', '干部', 'Name', 'name')],
};

const BY_ASSIGNEE = {
  zh: '按结对或干部：户按期末的包户归属，走访按实际入户的结对；同一次走访列在两名干部名下，合计只算一次',
  en: 'By pair or cadre: households follow the assignment on the last day, visits the pair that went. A visit is listed with both cadres and is counted once in the total.',
};

/** What the report is called and how it counts. */
export const COVERAGE_TEXT = {
  title: { zh: '走访覆盖', en: 'Visit coverage' },
  rule: {
    zh: '户数：统计期内任何一天在册的户；已包：期末已落实包户的户；已访户：期内至少入户一次的户（含代访，不含电话和家中无人）；覆盖率 = 已访户 ÷ 户数；未访户 = 户数 − 已访户',
    en: 'Households: active on any day of the period. Assigned: with an assignment on its last day. Visited: at least one home visit (substitute visits count, phone calls and absences do not). Coverage = visited / households. Missed = households - visited.',
  },
} as const satisfies Record<string, Text>;

export const coverage = periodReport({
  summary: { zh: '走访覆盖率：已访户、未访户', en: 'visit coverage: households visited and missed' },
  example: 'report coverage --by township --year 2023',
  personal: true,
  ...COVERAGE_TEXT,
  params: {
    by: byParam<By>(BY, 'township'),
    failUnder: option(
      '--fail-under <percent>',
      { zh: '总覆盖率低于此百分数时退出码为 5', en: 'exit 5 if the total is below this' },
      asPercent,
    ),
  },
  figures(scope, { by = scope.unit && hasTeam(scope.unit.level) ? 'village' : 'township', failUnder }, { remark }) {
    const byPeople = by === 'pair' || by === 'cadre';
    const { rows, totals } = byPeople ? byAssignee(scope, by) : byUnit(scope, by);
    const total = share(totals.visited, totals.households);
    const failure = failUnder === undefined ? undefined : belowText(total, failUnder);
    if (failure) remark(failure);
    return {
      columns: [...(ASSIGNEE[by] ?? []), ...UNIT_COLUMNS, ...COVERAGE_COLUMNS],
      rows,
      totals: coverageRow({ unit: { zh: '合计', en: 'Total' } }, totals),
      notes: byPeople ? [BY_ASSIGNEE] : [],
      ...(failure ? { exit: EXIT.rejected } : {}),
    };
  },
  explain: explainedCoverage,
});

/** 56.6 % is no exact fraction in binary: shares are compared to a billionth, so that one that is just reached is reached. */
const billionths = (share: number) => Math.round(share * 1e9);

/** The threshold that was not reached, and by what: the exit code alone does not tell. */
function belowText(total: number | null, bound: number): Text | undefined {
  if (billionths(total ?? 0) >= billionths(bound)) return undefined;
  const [required, reached] = [bound, total ?? 0].map(value => `${Number((value * 100).toFixed(4))}%`);
  return total === null
    ? { zh: `没有在册的户，达不到要求的 ${required}`, en: `There are no households: ${required} is not reached` }
    : {
        zh: `总覆盖率 ${reached}，低于要求的 ${required}`,
        en: `Coverage is ${reached} in total, below the ${required} required`,
      };
}
