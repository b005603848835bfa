import { share } from '../../kernel/figures.ts';
import type { Text } from '../../kernel/text.ts';
import { type Column, column, type Row, sumOf } from '../../kernel/view.ts';
import type { Standard } from '../../standards/standard.ts';
import { standardText } from '../../standards/text.ts';
import { hasTeam, type Level, TIER } from '../../units/level.ts';
import { everyUnit } from '../../units/tree.ts';
import { rowOf } from '../coverage/by-unit.ts';
import { explanationOf, type Records, titleOf } from '../explain.ts';
import { byParam, periodReport } from '../report.ts';
import { includes, type Scope, UNIT_COLUMNS, unitCells } from '../scope.ts';
import {
  countIn,
  type JudgedHousehold,
  judgedHouseholds,
  noHouseholds,
  type StandardFigures,
  standardsByUnit,
} from './figures.ts';
import { HOUSEHOLD_COLUMNS, householdRows, isBelow } from './list.ts';

const BY = {
  banner: { zh: '旗', en: 'banner' },
  township: { zh: '乡镇', en: 'township' },
  village: { zh: '村', en: 'village' },
  standard: { zh: '走访标准', en: 'standard' },
} as const satisfies Record<string, Text>;

type By = keyof typeof BY;

const COLUMNS: readonly Column[] = [
  column('households', '户数', 'Households', 'integer'),
  column('judged', '应达标户', 'Judged', 'integer'),
  column('met', '达标户', 'Met', 'integer'),
  sumOf(column('below', '未达标户', 'Below', 'integer'), ['judged'], ['met']),
  column('share', '达标率', 'Share', 'rate'),
];

/** What each column counts. */
const COUNTED: Readonly<Record<string, (household: JudgedHousehold) => boolean>> = {
  households: () => true,
  judged: ({ due }) => due > 0,
  met: household => household.due > 0 && !isBelow(household),
  below: isBelow,
  share: household => household.due > 0 && !isBelow(household),
};

export const standards = periodReport({
  summary: { zh: '各机构按走访标准入户的户数', en: 'how many households were visited as often as their standard asks' },
  example: 'report standards --year 2023 --by township',
  personal: true,
  title: { zh: '走访标准达标情况', en: 'Households visited to their standard' },
  rule: {
    zh: '应达标户：统计期内有入户次数到期的户；入户次数按户类型的走访标准（tiaochu standard list）在每月、每季度、每半年或每年内均匀到期，某类型、某标准或在册只占一段的按时间折算、只算整次；达标户：到期的次数都已入户，多走的不抵以后的；达标率 = 达标户 ÷ 应达标户',
    en: 'Judged: households of which a visit fell due in the period. The visits of a standard (see standard list) fall due evenly over each month, quarter, half-year or year; where a kind, a standard or the household lasts for a part of it only, in proportion to the time and in whole visits. Met: all that fell due were made; one too many does not count for later. Share = met / judged.',
  },
  params: { by: byParam<By>(BY, 'township') },
  figures(scope, { by = scope.unit && hasTeam(scope.unit.level) ? 'village' : 'township' }) {
    const { rows, totals } = by === 'standard' ? byStandard(scope) : byUnit(scope, by);
    const total = { zh: '合计', en: 'Total' };
    return {
      columns: [...(by === 'standard' ? [column('standard', '走访标准', 'Standard')] : UNIT_COLUMNS), ...COLUMNS],
      rows,
      totals: figuresRow(by === 'standard' ? { standard: total } : { unit: total }, totals),
    };
  },
  explain: (scope, wanted): Records => ({
    columns: HOUSEHOLD_COLUMNS,
    rows: householdRows(scope, explanationOf(COUNTED, wanted)),
    title: titleOf(COLUMNS, wanted),
  }),
});

function byUnit(scope: Scope, level: Exclude<Level, 'community'>) {
  const figuresOf = standardsByUnit(scope.db, scope.period, scope.today, scope.within);
  const totals = noHouseholds();
  const groups = new Map<number, StandardFigures>();
  for (const unit of everyUnit(scope.tree).filter(({ unit_id }) => includes(scope, unit_id))) {
    const own = figuresOf.get(unit.unit_id) ?? noHouseholds();
    const row = rowOf(scope, unit, TIER[level]);
    if (row) addTo(groups, row.unit_id, own);
    add(totals, own);
  }
  const rows = [...groups].filter(([, { households }]) => households > 0);
  return { rows: rows.map(([unit, figures]) => figuresRow(unitCells(scope, unit), figures)), totals };
}

/** By the standard by which a household was judged last; a standard that changed has a row for each of its values. */
function byStandard(scope: Scope) {
  const totals = noHouseholds();
  const groups = new Map<Standard | undefined, StandardFigures>();
  for (const household of judgedHouseholds(scope.db, scope.period, scope.today, scope.within)) {
    const figures = groups.get(household.standard) ?? noHouseholds();
    groups.set(household.standard, figures);
    countIn(figures, household);
    countIn(totals, household);
  }
  const rows = [...groups].sort(([a], [b]) => ((a?.code ?? '~') < (b?.code ?? '~') ? 1 : -1));
  const named = (standard: Standard | undefined) =>
    standard ? standardText(standard) : { zh: '（没有到期的）', en: '(nothing fell due)' };
  return { rows: rows.map(([standard, figures]) => figuresRow({ standard: named(standard) }, figures)), totals };
}

function addTo(groups: Map<number, StandardFigures>, unit: number, own: StandardFigures): void {
  const figures = groups.get(unit) ?? noHouseholds();
  groups.set(unit, figures);
  add(figures, own);
}

function add(sum: StandardFigures, more: StandardFigures): void {
  for (const key of ['households', 'judged', 'met'] as const) sum[key] += more[key];
}

/** A row with its share, empty where no household is judged. */
function figuresRow(labels: Row, figures: StandardFigures): Row {
  const { judged, met } = figures;
  return { ...labels, ...figures, below: judged - met, share: share(met, judged) };
}
