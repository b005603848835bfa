import { command } from '../cli/command.ts';
import { choice } from '../cli/param.ts';
import { periodParams, unitParam } from '../cli/places.ts';
import { householdParam } from '../households/household-filter.ts';
import { householdCoded } from '../households/household-store.ts';
import { periodOf, periodText } from '../kernel/period.ts';
import type { Text } from '../kernel/text.ts';
import { column, type Row } from '../kernel/view.ts';
import { hasTeam, TIER } from '../units/level.ts';
import { loadTree } from '../units/store.ts';
import { onTier, type UnitTree, unitNamed, unitsWithin } from '../units/tree.ts';
import { benefitsGiven, type GivenBenefit } from './store.ts';

const TOTAL_BY = {
  banner: { zh: '旗', en: 'banner' },
  township: { zh: '乡镇', en: 'township' },
  village: { zh: '村', en: 'village' },
  household: { zh: '户', en: 'household' },
};
type TotalBy = keyof typeof TOTAL_BY;

/** What each programme brought to each unit in a period. */
export const total = command({
  name: 'total',
  zh: '合计',
  summary: { zh: '各政策（项目）在各机构惠及的户数和金额', en: 'households and amounts by programme and unit' },
  example: 'benefit total --year 2023',
  access: 'read',
  params: {
    by: choice(
      '--by <what>',
      {
        zh: '按旗、乡镇（默认）、村或户',
        en: 'banner, township (default), village or household',
      },
      TOTAL_BY,
    ),
    ...periodParams,
    unit: unitParam,
    household: householdParam,
  },
  run: ({ db, today }, input) => {
    const period = periodOf(input, today);
    const tree = loadTree(db, period.to);
    const within = unitsWithin(tree, input.unit);
    if (input.household !== undefined) householdCoded(db, input.household);
    const by =
      input.by ??
      (input.household === undefined ? undefined : 'household') ??
      (input.unit && hasTeam(unitNamed(tree, input.unit).level) ? 'village' : 'township');
    const given = benefitsGiven(db, period).filter(
      ({ unit_id, household_code }) =>
        (!within || within.has(unit_id)) && (!input.household || household_code === input.household),
    );
    const rows = rowsBy(given, tree, by);
    return {
      view: {
        shape: 'table',
        title: { zh: `惠民合计（${periodText(period).zh}）`, en: `Benefits (${periodText(period).en})` },
        columns: [
          column('programme', '政策（项目）', 'Programme'),
          ...(by === 'household' ? [column('household_code', '户编号', 'Household', 'code')] : []),
          column('unit_code', '机构代码', 'Unit code', 'code'),
          column('unit', '机构', 'Unit', 'label'),
          column('households', '户数', 'Households', 'integer'),
          column('count', '次数', 'Count', 'integer'),
          column('paid', '其中发放', 'Paid', 'integer'),
          column('amount_fen', '金额（元）', 'Amount (yuan)', 'money'),
        ],
        rows,
        hides: headsNamed(given),
        totals: { programme: { zh: '合计', en: 'Total' }, ...figures(given) },
        notes: [COUNTED],
      },
      counts: { shown: rows.length },
    };
  },
});

const COUNTED: Text = {
  zh: '户数在每一行和合计里都按户去重；次数含告知和发放；机构按期末',
  en: 'A household counts once in each row and once in the total. Count: informed and paid. Units as on the last day.',
};

/** The heads whom a programme is called after (孟海山家危房改造): a total names no household that would say who they are. */
function headsNamed(given: readonly GivenBenefit[]): string[] {
  const programmes = [...new Set(given.map(({ programme }) => programme))].join('\n');
  const heads = new Set(given.flatMap(({ head_name, phone }) => [head_name, phone]));
  return [...heads].filter(word => word !== '' && programmes.includes(word));
}

/** One row a programme and unit or household, programmes in order of their names, the others of their codes. */
function rowsBy(given: readonly GivenBenefit[], tree: UnitTree, by: TotalBy): Row[] {
  const groups = new Map<string, GivenBenefit[]>();
  for (const benefit of given) {
    const unit = tree.units.get(benefit.unit_id);
    const at = by === 'household' ? benefit.unit_id : unit && onTier(tree, unit, TIER[by])?.unit_id;
    const key = `${benefit.programme}\n${at ?? ''}\n${by === 'household' ? benefit.household_code : ''}`;
    const own = groups.get(key);
    if (own) own.push(benefit);
    else groups.set(key, [benefit]);
  }
  return [...groups]
    .map(([key, own]) => {
      const [programme = '', id, household_code] = key.split('\n');
      const unit = tree.units.get(Number(id));
      return { programme, household_code, unit_code: unit?.code ?? '', unit: unit?.name ?? '', ...figures(own) };
    })
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

function orderOf({ programme, unit_code, household_code }: Row): string {
  return [programme, unit_code, household_code].join('\n');
}

function figures(own: readonly GivenBenefit[]) {
  return {
    households: new Set(own.map(({ household_id }) => household_id)).size,
    count: own.length,
    paid: own.filter(({ kind }) => kind === 'paid').length,
    amount_fen: own.reduce((sum, { amount_fen }) => sum + (amount_fen ?? 0), 0),
  };
}
