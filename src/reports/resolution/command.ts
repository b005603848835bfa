import type { Text } from '../../kernel/text.ts';
import { type Column, column, detail, type Row, sumOf } from '../../kernel/view.ts';
import { TIER } from '../../units/level.ts';
import { explanationOf, titleOf } from '../explain.ts';
import { byParam, periodReport } from '../report.ts';
import { type Scope, UNIT_COLUMNS } from '../scope.ts';
import { withoutVisitText } from '../screening/evidence.ts';
import { findsIn } from '../screening/finds.ts';
import { BY, type By, divisionOf } from './division.ts';
import { STAY_COLUMNS, stayRow } from './explain.ts';
import { resolutionFacts } from './facts.ts';
import { EXPLAINED, figuresOf, IN, noStays, RATED, sortIntoRows, together } from './figures.ts';

const FIRST: Readonly<Record<By, readonly Column[]>> = {
  tier: [column('tier', '层级', 'Tier', 'word')],
  banner: UNIT_COLUMNS,
  township: UNIT_COLUMNS,
  village: UNIT_COLUMNS,
  category: [column('category_code', '代码', 'Code', 'code'), column('category', '类别', 'Category')],
  source: [column('source_code', '代码', 'Code', 'code'), column('source', '来源', 'Source')],
  grade: [column('grade', '难易程度', 'Grade', 'word')],
};

/** The figures of a resolution table. */
export const RESOLUTION_COLUMNS = [
  column('opening', '期初', 'Opening', 'integer'),
  column('registered', '登记', 'Registered', 'integer'),
  column('received', '接收', 'Received', 'integer'),
  detail('reopened', '重启', 'Reopened', 'integer'),
  column('settled', '化解', 'Settled', 'integer'),
  column('escalated', '上报', 'Escalated', 'integer'),
  detail('handed_down', '交办', 'Handed down', 'integer'),
  detail('ended_otherwise', '其他了结', 'Ended otherwise', 'integer'),
  sumOf(column('closing', '期末', 'Closing', 'integer'), IN, [
    'settled',
    'escalated',
    'handed_down',
    'ended_otherwise',
  ]),
  column('overdue', '逾期', 'Overdue', 'integer'),
  detail('cohort_settled', '当期登记并化解', 'Cohort settled', 'integer'),
  column('settlement_rate', '化解率', 'Settlement rate', 'rate'),
  detail('rank', '名次', 'Rank', 'integer'),
  detail('share_village', '村级化解', 'Village share', 'rate'),
  detail('share_township', '乡镇化解', 'Township share', 'rate'),
  detail('share_banner', '旗级化解', 'Banner share', 'rate'),
  detail('escalation_rate', '上报率', 'Escalation rate', 'rate'),
  detail('satisfied', '满意', 'Satisfied', 'integer'),
  detail('basically_satisfied', '基本满意', 'Basically satisfied', 'integer'),
  detail('not_satisfied', '不满意', 'Not satisfied', 'integer'),
  sumOf(detail('rated', '回访评价', 'Rated', 'integer'), RATED),
  detail('satisfaction_rate', '满意率', 'Satisfaction', 'rate'),
  detail('median_days', '化解天数中位数', 'Median days', 'integer'),
  detail('relapse_rate', '反复率', 'Relapse rate', 'rate'),
  detail('people', '涉及人数', 'People', 'integer'),
  detail('amount_fen', '协议金额（元）', 'Amount (yuan)', 'money'),
  detail('prevented_crimes', '防止民转刑', 'Kept from crime', 'integer'),
] as const;
/** What has an explanation without a column of its own. */
const RELAPSED = column('relapsed', '反复', 'Relapsed', 'integer');

/** What the report is called, and what its columns count. */
export const RESOLUTION_TITLE = { zh: '纠纷化解', en: 'Disputes' };
export const RESOLUTION_DEFINITIONS: readonly Text[] = [
  {
    zh: '期初 + 登记 + 接收 + 重启 = 化解 + 上报 + 交办 + 其他了结 + 期末。纠纷算在持有单位名下，从登记或接收到化解、移出（对方接收）或了结；中止的仍算；同一行内部的移交不计',
    en: 'Opening + registered + received + reopened = settled + escalated + handed down + ended otherwise + closing. A dispute is in the stock of the unit that holds it, from its registration or acceptance there until it is settled, accepted elsewhere or ended; suspended ones stay; transfers within a row are not counted.',
  },
  {
    zh: '其他了结：不予受理、终止、撤回、并案。化解率 = 当期登记并在期末已化解 ÷ 登记；各级化解 = 该级化解 ÷ 化解；上报率 = 上报的件数（不含退回）÷ 在册过的件数；逾期 = 期末在册而有时限已过的（含移交没有按时答复）；反复率 = 化解后期内又重启 ÷ 化解；人数、金额、防止民转刑按化解的算。机构、类别、难易程度按期末。登记不足 5 件的不排名',
    en: 'Ended otherwise: declined, terminated, withdrawn, merged. Settlement rate = registered in the period and settled at its end / registered. Shares: of the settled, by the tier that settled. Escalation rate = disputes escalated (returns left out) / disputes in stock at any time. Overdue: in stock at the end with a deadline over, an unanswered offer included. Relapse rate = settled and reopened within the period / settled. People, amounts and crimes prevented: of the settled. Units, category and grade as on the last day. Fewer than 5 registered: not ranked.',
  },
  {
    zh: '满意、基本满意、不满意：期内回访的答复，每件按期内最后一次回访，算在化解单位名下（化解可以在期前）；满意率 =（满意 + 基本满意）÷ 回访评价。各级化解占比按最大余数取到 0.1%，相加为 100%；其他比率向下取到 0.1%',
    en: 'Satisfied, basically, not: answers in follow-ups of the period, each dispute by its last one in it, at the unit that settled (perhaps before the period). Satisfaction = satisfied or basically satisfied / rated. The three shares are rounded by the largest remainder and add up to 100%; other rates are rounded down to 0.1%.',
  },
];

export const resolution = periodReport({
  summary: {
    zh: '纠纷化解：期初、收进、了结、期末，逐行平衡',
    en: 'disputes opened, settled, transferred and still open; each row balances',
  },
  example: 'report resolution --by township --year 2023',
  personal: true,
  title: RESOLUTION_TITLE,
  params: { by: byParam(BY, 'township') },
  figures(scope, { by = 'township' }) {
    const { division, behind, tierOf } = sorted(scope, by);
    const figures = (stays = noStays()) => withoutUpward(figuresOf(stays, tierOf), by);
    const rows = division.rows
      .filter(row => row.always || behind.has(row.key))
      .map(row => ({ ...row.labels, ...figures(behind.get(row.key)) }));
    return {
      columns: [...FIRST[by], ...RESOLUTION_COLUMNS],
      rows: BY_PLACE.includes(by) ? ranked(rows) : rows,
      totals: { [FIRST[by].at(-1)?.key ?? '']: { zh: '合计', en: 'Total' }, ...figures(together(behind.values())) },
      notes: [...RESOLUTION_DEFINITIONS, ...withoutVisitText(findsIn(scope))],
    };
  },
  explain(scope, wanted, { by = 'township' }) {
    const select = explanationOf(EXPLAINED, wanted);
    const { division, behind, tierOf } = sorted(scope, by);
    const rows = division.rows.flatMap(({ key, labels }) =>
      select(behind.get(key) ?? noStays(), tierOf).map(stay => ({ ...labels, ...stayRow(scope, stay) })),
    );
    return {
      title: titleOf([...RESOLUTION_COLUMNS, RELAPSED], wanted),
      columns: [...FIRST[by], ...STAY_COLUMNS],
      rows,
    };
  },
});

/** The rows of a table and the stays behind each. */
function sorted(scope: Scope, by: By) {
  const division = divisionOf(scope, by);
  const behind = sortIntoRows(resolutionFacts(scope), scope.period, division.rowOf);
  const tierOf = (unit: number) => TIER[scope.tree.units.get(unit)?.level ?? 'banner'];
  return { division, behind, tierOf };
}

/** Rows that are one unit each, with those below it. */
const BY_PLACE: readonly By[] = ['township', 'village'];

/** Where a row is all units together, escalations stay within the row and have no meaning. */
function withoutUpward<F extends { readonly escalation_rate: number | null }>(figures: F, by: By): F {
  return by === 'tier' || BY_PLACE.includes(by) ? figures : { ...figures, escalation_rate: null };
}

/** Fewer cases than this say nothing: one lucky settlement would top the table. */
const RANKED_FROM = 5;

/** Rows by their settlement rate, best first; equal rates share a place. */
export function ranked<R extends Row & { readonly registered: number; readonly settlement_rate: number | null }>(
  rows: readonly R[],
): Row[] {
  const rates = rows.filter(row => row.registered >= RANKED_FROM).map(row => row.settlement_rate ?? 0);
  return rows.map(row => {
    if (row.registered < RANKED_FROM) return row;
    return { ...row, rank: 1 + rates.filter(rate => rate > (row.settlement_rate ?? 0)).length };
  });
}
