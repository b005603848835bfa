import { type Context, type Outcome, type UnnamedCommand, unnamed } from '../cli/command.ts';
import { periodParams, unitParam } from '../cli/places.ts';
import { type Day, dayOf } from '../kernel/day.ts';
import { type Period, periodText } from '../kernel/period.ts';
import { column, type Row } from '../kernel/view.ts';
import { campaignStart } from '../ledger/campaign.ts';
import { coverage } from './coverage/command.ts';
import { petitions } from './petitions/command.ts';
import { resolution } from './resolution/command.ts';
import { periodScope } from './scope.ts';

/** The most months of the table: a year's. */
const MOST = 12;

const COLUMNS = [
  column('month', '月份', 'Month'),
  column('visits', '入户户次', 'Visits', 'integer'),
  column('visited', '已访户', 'Visited', 'integer'),
  column('coverage', '覆盖率', 'Coverage', 'rate'),
  column('registered', '登记纠纷', 'Disputes registered', 'integer'),
  column('settled', '化解纠纷', 'Disputes settled', 'integer'),
  column('closing', '期末未了结', 'Disputes open', 'integer'),
  column('lodged', '登记信访', 'Petitions lodged', 'integer'),
  column('concluded', '办结信访', 'Petitions concluded', 'integer'),
] as const;

/** The sums of three reports month by month: a row is what each of them has as its total for that month alone. */
export const months = unnamed({
  summary: {
    zh: '逐月：走访、覆盖、纠纷、信访，至某月为止的一年，活动启动以前的不列',
    en: 'month by month: visits, coverage, disputes, petitions; the year up to a month, none before the campaign',
  },
  example: 'report months --month 2023-12',
  access: 'read',
  params: { month: periodParams.month, unit: unitParam },
  run: async (context, { month = 'this', unit }) => {
    const { period: last } = periodScope(context, { month }, unit);
    const silent = { ...context, remark: () => {} };
    const rows: Row[] = [];
    for (const each of monthsUntil(last, campaignStart(context.db))) rows.push(await monthRow(silent, each, unit));
    const from = `${rows[0]?.month ?? last.from.slice(0, 7)}-01`;
    const span = periodText({ from, to: last.to });
    return {
      view: {
        shape: 'table',
        title: { zh: `逐月（${span.zh}）`, en: `Month by month (${span.en})` },
        columns: COLUMNS,
        rows,
        notes: [
          {
            zh: '每行是该月单独的合计：走访同 tiaochu report coverage，纠纷同 tiaochu report resolution --by banner，信访同 tiaochu report petitions；未了结按该月末',
            en: 'Each row is the total of that month alone: visits as in report coverage, disputes as in report resolution --by banner, petitions as in report petitions; open at the end of the month.',
          },
        ],
      },
      counts: { shown: rows.length },
    };
  },
});

/** The months up to one, of a year at most, none before the campaign. */
function monthsUntil(last: Period, campaign: Day | undefined): string[] {
  const number = Number(last.from.slice(0, 4)) * 12 + Number(last.from.slice(5, 7)) - 1;
  return Array.from({ length: MOST }, (_, i) => number - MOST + 1 + i)
    .flatMap(n => dayOf(Math.floor(n / 12), (n % 12) + 1, 1)?.slice(0, 7) ?? [])
    .filter(month => month === last.from.slice(0, 7) || month >= (campaign ?? '').slice(0, 7));
}

async function monthRow(context: Context, month: string, unit: string | undefined): Promise<Row> {
  const asked = { month, ...(unit === undefined ? {} : { unit }) };
  const totals = async (report: UnnamedCommand, more = {}) =>
    totalsOf(await report.run(context, { ...asked, ...more }));
  const visits = await totals(coverage, { by: 'banner' });
  const disputes = await totals(resolution, { by: 'banner' });
  return { ...visits, ...disputes, ...(await totals(petitions)), month };
}

function totalsOf({ view }: Outcome): Row {
  return (view.shape === 'table' && view.totals) || {};
}
