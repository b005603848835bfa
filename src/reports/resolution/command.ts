import { command } from '../../cli/command.ts';
import { choice } from '../../cli/param.ts';
import { periodParams, unitParam } from '../../cli/places.ts';
import { type Period, periodOf, periodText } from '../../kernel/period.ts';
import { counted } from '../../kernel/text.ts';
import { type Column, column, detail, type Row, type Table } from '../../kernel/view.ts';
import { TIER } from '../../units/level.ts';
import { loadTree } from '../../units/store.ts';
import { type UnitTree, unitsWithin } from '../../units/tree.ts';
import { explainer, explainParam } from '../explain.ts';
import { type Division, divisionOf, RESOLUTION_BY, type ResolutionBy } from './division.ts';
import { resolutionFacts, type StayFact } from './facts.ts';
import { type Behind, daysToSettle, EXPLAINED, figuresOf, shownLeft, sortIntoRows, together } from './figures.ts';

const UNIT_COLUMNS = [column('unit_code', '机构代码', 'Unit code'), column('unit', '机构', 'Unit')];
const FIRST_COLUMNS: Readonly<Record<ResolutionBy, readonly Column[]>> = {
  tier: [column('tier', '层级', 'Tier')],
  banner: UNIT_COLUMNS,
  township: UNIT_COLUMNS,
  village: UNIT_COLUMNS,
  category: [column('category_code', '代码', 'Code'), column('category', '类别', 'Category')],
  source: [column('source_code', '代码', 'Code'), column('source', '来源', 'Source')],
  grade: [column('grade', '难易', 'Grade')],
};

const FIGURES = [
  column('opening', '期初', 'Opening', 'integer'),
  column('registered', '登记', 'Registered', 'integer'),
  column('received', '接收', 'Received', 'integer'),
  column('reopened', '重启', 'Reopened', 'integer'),
  column('settled', '化解', 'Settled', 'integer'),
  column('escalated', '上移', 'Escalated', 'integer'),
  column('handed_down', '下移', 'Handed down', 'integer'),
  column('ended_otherwise', '其他了结', 'Ended otherwise', 'integer'),
  column('closing', '期末', 'Closing', 'integer'),
  column('overdue', '逾期', 'Overdue', 'integer'),
  detail('cohort_settled', '当期登记并化解', 'Cohort settled', 'integer'),
  column('settlement_rate', '化解率', 'Settlement rate', 'rate'),
  detail('rank', '名次', 'Rank', 'integer'),
  detail('share_village', '村级化解', 'Village share', 'rate'),
  detail('share_township', '乡镇化解', 'Township share', 'rate'),
  detail('share_banner', '旗级化解', 'Banner share', 'rate'),
  detail('escalation_rate', '上行率', 'Escalation rate', 'rate'),
  detail('median_days', '化解天数中位', 'Median days', 'integer'),
  detail('relapse_rate', '反复率', 'Relapse rate', 'rate'),
  detail('people', '涉及人数', 'People', 'integer'),
  detail('amount_fen', '协议金额（元）', 'Amount (yuan)', 'money'),
  detail('prevented_crimes', '防止民转刑', 'Kept from crime', 'integer'),
] as const;

const DEFINITIONS = [
  {
    zh: '期初 + 登记 + 接收 + 重启 = 化解 + 上移 + 下移 + 其他了结 + 期末。纠纷算在持有单位名下，从登记或接收到化解、移出（对方接收）或了结；中止的仍算；同一行内部的移交不计',
    en: 'Opening + registered + received + reopened = settled + escalated + handed down + ended otherwise + closing. A dispute is in the stock of the unit that holds it, from its registration or acceptance there until it is settled, accepted elsewhere or ended; suspended ones stay; what moves inside a row is left out.',
  },
  {
    zh: '其他了结：不予受理、终止、撤回、并案。化解率 = 当期登记并在期末已化解 ÷ 登记；各级化解 = 该级化解 ÷ 化解；上行率 = 上移的件数（不含退回）÷ 在册过的件数；逾期 = 期末在册而有期限已过的（含移交没有按时答复）；反复率 = 化解后期内又重启 ÷ 化解；人数、金额、防止民转刑按化解的算。机构、类别、难易按期末。登记不足 5 件的不排名',
    en: 'Ended otherwise: declined, terminated, withdrawn, merged. Settlement rate = registered in the period and settled at its end / registered. Shares: of the settled, by the tier that settled. Escalation rate = disputes escalated (returns left out) / disputes in stock at any time. Overdue: in stock at the end with a deadline over, an unanswered offer included. Relapse rate = settled and reopened within the period / settled. People, amounts and crimes prevented: of the settled. Units, category and grade as on the last day. Fewer than 5 registered: not ranked.',
  },
];

/** Fewer cases than this say nothing: one lucky settlement would top the table (domain A13). */
const RANKED_FROM = 5;

export const resolution = command({
  name: 'resolution',
  zh: '化解',
  summary: {
    zh: '纠纷化解：期初、收进、了结、期末，逐行平衡',
    en: 'disputes opened, settled, passed on and left; each row balances',
  },
  example: 'report resolution --by township --year 2023',
  access: 'read',
  params: {
    by: choice(
      '--by <what>',
      {
        zh: '按 tier 层级、banner 旗、township 乡镇（默认）、village 各单位、category 类别、source 来源、grade 难易',
        en: 'tier, banner, township (default), village (every unit), category, source or grade',
      },
      RESOLUTION_BY,
      {
        tier: { zh: '层级', en: 'tier' },
        banner: { zh: '旗', en: 'banner' },
        township: { zh: '乡镇', en: 'township' },
        village: { zh: '村', en: 'village' },
        category: { zh: '类别', en: 'category' },
        source: { zh: '来源', en: 'source' },
        grade: { zh: '难易', en: 'grade' },
      },
    ),
    ...periodParams,
    unit: unitParam,
    explain: explainParam,
  },
  run: ({ db, today }, input) => {
    const period = periodOf(input, today);
    const tree = loadTree(db, period.to);
    const by = input.by ?? 'township';
    const division = divisionOf(db, tree, by, unitsWithin(tree, input.unit));
    const behind = sortIntoRows(resolutionFacts(db, period, today), period, division.rowOf);
    const tierOf = (unit: number) => TIER[tree.units.get(unit)?.level ?? 'banner'];
    if (input.explain !== undefined)
      return { view: explained(input.explain, by, division, behind, tree, tierOf, period) };
    const rows = ranked(
      division.rows
        .filter(row => row.always || behind.has(row.key))
        .map(row => ({ ...row.labels, ...upward(figuresOf(behind.get(row.key) ?? together([]), tierOf), by) })),
      by,
    );
    return {
      view: {
        shape: 'table',
        title: { zh: `纠纷化解（${periodText(period).zh}）`, en: `Disputes (${periodText(period).en})` },
        columns: [...FIRST_COLUMNS[by], ...FIGURES],
        rows,
        totals: { ...totalLabel(by), ...upward(figuresOf(together(behind.values()), tierOf), by) },
        notes: DEFINITIONS,
      },
      counts: { shown: rows.length },
    };
  },
});

function totalLabel(by: ResolutionBy): Row {
  const first = FIRST_COLUMNS[by].at(-1)?.key ?? 'unit';
  return { [first]: { zh: '合计', en: 'Total' } };
}

/** Where a row is all units together, going up stays inside it and says nothing. */
function upward<F extends { readonly escalation_rate: number | null }>(figures: F, by: ResolutionBy): F {
  const byUnits = by === 'tier' || by === 'township' || by === 'village';
  return byUnits ? figures : { ...figures, escalation_rate: null };
}

/** Units by their settlement rate, best first; equal rates share a place. */
function ranked<R extends { readonly registered: number; readonly settlement_rate: number | null }>(
  rows: readonly R[],
  by: ResolutionBy,
): (R & { rank: number | null })[] {
  const isRanked = (row: R) => (by === 'township' || by === 'village') && row.registered >= RANKED_FROM;
  const rates = rows.filter(isRanked).map(row => row.settlement_rate ?? 0);
  return rows.map(row => ({
    ...row,
    rank: isRanked(row) ? 1 + rates.filter(rate => rate > (row.settlement_rate ?? 0)).length : null,
  }));
}

/** The stays behind the figures of a column, row by row: exactly as many as the column counts. */
function explained(
  wanted: string,
  by: ResolutionBy,
  division: Division,
  behind: ReadonlyMap<string, Behind>,
  tree: UnitTree,
  tierOf: (unit: number) => number,
  period: Period,
): Table {
  const select = explainer(EXPLAINED, wanted);
  const rows = division.rows.flatMap(({ key, labels }) => {
    const found = behind.get(key);
    return (found ? select(found, tierOf) : []).map(stay => ({ ...labels, ...stayRow(stay, tree) }));
  });
  const title = FIGURES.find(one => one.key === wanted)?.title ?? { zh: '反复', en: 'Relapsed' };
  const span = periodText(period);
  return {
    shape: 'table',
    title: { zh: `「${title.zh}」由这些记录得来（${span.zh}）`, en: `What stands behind "${title.en}" (${span.en})` },
    columns: [...FIRST_COLUMNS[by], ...STAY_COLUMNS],
    rows,
    notes: [{ zh: `共 ${rows.length} 条`, en: counted(rows.length, 'row') }],
  };
}

const STAY_COLUMNS = [
  column('number', '编号', 'Number'),
  column('title', '名称', 'Title'),
  column('at_unit', '持有单位', 'Held by'),
  column('registered_on', '登记日期', 'Registered', 'day'),
  column('entered_on', '进入日期', 'Entered', 'day'),
  column('entry', '进入', 'Entry'),
  column('left_on', '离开日期', 'Left', 'day'),
  column('leaving', '离开', 'Leaving'),
  column('to_unit', '移往', 'To'),
  column('days', '化解天数', 'Days', 'integer'),
] as const;

const ENTRIES = {
  registered: { zh: '登记', en: 'registered' },
  received: { zh: '接收', en: 'received' },
  reopened: { zh: '重启', en: 'reopened' },
} as const;
const LEAVINGS = {
  '': null,
  settled: { zh: '化解', en: 'settled' },
  escalated: { zh: '上移', en: 'escalated' },
  handed_down: { zh: '下移', en: 'handed down' },
  ended_otherwise: { zh: '其他了结', en: 'ended otherwise' },
} as const;

function stayRow(stay: StayFact, tree: UnitTree): Row {
  return {
    number: stay.number,
    title: stay.title,
    at_unit: tree.units.get(stay.unit)?.name,
    registered_on: stay.registeredOn,
    entered_on: stay.enteredOn,
    entry: ENTRIES[stay.entry],
    left_on: shownLeft(stay.leftOn),
    leaving: LEAVINGS[stay.leaving],
    to_unit: stay.to === null ? null : tree.units.get(stay.to)?.name,
    days: stay.leaving === 'settled' ? daysToSettle(stay) : null,
  };
}
